import { Alert, Box, Button, Checkbox, Link as TextLink, Paper, Skeleton, TableCell, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OpenedPackage } from '../../../shared/contract/packages';
import type { AppError } from '../../../shared/domain/app-error';
import type { FileId, ImportId, JobId } from '../../../shared/domain/ids';
import type { ConflictRule, ImportKind } from '../../../shared/domain/import';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { HeadedTable } from '../../components/HeadedTable';
import { useFormat } from '../../i18n/use-format';
import { ConflictsField } from './ConflictsField';
import { DryRunResult } from './DryRunResult';
import { partAddress } from './import-address';

interface TakePackageProps {
  readonly fileId: FileId;
  readonly onOtherFile: () => void;
}

type Part = OpenedPackage['parts'][number];
interface Started {
  readonly kind: ImportKind;
  readonly importId: ImportId;
  readonly jobId: JobId;
}

/** The second step for a file of another university: what is in it, what taking it in would do, and how. */
export function TakePackage({ fileId, onOtherFile }: TakePackageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opened = useCall('packages', 'open', { fileId });
  const start = useAction('imports', 'start');
  const [conflicts, setConflicts] = useState<ConflictRule>('ours');
  const [chosen, setChosen] = useState<ReadonlySet<ImportKind>>(new Set(['companies', 'offers']));
  const [tried, setTried] = useState<readonly Started[]>([]);
  const [failure, setFailure] = useState<AppError | null>(null);
  const otherFile = (
    <Button variant="outlined" onClick={onOtherFile}>
      {t('imports.otherFile')}
    </Button>
  );
  if (opened.error) {
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <ErrorAlert error={opened.error} />
        {otherFile}
      </Box>
    );
  }
  if (!opened.data) return <Skeleton variant="rounded" height={420} />;
  const { parts } = opened.data;
  const taken = parts.filter(({ kind, rows }) => rows > 0 && chosen.has(kind));
  /** One after the other, in the order in which they need each other. */
  const startAll = async (dryRun: boolean): Promise<readonly Started[] | null> => {
    setFailure(null);
    const started: Started[] = [];
    try {
      for (const { kind, fileId: part } of taken) {
        const source = { fileId: part, kind, format: null, mapping: null, usesProfile: false };
        const takenWith = started[0]?.importId ?? null;
        started.push({ kind, ...(await start.mutateAsync({ ...source, conflicts, dryRun, takenWith })) });
      }
      return started;
    } catch (error) {
      setFailure(error as AppError); // What a call throws.
      return null;
    }
  };
  const tryAll = async (): Promise<void> => setTried((await startAll(true)) ?? []);
  const takeAll = async (): Promise<void> => {
    const [first] = (await startAll(false)) ?? [];
    if (first) await navigate(`/imports/packages/${first.importId}`, { replace: true });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <PackageHead opened={opened.data} action={otherFile} />
      <Paper variant="outlined" sx={{ p: 2.5, display: 'grid', gap: 2.5 }}>
        <PartTable
          packageId={fileId}
          parts={parts}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            setTried([]);
          }}
        />
        {chosen.has('formations') && parts.some(({ kind }) => kind === 'formations') ? (
          <Alert severity="info" variant="outlined">
            {t('packages.formationsHint')}
          </Alert>
        ) : null}
        <ConflictsField
          rule={conflicts}
          onChange={(rule) => {
            setConflicts(rule);
            setTried([]);
          }}
        />
      </Paper>
      {tried.map(({ kind, importId, jobId }) => (
        <DryRunResult key={jobId} importId={importId} jobId={jobId} name={t(`imports.kinds.${kind}`)} />
      ))}
      {failure ? <ErrorAlert error={failure} /> : null}
      <Paper
        variant="outlined"
        sx={{ position: 'sticky', bottom: 0, p: 1.5, display: 'flex', gap: 1.5, justifyContent: 'flex-end', zIndex: 1 }}
      >
        <Button
          variant="outlined"
          disabled={taken.length === 0}
          loading={start.isPending}
          onClick={() => void tryAll()}
        >
          {t('imports.dryRun')}
        </Button>
        <Button
          variant="contained"
          disabled={taken.length === 0}
          loading={start.isPending}
          onClick={() => void takeAll()}
        >
          {t('packages.take', { count: taken.length })}
        </Button>
      </Paper>
    </Box>
  );
}

interface PackageHeadProps {
  readonly opened: OpenedPackage;
  readonly action: React.ReactNode;
}

/** Who sends the file, when it was made, and what may be done with it. */
function PackageHead({ opened, action }: PackageHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Paper variant="outlined" sx={{ p: 2.5, display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 2 }}>
        <Facts
          facts={[
            { label: t('imports.columns.fileName'), value: opened.fileName },
            { label: t('packages.from'), value: opened.university || t('packages.unknownUniversity') },
            { label: t('packages.madeAt'), value: format.dateTime(opened.madeAt) },
            { label: t('packages.licence'), value: opened.licence || t('packages.noLicence') },
            {
              label: t('packages.personal'),
              value: t(opened.hasPersonalData ? 'packages.hasPersonalData' : 'packages.hasNoPersonalData'),
            },
          ]}
        />
        <Alert severity="success" variant="outlined">
          {t('packages.checked')}
        </Alert>
        {opened.university === '' || opened.licence === '' ? (
          <Alert severity="warning" variant="outlined">
            {t('packages.saysTooLittle')}
          </Alert>
        ) : null}
      </Box>
      {action}
    </Paper>
  );
}

interface PartTableProps {
  readonly packageId: FileId;
  readonly parts: readonly Part[];
  readonly chosen: ReadonlySet<ImportKind>;
  readonly onChoose: (chosen: ReadonlySet<ImportKind>) => void;
}

function PartTable({ packageId, parts, chosen, onChoose }: PartTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <HeadedTable
      label={t('packages.parts')}
      size="small"
      headings={[
        { label: t('packages.table') },
        { label: t('packages.rowCount'), align: 'right' },
        { label: t('imports.columns.actions'), align: 'right' },
      ]}
    >
      {parts.map(({ kind, fileId, rows }) => (
        <TableRow key={kind}>
          <TableCell component="th" scope="row">
            <Checkbox
              size="small"
              checked={chosen.has(kind)}
              slotProps={{ input: { 'aria-label': t('packages.takes', { kind: t(`imports.kinds.${kind}`) }) } }}
              onChange={(_event, checked) => {
                const next = new Set(chosen);
                if (checked) next.add(kind);
                else next.delete(kind);
                onChoose(next);
              }}
            />
            {t(`imports.kinds.${kind}`)}
          </TableCell>
          <TableCell align="right">{format.number(rows)}</TableCell>
          <TableCell align="right">
            {rows === 0 ? null : (
              <TextLink
                component={Link}
                to={partAddress({ kind, fileId, packageId })}
                aria-label={t('packages.lookAt', { kind: t(`imports.kinds.${kind}`) })}
              >
                {t('packages.look')}
              </TextLink>
            )}
          </TableCell>
        </TableRow>
      ))}
    </HeadedTable>
  );
}
