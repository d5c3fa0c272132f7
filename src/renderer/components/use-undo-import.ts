import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportId } from '../../shared/domain/ids';
import { useAction } from '../api/use-call';
import { errorText } from '../i18n/error-text';
import { useFormat } from '../i18n/use-format';
import { useNotify } from './notices';

/** Takes an import back and tells what became of its rows. */
export function useUndoImport(): { readonly isPending: boolean; readonly run: (importId: ImportId) => void } {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { mutate, isPending } = useAction('imports', 'undo');
  return useMemo(
    () => ({
      isPending,
      run: (importId) =>
        mutate(
          { importId },
          {
            onSuccess: ({ removed, restored, kept }) =>
              notify({
                about: `import-${importId}`,
                severity: 'success',
                text: t('imports.undoDone', {
                  removed: format.number(removed),
                  restored: format.number(restored),
                  kept: format.number(kept),
                }),
              }),
            onError: (error) => {
              const { what, todo } = errorText(t, error);
              notify({ about: `import-${importId}`, severity: 'error', text: `${what} ${todo}` });
            },
          },
        ),
    }),
    [mutate, isPending, notify, t, format],
  );
}
