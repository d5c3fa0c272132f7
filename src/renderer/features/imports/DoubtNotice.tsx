import { Alert } from '@mui/material';
import type { FileDoubt } from '../../../shared/domain/file-doubts';
import { fileDoubtText } from '../../../shared/texts/file-doubt-text';
import { useFormat } from '../../i18n/use-format';

interface DoubtNoticeProps {
  readonly doubt: FileDoubt | null;
}

/** Says that a file may be something else than it is taken for. */
export function DoubtNotice({ doubt }: DoubtNoticeProps) {
  const { language } = useFormat();
  return doubt ? <Alert severity="warning">{fileDoubtText(doubt, language)}</Alert> : null;
}
