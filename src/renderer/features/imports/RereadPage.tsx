import { Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { AppError } from '../../../shared/domain/app-error';
import type { NotationWish } from '../../../shared/domain/file-notation';
import { importIdSchema, type ImportId } from '../../../shared/domain/ids';
import type { ColumnMapping, ConflictRule, Import } from '../../../shared/domain/import';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { ColumnMappingTable } from './ColumnMappingTable';
import { ConflictsField } from './ConflictsField';
import { FirstRows } from './FirstRows';
import { mappingProblems } from './mapping-problems';
import { MappingProblems } from './MappingProblems';
import { NotationFields } from './NotationFields';
import { TryThenStart } from './TryThenStart';

/** The kept lines of an import, to be read again by the rules and a mapping of today. */
export function RereadPage() {
  const { t } = useTranslation();
  const importId = importIdSchema.safeParse(Number(useParams()['importId']));
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      {importId.success ? (
        <Rereading importId={importId.data} />
      ) : (
        <ErrorState error={new AppError('not-found', t('errors.loadTitle'))} />
      )}
    </Box>
  );
}

interface RereadingProps {
  readonly importId: ImportId;
}

function Rereading({ importId }: RereadingProps) {
  const { data, error, refetch } = useCall('imports', 'get', { importId });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <RereadForm item={data} /> : <Skeleton variant="rounded" height={420} />;
}

interface RereadFormProps {
  readonly item: Import;
}

function RereadForm({ item }: RereadFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [ownMapping, setOwnMapping] = useState<ColumnMapping | null>(null);
  const [ownNotation, setOwnNotation] = useState<NotationWish | null>(null);
  const [usesFormer, setUsesFormer] = useState(false);
  const [conflicts, setConflicts] = useState<ConflictRule | null>(null);
  const source = { importId: item.id, mapping: usesFormer ? null : ownMapping, notation: ownNotation, usesFormer };
  const order = { ...source, conflicts };
  const preview = useCall('imports', 'previewReread', source, { keepPrevious: true });
  const reread = useAction('imports', 'reread');
  const trial = useAction('imports', 'reread');
  const back = (
    <Button component={Link} to={`/imports/${item.id}`}>
      {t('rereading.back')}
    </Button>
  );
  const { data } = preview;
  const mapping = (usesFormer ? null : ownMapping) ?? data?.mapping ?? [];
  const problems = mappingProblems(item.kind, mapping);
  const isBlocked = problems.missing.length > 0 || problems.twice.length > 0;
  return (
    <>
      <PageHeader title={t('rereading.action')} actions={back} />
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere', mt: 0.5, mb: 1 }}>
        {item.fileName}
      </Typography>
      <Typography variant="body2" sx={{ maxWidth: '90ch', mb: 1 }}>
        {t('rereading.lead', { count: item.counts.read })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '90ch', mb: 2 }}>
        {t('rereading.limits')}
      </Typography>
      {preview.error ? <ErrorAlert error={preview.error} /> : null}
      {!data && !preview.error ? <Skeleton variant="rounded" height={420} /> : null}
      {data ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
          {'service' in data.format ? null : (
            <Paper variant="outlined" sx={{ p: 2.5 }}>
              <NotationFields preview={data} mapping={mapping} isKept onChange={setOwnNotation} />
            </Paper>
          )}
          <Paper variant="outlined" sx={{ p: 2.5 }}>
            <ColumnMappingTable
              kind={item.kind}
              preview={data}
              mapping={mapping}
              onChange={(next) => {
                setUsesFormer(false);
                setOwnMapping(next);
              }}
            />
            <Button
              size="small"
              sx={{ mt: 1.5 }}
              onClick={() => {
                setOwnMapping(null);
                setUsesFormer(!usesFormer);
              }}
            >
              {t(usesFormer ? 'rereading.today' : 'rereading.former')}
            </Button>
            <Box sx={{ mt: 2.5 }}>
              <ConflictsField rule={conflicts ?? item.conflicts} onChange={setConflicts} />
            </Box>
          </Paper>
          <Paper variant="outlined" sx={{ p: 2.5 }}>
            <FirstRows preview={data} />
          </Paper>
          <MappingProblems problems={problems} />
          <TryThenStart
            trial={{ ...trial, begin: () => trial.mutate({ ...order, dryRun: true }) }}
            start={{
              ...reread,
              begin: () =>
                reread.mutate(
                  { ...order, dryRun: false },
                  { onSuccess: ({ importId, jobId }) => void navigate(`/imports/${importId}?job=${jobId}`) },
                ),
            }}
            order={order}
            startLabel={t('rereading.start')}
            isBlocked={isBlocked}
          />
        </Box>
      ) : null}
    </>
  );
}
