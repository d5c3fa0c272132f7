import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';

interface UndoButtonProps {
  readonly onUndo: () => void;
}

/** Takes back what a notice tells of. */
export function UndoButton({ onUndo }: UndoButtonProps) {
  const { t } = useTranslation();
  return (
    <Button color="inherit" size="small" onClick={onUndo}>
      {t('editor.undo')}
    </Button>
  );
}
