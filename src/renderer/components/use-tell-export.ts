import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOutcome } from '../api/use-export';
import { errorText } from '../i18n/error-text';
import type { Translate } from '../i18n/translate';
import { useNotify, type Notice } from './notices';

/** Tells that a file is being written, and what became of it. */
export function useTellExport(): (write: () => Promise<ExportOutcome>) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  const about = useId();
  return useCallback(
    async (write) => {
      notify({ about, severity: 'info', text: t('exports.preparing') });
      notify({ about, ...exportNotice(t, await write()) });
    },
    [about, notify, t],
  );
}

/** What became of a file that was written. */
export function exportNotice(t: Translate, outcome: ExportOutcome): Notice {
  if (outcome.kind === 'cancelled') return { severity: 'info', text: t('exports.cancelled') };
  if (outcome.kind === 'failed') {
    const { what, todo } = errorText(t, outcome.error);
    return { severity: 'error', text: `${what} ${todo}` };
  }
  if (outcome.cutCells === 0) return { severity: 'success', text: t('exports.done') };
  const cut = t('exports.cutCells', { count: outcome.cutCells });
  return { severity: 'warning', text: `${t('exports.done')} ${cut}` };
}
