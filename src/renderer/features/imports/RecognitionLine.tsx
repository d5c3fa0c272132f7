import { Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../../shared/domain/import';

interface RecognitionLineProps {
  readonly item: Pick<Import, 'kind' | 'recognition' | 'conflicts' | 'rereadOf'>;
}

/** How many rows were known again and by what, and what stays where they say otherwise. */
export function RecognitionLine({ item: { kind, recognition, conflicts, rereadOf } }: RecognitionLineProps) {
  const { t } = useTranslation();
  const { key, matched, keyless } = recognition;
  const words = key === 'automatic' ? t(`importFiles.automaticKeys.${kind}`) : t(`importFiles.matchKeys.${key}`);
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {/* Lines that are read again are known by what they made. */}
      {rereadOf === null ? t('importFiles.matched', { count: matched, key: words }) : ''}
      {keyless > 0 ? ` ${t('importFiles.keyless', { count: keyless })}` : ''}{' '}
      {t(`importFiles.conflictsTold.${conflicts}`)}
    </Typography>
  );
}
