import { Alert, Box, Button, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { AppError } from '../../../shared/domain/app-error';
import { importIdSchema, jobIdSchema, type ImportId } from '../../../shared/domain/ids';
import type { Import, ImportState } from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import { localDay } from '../../../shared/util/local-day';
import { useCall } from '../../api/use-call';
import { useJob } from '../../api/use-job';
import { ExportMenu } from '../../components/ExportMenu';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { ImportStateChip } from '../../components/ImportStateChip';
import { JobProgressCard } from '../../components/JobProgressCard';
import { OfferDuplicatesLink } from '../../components/OfferDuplicatesLink';
import { PageHeader } from '../../components/PageHeader';
import { pageOfAddress, writePage } from '../../components/page-address';
import { UndoImportButton } from '../../components/UndoImportButton';
import { packageOriginText } from '../../i18n/package-origin-text';
import { changedRowsText } from '../../i18n/import-outcome';
import type { Translate } from '../../i18n/translate';
import { useFormat, type Format } from '../../i18n/use-format';
import { AlikeRowsButton } from './AlikeRowsButton';
import { outcomeOf, packageAddress, readRowsAddress, type ShownRows } from './import-address';
import { ImportCountsBar } from './ImportCountsBar';
import { ImportRows } from './ImportRows';
import { KeptRowsButton } from './KeptRowsButton';
import { RecognitionLine } from './RecognitionLine';

/** One import: its progress while it runs, then what became of each row. */
export function ImportReportPage() {
  const { t } = useTranslation();
  const importId = importIdSchema.safeParse(Number(useParams()['importId']));
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      {importId.success ? (
        <ImportReport importId={importId.data} />
      ) : (
        <ErrorState error={new AppError('not-found', t('errors.loadTitle'))} />
      )}
    </Box>
  );
}

interface ImportReportProps {
  readonly importId: ImportId;
}

function ImportReport({ importId }: ImportReportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const jobId = jobIdSchema.safeParse(Number(params.get('job')));
  const { job } = useJob(jobId.success ? jobId.data : null);
  const { data, error, refetch } = useCall(
    'imports',
    'get',
    { importId },
    { refetchWhile: ({ state }) => (state === 'reading' ? 1_000 : false) },
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={360} />;
  const whole = packageAddress(data);
  const failure = data.state === 'failed' && job?.error ? AppError.fromWire(job.error) : null;
  return (
    <>
      <PageHeader
        title={t(data.state === 'reading' ? 'imports.importing' : 'imports.reportTitle', { name: data.fileName })}
        actions={<ReportActions item={data} />}
      />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 2 }}>
        <ImportStateChip state={data.state} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`imports.kinds.${data.kind}`)} · {format.dateTime(data.createdAt)}
          {data.packageOrigin ? ` · ${packageOriginText(t, format, data.packageOrigin)}` : ''}
          {whole !== null ? (
            <>
              {' ('}
              <TextLink component={Link} to={whole}>
                {t('packages.seeWhole')}
              </TextLink>
              )
            </>
          ) : null}
          {data.isWatched ? ` · ${t('watchedFolder.byFolder')}` : ''}
          {data.rereadOf === null ? null : (
            <>
              {` · ${t('rereading.isReread')} (`}
              <TextLink component={Link} to={`/imports/${data.rereadOf}`}>
                {t('rereading.seeFormer')}
              </TextLink>
              )
            </>
          )}
        </Typography>
      </Box>
      {data.state === 'reading' && job && !isJobOver(job.state) ? (
        <Paper variant="outlined" sx={{ p: 2.5 }}>
          <JobProgressCard job={job} hasName={false} />
        </Paper>
      ) : (
        <Box role="status">{failure ? <ErrorAlert error={failure} /> : <Outcome item={data} />}</Box>
      )}
      {data.state === 'committed' && data.hasOldRules ? (
        <Alert severity="info" variant="outlined" sx={{ mt: 1.5 }}>
          {t('rereading.oldRules')}
        </Alert>
      ) : null}
      {data.state === 'committed' || data.state === 'undone' || data.state === 'checked' ? <Rows item={data} /> : null}
    </>
  );
}

interface ImportProps {
  readonly item: Import;
}

function ReportActions({ item }: ImportProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const rows = item.kind === 'offers' ? `/offers?importId=${item.id}` : `/${item.kind}`;
  return (
    <>
      <UndoImportButton item={item} variant="outlined" />
      {item.state === 'committed' ? (
        <Button
          variant="outlined"
          component={Link}
          to={`/imports/${item.id}/reread`}
          aria-label={t('rereading.actionOf', { name: item.fileName })}
        >
          {t('rereading.action')}
        </Button>
      ) : null}
      {item.counts.rejected > 0 && (item.state === 'committed' || item.redoableUntil !== null) ? (
        <ExportMenu
          requests={[
            { label: t('importFiles.rejectedRows'), request: { what: 'rejected-rows', importId: item.id, language } },
          ]}
          isDisabled={false}
        />
      ) : null}
      {item.state === 'committed' ? (
        <Button variant="contained" component={Link} to={rows}>
          {t(`imports.seeImported.${item.kind}`)}
        </Button>
      ) : (
        <Button component={Link} to="/imports">
          {t('home.allImports')}
        </Button>
      )}
    </>
  );
}

const severities = {
  reading: 'info',
  checked: 'info',
  committed: 'success',
  failed: 'error',
  cancelled: 'info',
  undone: 'info',
} as const satisfies Record<ImportState, string>;

function Outcome({ item }: ImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasRejected = item.state === 'committed' && item.counts.rejected > 0;
  return (
    <Alert severity={hasRejected ? 'warning' : severities[item.state]} variant="outlined">
      {outcomeSentences(t, format, item).join(' ')}
    </Alert>
  );
}

function outcomeSentences(t: Translate, format: Format, item: Import): readonly string[] {
  const { counts, redoableUntil } = item;
  const changed = changedRowsText(t, format, item.undo ?? item.redo ?? {});
  const whatChanged = changed === '' ? [] : [t('imports.changedRows', { what: changed })];
  switch (item.state) {
    case 'committed':
      return [
        t('imports.reportDone', { count: counts.read }),
        ...(counts.rejected > 0 ? [t('imports.reportRejected', { count: counts.rejected })] : []),
        ...(item.redo ? [t('imports.reportRedone'), ...whatChanged] : []),
      ];
    case 'undone':
      return [
        t('imports.reportUndone'),
        ...whatChanged,
        ...(redoableUntil
          ? [t('imports.redoUntil', { day: format.longDate(localDay(new Date(redoableUntil))) })]
          : [t('imports.linesErased')]),
      ];
    case 'cancelled':
      return [t('imports.reportCancelled')];
    case 'failed':
      return [t('imports.reportFailed')];
    case 'checked':
      return [t('imports.reportChecked')];
    case 'reading':
      return [t('imports.reportReading')];
  }
}

function Rows({ item }: ImportProps) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const shown = params.has('state') ? readRowsAddress(params) : firstShown(item);
  const outcome = outcomeOf(shown);
  const go = (next: ShownRows, page: number): void =>
    setParams((former) => {
      const address = new URLSearchParams(former);
      address.set('state', next ?? 'all');
      writePage(address, page);
      return address;
    });
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
      {item.kind === 'offers' && item.state === 'committed' ? <OfferDuplicatesLink importId={item.id} /> : null}
      <ImportCountsBar
        counts={item.counts}
        {...(outcome === undefined ? {} : { chosen: outcome })}
        onChoose={(next) => go(next, 0)}
      />
      {item.undo && item.undo.kept > 0 ? (
        <KeptRowsButton item={item} isChosen={shown === 'kept'} onChoose={() => go('kept', 0)} />
      ) : null}
      <AlikeRowsButton item={item} isChosen={shown === 'alike'} onChoose={() => go('alike', 0)} />
      {item.counts.read > 0 ? <RecognitionLine item={item} /> : null}
      <Paper variant="outlined" component="section" aria-label={t('imports.rowsOf')} sx={{ p: 2 }}>
        <ImportRows
          importId={item.id}
          state={shown}
          {...(item.state === 'checked' && outcome !== undefined ? { count: item.counts[outcome ?? 'read'] } : {})}
          page={pageOfAddress(params)}
          onPage={(page) => go(shown, page)}
        />
      </Paper>
    </Box>
  );
}

/** What there is to do something about: rows that stayed, and those that were rejected. */
function firstShown({ undo, counts }: Import): ShownRows {
  if (undo && undo.kept > 0) return 'kept';
  return counts.rejected > 0 ? 'rejected' : null;
}
