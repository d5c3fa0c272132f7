import { Chip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportState } from '../../shared/domain/import';

const colors = {
  reading: 'info',
  checked: 'default',
  committed: 'success',
  failed: 'error',
  cancelled: 'default',
  undone: 'default',
} as const satisfies Record<ImportState, string>;

interface ImportStateChipProps {
  readonly state: ImportState;
}

/** Where an import stands, in a word. */
export function ImportStateChip({ state }: ImportStateChipProps) {
  const { t } = useTranslation();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={colors[state]}
      label={t(`imports.states.${state}`)}
      sx={{ justifySelf: 'start' }}
    />
  );
}
