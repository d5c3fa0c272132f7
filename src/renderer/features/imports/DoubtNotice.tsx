import { Alert, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { FileDoubt } from '../../../shared/domain/file-doubts';
import type { ImportKind } from '../../../shared/domain/import';
import { fileDoubtText } from '../../../shared/texts/file-doubt-text';
import { useFormat } from '../../i18n/use-format';

interface DoubtNoticeProps {
  readonly doubt: FileDoubt | null;
  /** Takes the file for something else; null where that is not to be said. */
  readonly onKind: ((kind: ImportKind) => void) | null;
}

/** Says that a file may be something else than it is taken for. */
export function DoubtNotice({ doubt, onKind }: DoubtNoticeProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  if (!doubt) return null;
  const { likelyKind } = doubt;
  const action =
    likelyKind && onKind ? (
      <Button color="inherit" size="small" onClick={() => onKind(likelyKind)}>
        {t(`imports.readAs.${likelyKind}`)}
      </Button>
    ) : null;
  return (
    <Alert severity="warning" action={action}>
      {fileDoubtText(doubt, language)}
    </Alert>
  );
}
