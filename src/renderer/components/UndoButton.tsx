import { Button } from '@mui/material';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseNoticeContext } from './notices';

interface UndoButtonProps {
  readonly onUndo: () => void;
}

/** Takes back what a notice tells of; that goes with it, for nothing is taken back twice. */
export function UndoButton({ onUndo }: UndoButtonProps) {
  const { t } = useTranslation();
  const close = use(CloseNoticeContext);
  const undo = (): void => {
    close?.();
    onUndo();
  };
  return (
    <Button color="inherit" size="small" onClick={undo}>
      {t('editor.undo')}
    </Button>
  );
}
