import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/domain/app-error';
import type { FileId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import { useAction, useCalls } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { HeadedTable } from '../../components/HeadedTable';
import { withFile, type FileQueue, type QueuedFile } from './file-queue';
import { QueueRow } from './QueueRow';
import { whatIsOpen } from './what-is-open';

interface ImportQueueProps {
  readonly queue: FileQueue;
  readonly onQueue: (change: (queue: FileQueue) => FileQueue) => void;
  /** Opens a file to be looked at by itself. */
  readonly onOpen: (fileId: FileId, kind: ImportKind) => void;
  readonly onOtherFiles: () => void;
}

/** Several files at once: what was understood of each, and a trial, an import and an undoing of all. */
export function ImportQueue({ queue, onQueue, onOpen, onOtherFiles }: ImportQueueProps) {
  const { t } = useTranslation();
  const start = useAction('imports', 'start');
  const undo = useAction('imports', 'undo');
  const [failure, setFailure] = useState<AppError | null>(null);
  const looks = useCalls(
    'imports',
    'recognise',
    queue.map(({ fileId, kind }) => ({ fileId, kind })),
  );
  const begun = queue.flatMap(({ trialId, importId }) => importId ?? trialId ?? []);
  const imports = useCalls(
    'imports',
    'get',
    begun.map((importId) => ({ importId })),
  ).flatMap(({ data }) => data ?? []);
  const importOf = ({ trialId, importId }: QueuedFile) =>
    imports.find(({ id }) => id === (importId ?? trialId)) ?? null;
  const isTaken = (file: QueuedFile): boolean => {
    const state = file.importId === null ? null : importOf(file)?.state;
    return file.importId !== null && state !== 'failed' && state !== 'cancelled' && state !== 'undone';
  };
  const ready = queue.flatMap((file, place) => {
    const look = looks[place]?.data;
    return look && whatIsOpen(look) === null && !isTaken(file) ? [{ file, kind: look.kind }] : [];
  });
  const open = looks.filter(({ data, error }) => error !== null || (data && whatIsOpen(data) !== null)).length;
  const taken = queue.flatMap((file) => {
    const item = file.importId === null ? null : importOf(file);
    return item?.state === 'committed' ? [item] : [];
  });
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error as AppError); // What a call throws.
    }
  };
  const startAll = (dryRun: boolean): Promise<void> =>
    inTurn(async () => {
      for (const { file, kind } of ready) {
        const source = { fileId: file.fileId, kind, format: null, mapping: null };
        const { importId } = await start.mutateAsync({ ...source, dryRun });
        onQueue((now) => withFile(now, file.fileId, dryRun ? { trialId: importId } : { importId }));
      }
    });
  const undoAll = (): Promise<void> =>
    inTurn(async () => {
      for (const { id } of taken.toReversed()) await undo.mutateAsync({ importId: id });
    });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('importFiles.queue.title', { count: queue.length })}
        </Typography>
        <Button variant="outlined" onClick={onOtherFiles}>
          {t('importFiles.queue.otherFiles')}
        </Button>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '90ch' }}>
        {t('importFiles.queue.lead')}
      </Typography>
      {open > 0 ? (
        <Alert severity="warning" variant="outlined">
          {t('importFiles.queue.open', { count: open })}
        </Alert>
      ) : null}
      <Paper variant="outlined">
        <HeadedTable
          label={t('importFiles.queue.label')}
          headings={[
            { label: t('imports.columns.fileName'), minWidth: 200 },
            { label: t('imports.columns.kind'), width: 168 },
            { label: t('importFiles.queue.understood'), minWidth: 250 },
            { label: t('imports.rowState'), minWidth: 180 },
            { label: t('imports.columns.actions'), align: 'right', isHidden: true },
          ]}
        >
          {queue.map((file, place) => (
            <QueueRow
              key={file.fileId}
              number={place + 1}
              look={looks[place]?.data ?? null}
              error={looks[place]?.error ?? null}
              item={importOf(file)}
              isTrial={file.importId === null}
              onKind={(kind) => onQueue((now) => withFile(now, file.fileId, { kind, trialId: null }))}
              onOpen={(kind) => onOpen(file.fileId, kind)}
            />
          ))}
        </HeadedTable>
      </Paper>
      {failure ? <ErrorAlert error={failure} /> : null}
      <Paper
        variant="outlined"
        sx={{ position: 'sticky', bottom: 0, p: 1.5, display: 'flex', gap: 1.5, justifyContent: 'flex-end', zIndex: 1 }}
      >
        {taken.length > 1 ? (
          <Button color="inherit" loading={undo.isPending} onClick={() => void undoAll()} sx={{ mr: 'auto' }}>
            {t('importFiles.queue.undoAll', { count: taken.length })}
          </Button>
        ) : null}
        <Button
          variant="outlined"
          disabled={ready.length === 0}
          loading={start.isPending}
          onClick={() => void startAll(true)}
        >
          {t('importFiles.queue.tryAll')}
        </Button>
        {ready.length === 0 ? null : (
          <Button variant="contained" loading={start.isPending} onClick={() => void startAll(false)}>
            {t('importFiles.queue.takeAll', { count: ready.length })}
          </Button>
        )}
      </Paper>
    </Box>
  );
}
