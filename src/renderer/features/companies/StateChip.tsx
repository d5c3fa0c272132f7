import PendingIcon from '@mui/icons-material/PendingOutlined';
import { Chip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { CompanyState } from '../../../shared/domain/company';

interface StateChipProps {
  readonly state: CompanyState;
}

/** Marks a company that nobody of the office has looked at; what is as it should be needs no mark. */
export function StateChip({ state }: StateChipProps) {
  const { t } = useTranslation();
  if (state === 'validated') return null;
  return (
    <Chip
      size="small"
      color="warning"
      variant="outlined"
      icon={<PendingIcon />}
      label={t(`companies.states.${state}`)}
    />
  );
}
