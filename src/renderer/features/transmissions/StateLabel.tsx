import BouncedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import DraftIcon from '@mui/icons-material/DraftsOutlined';
import DueIcon from '@mui/icons-material/NotificationsActiveOutlined';
import PassedOnIcon from '@mui/icons-material/CheckCircleOutlined';
import RefusedIcon from '@mui/icons-material/BlockOutlined';
import SentIcon from '@mui/icons-material/SendOutlined';
import WithdrawnIcon from '@mui/icons-material/UndoOutlined';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { TransmissionState } from '../../../shared/domain/transmission';

const icons = {
  prepared: DraftIcon,
  sent: SentIcon,
  bounced: BouncedIcon,
  'passed-on': PassedOnIcon,
  refused: RefusedIcon,
  withdrawn: WithdrawnIcon,
  none: WithdrawnIcon,
} as const satisfies Record<TransmissionState, typeof SentIcon>;

interface StateLabelProps {
  readonly state: TransmissionState;
  readonly isDue: boolean;
}

/** Where a transmission stands, by sign and words. */
export function StateLabel({ state, isDue }: StateLabelProps) {
  const { t } = useTranslation();
  const Icon = isDue ? DueIcon : icons[state];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        height: '100%',
        minWidth: 0,
        color: isDue || state === 'bounced' ? 'warning.main' : 'text.secondary',
        fontWeight: isDue ? 650 : undefined,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, flexShrink: 0 }} />
      <Box component="span" sx={{ whiteSpace: 'normal', lineHeight: 1.35 }}>
        {isDue ? t('transmissions.due') : t(`transmissions.states.${state}`)}
      </Box>
    </Box>
  );
}
