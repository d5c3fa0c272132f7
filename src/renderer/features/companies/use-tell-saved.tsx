import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';
import type { SavedForm, StoredForm } from './use-company-saving';

/** Tells that a company was stored, with the way back: a new one goes away again, another says what it said before. */
export function useTellSaved(): (before: StoredForm, after: SavedForm) => void {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return useCallback(
    (before, after) => {
      const { companyId, revision } = after;
      if (companyId === null || revision === null) return;
      const about = `company-${companyId}`;
      const name = after.form.name.trim();
      const undo = async (): Promise<void> => {
        try {
          if (before.companyId === null) await client.companies.withdraw({ companyId, revision });
          else await client.companies.save({ companyId, revision, form: before.form, undoes: [...after.marks] });
          const text = t(before.companyId === null ? 'companies.form.withdrawn' : 'companies.form.restored', { name });
          notify({ about, severity: 'success', text });
        } catch (error) {
          const { what, todo } = errorText(t, error);
          notify({ about, severity: 'error', text: `${what} ${todo}` });
        }
      };
      notify({
        about,
        severity: 'success',
        text: t(before.companyId === null ? 'companies.form.registered' : 'companies.form.saved', { name }),
        action: <UndoButton onUndo={() => void undo()} />,
      });
    },
    [client, notify, t],
  );
}
