import { Alert, Box, Button, Link as TextLink, Paper, Skeleton, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PackagePartReport } from '../../../shared/contract/imports';
import { AppError } from '../../../shared/domain/app-error';
import { importIdSchema, type ImportId } from '../../../shared/domain/ids';
import { importRowStates } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { HeadedTable } from '../../components/HeadedTable';
import { ImportStateChip } from '../../components/ImportStateChip';
import { PageHeader } from '../../components/PageHeader';
import { UndoImportButton } from '../../components/UndoImportButton';
import { changedRowsText } from '../../i18n/import-outcome';
import { packageOriginText } from '../../i18n/package-origin-text';
import { useFormat } from '../../i18n/use-format';
import { UndoPackageButton } from './UndoPackageButton';

/** A file of another university that was taken in: what became of each of its tables, and the way to take all back. */
export function PackageReportPage() {
  const { t } = useTranslation();
  const importId = importIdSchema.safeParse(Number(useParams()['importId']));
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      {importId.success ? (
        <PackageReport importId={importId.data} />
      ) : (
        <ErrorState error={new AppError('not-found', t('errors.loadTitle'))} />
      )}
    </Box>
  );
}

interface PackageReportProps {
  readonly importId: ImportId;
}

function PackageReport({ importId }: PackageReportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isUnderWay = (parts: readonly PackagePartReport[]): boolean => parts.some(({ state }) => state === 'reading');
  const { data, error, refetch } = useCall(
    'imports',
    'ofPackage',
    { importId },
    { refetchWhile: (parts) => (isUnderWay(parts) ? 1_000 : false) },
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={360} />;
  const [first] = data;
  if (!first) return <ErrorState error={new AppError('not-found', t('errors.loadTitle'))} />;
  const { packageOrigin, conflicts, createdAt } = first;
  const university = packageOrigin?.university || t('packages.unknownUniversity');
  return (
    <>
      <PageHeader
        title={t('packages.reportTitle', { university })}
        actions={
          <>
            {data.length > 1 ? (
              <UndoPackageButton parts={data} />
            ) : (
              <UndoImportButton item={first} variant="outlined" />
            )}
            <Button component={Link} to="/imports">
              {t('home.allImports')}
            </Button>
          </>
        }
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {packageOrigin ? `${packageOriginText(t, format, packageOrigin)} · ` : ''}
        {format.dateTime(createdAt)}
      </Typography>
      <Box role="status">
        <Outcome parts={data} />
      </Box>
      <Typography variant="body2" sx={{ my: 2 }}>
        {t(`importFiles.conflictsTold.${conflicts}`)}
      </Typography>
      <Paper variant="outlined">
        <HeadedTable
          label={t('packages.parts')}
          headings={[
            { label: t('packages.table') },
            { label: t('imports.columns.state') },
            { label: t('imports.columns.read'), align: 'right' },
            ...importRowStates.map((state) => ({ label: t(`imports.rowStates.${state}`), align: 'right' as const })),
            { label: t('packages.keptKnown'), align: 'right' },
            { label: t('imports.columns.actions'), align: 'right' },
          ]}
        >
          {data.map((part) => (
            <PartLine key={part.id} part={part} />
          ))}
        </HeadedTable>
      </Paper>
    </>
  );
}

interface PartLineProps {
  readonly part: PackagePartReport;
}

function PartLine({ part: { id, kind, state, counts, keptKnown, undo, rereadOf } }: PartLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t(`imports.kinds.${kind}`);
  const undone = changedRowsText(t, format, undo ?? {});
  const seeRows = t('packages.seeRowsOf', { kind: name });
  return (
    <TableRow sx={{ '&:last-child td, &:last-child th': { borderBottom: 0 } }}>
      <TableCell component="th" scope="row">
        {name}
        {rereadOf === null ? null : (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t('rereading.isReread')}
          </Typography>
        )}
        {undone === '' ? null : (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {undone}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        <ImportStateChip state={state} />
      </TableCell>
      <TableCell align="right">{format.number(counts.read)}</TableCell>
      {importRowStates.map((each) => (
        <TableCell key={each} align="right" sx={counts[each] === 0 ? { color: 'text.secondary' } : {}}>
          {format.number(counts[each])}
        </TableCell>
      ))}
      <TableCell align="right" sx={keptKnown === 0 ? { color: 'text.secondary' } : {}}>
        {format.number(keptKnown)}
      </TableCell>
      <TableCell align="right">
        <TextLink
          component={Link}
          to={`/imports/${id}`}
          aria-label={rereadOf === null ? seeRows : `${seeRows} (${t('rereading.isReread')})`}
        >
          {t('packages.seeRows')}
        </TextLink>
      </TableCell>
    </TableRow>
  );
}

interface OutcomeProps {
  readonly parts: readonly PackagePartReport[];
}

/** How far the whole is: done, under way, or not whole. */
function Outcome({ parts }: OutcomeProps) {
  const { t } = useTranslation();
  const isAny = (...states: readonly string[]): boolean => parts.some(({ state }) => states.includes(state));
  const tables = parts.filter(({ rereadOf }) => rereadOf === null);
  if (isAny('reading')) return <Alert severity="info">{t('packages.underWay')}</Alert>;
  // Nothing is missing where only reading again came to nothing.
  if (tables.some(({ state }) => state === 'failed' || state === 'cancelled'))
    return <Alert severity="warning">{t('packages.notWhole')}</Alert>;
  if (isAny('undone'))
    return <Alert severity="info">{t(isAny('committed') ? 'packages.partlyUndone' : 'packages.undone')}</Alert>;
  const read = tables.reduce((sum, { counts }) => sum + counts.read, 0);
  return <Alert severity="success">{t('packages.done', { count: read })}</Alert>;
}
