import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { contractWanted } from '../../../shared/domain/wish';

interface NamedContractProps {
  /** Null for none. */
  readonly named: ReturnType<typeof contractWanted>;
  readonly onEvery: () => void;
}

/** Says that only the contract that the words name is shown, and shows all of them. */
export function NamedContract({ named, onEvery }: NamedContractProps) {
  const { t } = useTranslation();
  if (named === null) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
      <Typography variant="body2">{t(`students.named.${named}`)}</Typography>
      <Button size="small" onClick={onEvery}>
        {t('students.everyContract')}
      </Button>
    </Box>
  );
}
