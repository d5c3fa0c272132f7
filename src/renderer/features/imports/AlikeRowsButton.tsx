import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../../shared/domain/import';

interface AlikeRowsButtonProps {
  readonly item: Import;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** How many offers a trial would have proposed as one with another, and the way to their rows; nothing for an import. */
export function AlikeRowsButton({ item: { alikePairs: count }, isChosen, onChoose }: AlikeRowsButtonProps) {
  const { t } = useTranslation();
  if (count === null) return null;
  if (count === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('imports.noAlike')}
      </Typography>
    );
  }
  return (
    <Box>
      <Button
        size="small"
        color="warning"
        variant={isChosen ? 'contained' : 'outlined'}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        {t('imports.alikePairs', { count })}
      </Button>
    </Box>
  );
}
