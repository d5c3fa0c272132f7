import AddedIcon from '@mui/icons-material/PlaylistAddCheck';
import AcceptedIcon from '@mui/icons-material/CheckCircleOutlineOutlined';
import RejectedIcon from '@mui/icons-material/DoNotDisturbAltOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../../shared/domain/decision';
import type { Match } from '../../../shared/domain/match';
import { useFormat } from '../../i18n/use-format';

interface ChoiceLineProps {
  readonly choice: NamedChoice;
  readonly match: Match | null;
  /** Only the decision itself, where the ranking stands beside it. */
  readonly isBrief?: boolean;
}

const icons = { accepted: AcceptedIcon, added: AddedIcon, rejected: RejectedIcon };
const colors = { accepted: 'success.main', added: 'success.main', rejected: 'text.secondary' } as const;

/** What was decided on a formation: by whom, when and with what note, and whether the ranking sees it otherwise now. */
export function ChoiceLine({ choice, match, isBrief = false }: ChoiceLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, person, at, note, shown } = choice;
  const Icon = icons[state];
  const day = format.dateTime(at);
  const signed = person === null ? t('decisions.on', { day }) : t('decisions.byOn', { person, day });
  return (
    <Box sx={{ display: 'flex', gap: 0.75, mb: 0.5 }}>
      <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: colors[state] }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="caption" component="p" sx={{ overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ fontWeight: 650, color: colors[state] }}>
            {t(`decisions.states.${state}`)}
          </Box>{' '}
          {signed}
        </Typography>
        {note === null ? null : (
          <Typography variant="caption" component="p" dir="auto" sx={{ fontStyle: 'italic', overflowWrap: 'anywhere' }}>
            {t('decisions.noteQuoted', { note })}
          </Typography>
        )}
        {match === null && shown !== null && !isBrief ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t('decisions.noLongerProposed', { rank: format.number(shown.rank), score: format.score(shown.score) })}
          </Typography>
        ) : null}
      </Box>
    </Box>
  );
}
