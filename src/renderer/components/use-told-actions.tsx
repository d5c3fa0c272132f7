import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../i18n/error-text';
import { useNotify } from './notices';
import { UndoButton } from './UndoButton';

/** How actions about one thing are told: what was done with its way back, or why it was not. */
export interface ToldActions {
  readonly tell: (text: string, undo: (() => Promise<unknown>) | null) => void;
  /** Does some work and tells why it failed. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
}

/** Gives both for what `about` names; each notice takes the place of the former about the same. */
export function useToldActions(about: string): ToldActions {
  const { t } = useTranslation();
  const notify = useNotify();
  return useMemo(
    () => ({
      tell(text, undo) {
        const action = undo === null ? {} : { action: <UndoButton onUndo={() => void undo()} /> };
        notify({ about, severity: 'success', text, ...action });
      },
      async attempt(work) {
        try {
          await work();
        } catch (error) {
          const { what, todo } = errorText(t, error);
          notify({ about, severity: 'error', text: `${what} ${todo}` });
        }
      },
    }),
    [about, notify, t],
  );
}
