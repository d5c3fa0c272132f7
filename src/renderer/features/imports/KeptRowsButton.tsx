import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';

interface KeptRowsButtonProps {
  readonly item: Import;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** Opens the rows that an undo kept. */
export function KeptRowsButton({ item: { id: importId, undo }, isChosen, onChoose }: KeptRowsButtonProps) {
  const { t } = useTranslation();
  const asked = { importId, state: null, onlyKept: true, page: 0, pageSize: 1 };
  const rows = useCall('imports', 'rows', asked).data?.total;
  if (rows === undefined) return null;
  const others = (undo?.kept ?? 0) - rows;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      {rows > 0 ? (
        <Button variant={isChosen ? 'contained' : 'outlined'} size="small" aria-pressed={isChosen} onClick={onChoose}>
          {t('imports.keptRows', { count: rows })}
        </Button>
      ) : null}
      {others > 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('imports.keptElsewhere', { count: others })}
        </Typography>
      ) : null}
    </Box>
  );
}
