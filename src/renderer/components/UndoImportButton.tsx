import { Box, Button, DialogContentText, type ButtonProps } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/domain/app-error';
import type { Import } from '../../shared/domain/import';
import { useAction } from '../api/use-call';
import { useLook } from '../api/use-look';
import { useRunningJobs } from '../api/use-job';
import { errorText } from '../i18n/error-text';
import { undoSentences } from '../i18n/import-outcome';
import { useFormat } from '../i18n/use-format';
import { LookDialog } from './LookDialog';
import { useNotify } from './notices';

interface UndoImportButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'color'> {
  readonly item: Import;
}

/** Takes an import back, once the person has seen what that does, or puts it in place again. Nothing for any other. */
export function UndoImportButton({ item, ...look }: UndoImportButtonProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const undo = useAction('imports', 'undo');
  const redo = useAction('imports', 'redo');
  const running = useRunningJobs();
  const [isAsking, setIsAsking] = useState(false);
  // By their ids: several imports may be of files with one name.
  const own = [undo.data?.jobId, redo.data?.jobId];
  const isChanging = undo.isPending || redo.isPending || running.some(({ id }) => own.includes(id));
  const onError = (error: AppError): void => {
    const { what, todo } = errorText(t, error);
    notify({ about: `import-${item.id}`, severity: 'error', text: `${what} ${todo}` });
  };
  if (item.redoableUntil !== null) {
    return (
      <Button
        {...look}
        loading={isChanging}
        onClick={() => redo.mutate({ importId: item.id }, { onError })}
        aria-label={t('imports.redoOf', { name: item.fileName })}
      >
        {t('imports.redo')}
      </Button>
    );
  }
  if (item.state !== 'committed') return null;
  return (
    <>
      <Button
        {...look}
        loading={isChanging}
        onClick={() => setIsAsking(true)}
        aria-haspopup="dialog"
        aria-label={t('imports.undoOf', { name: item.fileName })}
      >
        {t('imports.undo')}
      </Button>
      {isAsking ? (
        <UndoDialog
          item={item}
          onClose={() => setIsAsking(false)}
          onUndo={() => {
            setIsAsking(false);
            undo.mutate({ importId: item.id }, { onError });
          }}
        />
      ) : null}
    </>
  );
}

interface UndoDialogProps {
  readonly item: Import;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

/** What taking the import back is going to do, found out by trying it. */
function UndoDialog({ item, onClose, onUndo }: UndoDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const look = useLook('previewUndo', { importId: item.id });
  return (
    <LookDialog
      title={t('imports.undoTitle', { name: item.fileName })}
      look={look}
      minHeight={72}
      found={
        look.data ? (
          <Box component="ul" sx={{ pl: 2.5, my: 0 }}>
            {undoSentences(t, format, look.data).map((sentence) => (
              <DialogContentText key={sentence} component="li" variant="body2" sx={{ color: 'text.primary', mb: 0.5 }}>
                {sentence}
              </DialogContentText>
            ))}
          </Box>
        ) : null
      }
      note={
        <DialogContentText variant="body2" sx={{ mt: 1.5 }}>
          {t('imports.undoIsNotForGood')}
        </DialogContentText>
      }
      keepLabel={t('imports.undoKeep')}
      confirmLabel={t('imports.undoConfirm')}
      canConfirm={look.data !== undefined}
      onClose={onClose}
      onConfirm={onUndo}
    />
  );
}
