import NoneIcon from '@mui/icons-material/BlockOutlined';
import RankedIcon from '@mui/icons-material/CheckCircleOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ShortIcon from '@mui/icons-material/NotesOutlined';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { MatchOutcome } from '../../shared/domain/offer';

const icons = {
  ranked: RankedIcon,
  'no-suitable-formation': NoneIcon,
  'insufficient-text': ShortIcon,
  pending: PendingIcon,
} as const satisfies Record<MatchOutcome, typeof RankedIcon>;

interface OutcomeLabelProps {
  readonly outcome: MatchOutcome;
}

/** What matching said of an offer, by sign and words. */
export function OutcomeLabel({ outcome }: OutcomeLabelProps) {
  const { t } = useTranslation();
  const Icon = icons[outcome];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        height: '100%',
        color: 'text.secondary',
        minWidth: 0,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, flexShrink: 0 }} />
      <Box component="span" sx={{ whiteSpace: 'normal', lineHeight: 1.35 }}>
        {t(`outcomes.${outcome}`)}
      </Box>
    </Box>
  );
}
