import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOutcome } from '../api/use-export';
import { errorText } from '../i18n/error-text';
import { useNotify } from './notices';

/** Tells that a file is being written, and what became of it. */
export function useTellExport(): (write: () => Promise<ExportOutcome>) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  const about = useId();
  return useCallback(
    async (write) => {
      notify({ about, severity: 'info', text: t('exports.preparing') });
      const outcome = await write();
      if (outcome.kind === 'done') {
        if (outcome.cutCells === 0) return notify({ about, severity: 'success', text: t('exports.done') });
        const cut = t('exports.cutCells', { count: outcome.cutCells });
        return notify({ about, severity: 'warning', text: `${t('exports.done')} ${cut}` });
      }
      if (outcome.kind === 'cancelled') return notify({ about, severity: 'info', text: t('exports.cancelled') });
      const { what, todo } = errorText(t, outcome.error);
      notify({ about, severity: 'error', text: `${what} ${todo}` });
    },
    [about, notify, t],
  );
}
