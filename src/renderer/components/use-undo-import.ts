import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportId } from '../../shared/domain/ids';
import { useAction } from '../api/use-call';
import { errorText } from '../i18n/error-text';
import { useNotify } from './notices';

/** Starts taking an import back; the end of that job is announced like any other. */
export function useUndoImport(): { readonly isPending: boolean; readonly run: (importId: ImportId) => void } {
  const { t } = useTranslation();
  const notify = useNotify();
  const { mutate, isPending } = useAction('imports', 'undo');
  return useMemo(
    () => ({
      isPending,
      run: (importId) =>
        mutate(
          { importId },
          {
            onError: (error) => {
              const { what, todo } = errorText(t, error);
              notify({ about: `import-${importId}`, severity: 'error', text: `${what} ${todo}` });
            },
          },
        ),
    }),
    [mutate, isPending, notify, t],
  );
}
