import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackagePartReport } from '../../../shared/contract/imports';
import type { AppError } from '../../../shared/domain/app-error';
import type { ImportId } from '../../../shared/domain/ids';
import { useAction } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { useLook } from '../../api/use-look';
import { LookDialog } from '../../components/LookDialog';
import { useNotify } from '../../components/notices';
import { errorText } from '../../i18n/error-text';
import { UndoPreview } from './UndoPreview';

interface UndoPackageButtonProps {
  readonly parts: readonly PackagePartReport[];
}

/**
 * Takes all tables of a package back in one step, once the person has seen what that does, or puts them in place again;
 * nothing while one is still to be stored.
 */
export function UndoPackageButton({ parts }: UndoPackageButtonProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const undo = useAction('imports', 'undoPackage');
  const redo = useAction('imports', 'redoPackage');
  const running = useRunningJobs();
  const [isAsking, setIsAsking] = useState(false);
  const importId = parts[0]?.id;
  if (importId === undefined || parts.some(({ state }) => state === 'reading')) return null;
  const own = [undo.data?.jobId, redo.data?.jobId];
  const isChanging = undo.isPending || redo.isPending || running.some(({ id }) => own.includes(id));
  const onError = (error: AppError): void => {
    const { what, todo } = errorText(t, error);
    notify({ about: `package-${importId}`, severity: 'error', text: `${what} ${todo}` });
  };
  return (
    <>
      {parts.some(({ redoableUntil }) => redoableUntil !== null) ? (
        <Button variant="outlined" loading={isChanging} onClick={() => redo.mutate({ importId }, { onError })}>
          {t('packages.redoAll')}
        </Button>
      ) : null}
      {parts.some(({ state }) => state === 'committed') ? (
        <Button variant="outlined" loading={isChanging} aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
          {t('packages.undoAll')}
        </Button>
      ) : null}
      {isAsking ? (
        <UndoPackageDialog
          importId={importId}
          onClose={() => setIsAsking(false)}
          onUndo={() => {
            setIsAsking(false);
            undo.mutate({ importId }, { onError });
          }}
        />
      ) : null}
    </>
  );
}

interface UndoPackageDialogProps {
  readonly importId: ImportId;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

function UndoPackageDialog({ importId, onClose, onUndo }: UndoPackageDialogProps) {
  const { t } = useTranslation();
  const look = useLook('previewUndoPackage', { importId });
  return (
    <LookDialog
      title={t('packages.undoTitle')}
      look={look}
      minHeight={96}
      found={look.data ? <UndoPreview counts={look.data} /> : null}
      keepLabel={t('packages.undoKeep')}
      confirmLabel={t('packages.undoAll')}
      canConfirm={Boolean(look.data?.imports.length)}
      onClose={onClose}
      onConfirm={onUndo}
    />
  );
}
