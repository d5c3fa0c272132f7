import { Button } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AppError } from '../../shared/domain/app-error';
import { importIdSchema } from '../../shared/domain/ids';
import type { Import } from '../../shared/domain/import';
import { isJobOver, type Job } from '../../shared/domain/job';
import { useClient } from '../api/client-context';
import { useRecentJobs } from '../api/use-job';
import { useNotify, type Notice } from '../components/notices';
import { UndoImportButton } from '../components/UndoImportButton';
import { useJobName } from '../components/use-job-name';
import { errorText } from '../i18n/error-text';
import { changedRowsText } from '../i18n/import-outcome';
import type { Translate } from '../i18n/translate';
import { useFormat, type Format } from '../i18n/use-format';

/** Tells how a job ended, wherever the person is by then. A finished import can be undone on the spot, and redone. */
export function JobAnnouncer() {
  const { t } = useTranslation();
  const notify = useNotify();
  const jobs = useRecentJobs();
  const nameOf = useJobName();
  const client = useClient();
  const format = useFormat();
  const navigate = useNavigate();
  const told = useRef<ReadonlySet<number> | null>(null);

  useEffect(() => {
    if (jobs === null) return;
    const over = jobs.filter((job) => isJobOver(job.state));
    // What was over before this page was opened is no news. Short jobs are over before they are ever seen running.
    const ended = told.current === null ? [] : over.filter((job) => !told.current?.has(job.id));
    told.current = new Set(over.map((job) => job.id));
    for (const job of ended) {
      // Files tell their own end where they were asked for.
      if (job.kind === 'export' || job.kind === 'letters') continue;
      // The one offer that somebody has just written shows its formations by itself.
      if (job.kind === 'rank' && job.state === 'succeeded' && job.summary['ranked'] === 1) continue;
      const importId = importIdSchema.safeParse(job.summary['importId']);
      if (job.state === 'succeeded' && importId.success) {
        void client.imports.get({ importId: importId.data }).then(announceImport, () => undefined);
      } else notify(noticeOf(t, job, nameOf(job)));
    }

    function announceImport(item: Import): void {
      // A dry run stores nothing; its page shows what it found.
      if (item.state !== 'committed' && item.state !== 'undone') return;
      notify({
        about: `import-${item.id}`,
        severity: 'success',
        text: importText(t, format, item),
        action: (
          <>
            {window.location.pathname === `/imports/${item.id}` ? null : (
              <Button color="inherit" size="small" onClick={() => void navigate(`/imports/${item.id}`)}>
                {t('imports.seeReport')}
              </Button>
            )}
            <UndoImportButton item={item} color="inherit" size="small" />
          </>
        ),
      });
    }
  }, [jobs, nameOf, notify, t, client, format, navigate]);

  return null;
}

function noticeOf(t: Translate, job: Job, name: string): Notice {
  if (job.state === 'succeeded') return { severity: 'success', text: t(`jobs.succeeded.${job.kind}`) };
  if (job.state === 'cancelled') return { severity: 'info', text: t('jobs.announceCancelled', { name }) };
  const why = job.error ? errorText(t, AppError.fromWire(job.error)).what : t('jobs.interruptedText');
  return { severity: 'error', text: t('jobs.announceFailed', { name, why }) };
}

/** What became of a file: taken in, taken back, or put in place again. */
function importText(t: Translate, format: Format, { fileName: name, state, counts, undo, redo }: Import): string {
  if (state === 'undone') {
    const what = changedRowsText(t, format, undo ?? {});
    return what === '' ? t('imports.undone', { name }) : t('imports.undoneWith', { name, what });
  }
  if (redo === null) return t('imports.done', { name, count: counts.read });
  const what = changedRowsText(t, format, redo);
  return what === '' ? t('imports.redone', { name }) : t('imports.redoneWith', { name, what });
}
