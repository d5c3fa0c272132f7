import { Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findDoubt } from '../../../shared/domain/file-doubts';
import type { NotationWish } from '../../../shared/domain/file-notation';
import type { FileId, ImportId, JobId } from '../../../shared/domain/ids';
import type { ColumnMapping, ConflictRule, EmptyCellRule, FileFormat, ImportKind } from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useFormat } from '../../i18n/use-format';
import { ColumnMappingTable } from './ColumnMappingTable';
import { ConflictsField } from './ConflictsField';
import { DoubtNotice } from './DoubtNotice';
import { EmptyCellsField } from './EmptyCellsField';
import { FileSourceField } from './FileSourceField';
import { FirstRows } from './FirstRows';
import { KindField } from './KindField';
import { NotationFields } from './NotationFields';
import { ProfileNotice } from './ProfileNotice';
import { ReadingFields } from './ReadingFields';
import { mappingProblems } from './mapping-problems';
import { MatchKeyField } from './MatchKeyField';
import { MappingProblems } from './MappingProblems';
import { TryThenStart } from './TryThenStart';
import { useLikelyKind } from './use-likely-kind';

interface CheckFileProps {
  readonly fileId: FileId;
  readonly kind: ImportKind;
  /** The file of another university of which this one is a table; null for any other. */
  readonly packageId: FileId | null;
  readonly onKind: (kind: ImportKind) => void;
  /** The way back, and what it is called. */
  readonly backLabel: string;
  readonly onBack: () => void;
  readonly onStarted: (importId: ImportId, jobId: JobId) => void;
}

/** The second step: how the file was understood, to be corrected, tried and then imported. */
export function CheckFile({ fileId, kind, packageId, onKind, backLabel, onBack, onStarted }: CheckFileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ownFormat, setOwnFormat] = useState<FileFormat | null>(null);
  const [ownMapping, setOwnMapping] = useState<ColumnMapping | null>(null);
  const [ownNotation, setOwnNotation] = useState<NotationWish | null>(null);
  const [usesProfile, setUsesProfile] = useState(packageId === null);
  const [ownRule, setOwnRule] = useState<EmptyCellRule | null>(null);
  const [ownKey, setOwnKey] = useState<MatchKey | null>(null);
  const [ownSource, setOwnSource] = useState<string | null>(null);
  const [ownConflicts, setOwnConflicts] = useState<ConflictRule | null>(null);
  const source = { fileId, kind, format: ownFormat, mapping: ownMapping, notation: ownNotation, usesProfile };
  const preview = useCall('imports', 'preview', source, { keepPrevious: true });
  const start = useAction('imports', 'start');
  const trial = useAction('imports', 'start');
  const likely = useLikelyKind(fileId, kind, packageId === null ? (ownMapping ?? preview.data?.mapping ?? null) : null);

  const otherFile = (
    <Button variant="outlined" onClick={onBack}>
      {backLabel}
    </Button>
  );
  if (preview.error) {
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <ErrorAlert error={preview.error} />
        <Box sx={{ display: 'flex', gap: 1 }}>
          {otherFile}
          {ownFormat || ownMapping || ownNotation ? (
            <Button
              onClick={() => {
                setOwnFormat(null);
                setOwnMapping(null);
                setOwnNotation(null);
              }}
            >
              {t('imports.asFound')}
            </Button>
          ) : null}
        </Box>
      </Box>
    );
  }
  if (!preview.data) return <Skeleton variant="rounded" height={420} />;

  const { data } = preview;
  const mapping = ownMapping ?? data.mapping;
  const emptyCells = ownRule ?? data.profile?.emptyCells ?? 'leave';
  const matchKey = ownKey ?? data.profile?.matchKey ?? 'automatic';
  const conflicts = ownConflicts ?? (packageId === null ? (data.profile?.conflicts ?? 'theirs') : 'ours');
  // The pages of a service and the offers of another university say where they come from.
  const mayHaveSource = kind === 'offers' && packageId === null && !('service' in data.format);
  const fileSource = mayHaveSource ? (ownSource ?? data.profile?.fileSource ?? '') : null;
  const order = { ...source, emptyCells, matchKey, conflicts, fileSource: fileSource?.trim() ?? null };
  const problems = mappingProblems(kind, mapping);
  const isBlocked = problems.missing.length > 0 || problems.twice.length > 0;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {t('imports.checkTitle', { name: data.fileName })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          {packageId === null ? '' : `${t(`imports.kinds.${kind}`)} · `}
          {format.size(data.sizeBytes)}
        </Typography>
        {packageId === null ? <KindField kind={kind} onChange={onKind} /> : null}
        {otherFile}
      </Box>
      <Paper variant="outlined" sx={{ p: 2.5 }}>
        <ReadingFields
          preview={data}
          format={ownFormat ?? data.format}
          onChange={(next, isOtherTable) => {
            setOwnFormat(next);
            // Another separator or sheet makes other columns: what was said of the former ones no longer holds.
            if (isOtherTable) setOwnMapping(null);
          }}
        />
        {'service' in data.format ? null : (
          <NotationFields
            preview={data}
            mapping={mapping}
            onChange={(next, isOtherTable) => {
              setOwnNotation(next);
              if (isOtherTable) setOwnMapping(null);
            }}
          />
        )}
      </Paper>
      {data.profile ? null : (
        <DoubtNotice
          doubt={likely ?? findDoubt(kind, data.header, mapping)}
          onKind={packageId === null ? onKind : null}
        />
      )}
      <ProfileNotice
        profile={data.profile}
        onIgnore={() => {
          setUsesProfile(false);
          setOwnMapping(null);
          setOwnNotation(null);
          setOwnRule(null);
          setOwnKey(null);
          setOwnConflicts(null);
          setOwnSource(null);
        }}
      />
      <Paper variant="outlined" sx={{ p: 2.5 }}>
        <ColumnMappingTable kind={kind} preview={data} mapping={mapping} onChange={setOwnMapping} />
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
            alignItems: 'start',
            gap: 2.5,
            mt: 2.5,
          }}
        >
          <MatchKeyField kind={kind} matchKey={matchKey} onChange={setOwnKey} />
          <EmptyCellsField rule={emptyCells} onChange={setOwnRule} />
          <ConflictsField rule={conflicts} onChange={setOwnConflicts} />
          {fileSource === null ? null : <FileSourceField fileSource={fileSource} onChange={setOwnSource} />}
        </Box>
      </Paper>
      <Paper variant="outlined" sx={{ p: 2.5 }}>
        <FirstRows preview={data} />
      </Paper>
      <MappingProblems problems={problems} />
      <TryThenStart
        trial={{ ...trial, begin: () => trial.mutate({ ...order, dryRun: true }) }}
        start={{
          ...start,
          begin: () =>
            start.mutate(
              { ...order, dryRun: false },
              { onSuccess: ({ importId, jobId }) => onStarted(importId, jobId) },
            ),
        }}
        order={order}
        startLabel={t(`imports.startKind.${kind}`)}
        isBlocked={isBlocked}
      />
    </Box>
  );
}
