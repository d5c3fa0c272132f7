import { Box, Button, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../../shared/domain/decision';
import type { FormationName, Match } from '../../../shared/domain/match';
import { Facts } from '../../components/Facts';
import { OfficeLink } from '../../components/OfficeLink';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { useFormationLine } from './use-formation-line';
import { ChoiceLine } from './ChoiceLine';
import type { ComparedText } from './compared-text';
import type { FormationFact } from './formation-fact';
import { FormationReasons } from './FormationReasons';

interface FormationCardProps {
  readonly compared: ComparedText;
  readonly formation: FormationName;
  /** What the ranking says of it; null for one that is not proposed. */
  readonly match: Match | null;
  /** What a person decided on it. */
  readonly choice: NamedChoice | null;
  /** What the page says of it besides. */
  readonly facts: readonly FormationFact[];
  readonly isExplained: boolean;
  readonly onExplain: (isOpen: boolean) => void;
  /** What can be done with it. */
  readonly actions: ReactNode;
  /** What stands below them, such as a note that is being written. */
  readonly children?: ReactNode;
}

/** One formation of an offer or a text: how well it suits and why, what was decided on it, and what can be done. */
export function FormationCard(props: FormationCardProps) {
  const { compared, formation, match, choice, isExplained, onExplain, actions, children, facts } = props;
  const { t } = useTranslation();
  const reasonsId = useId();
  const about = useFormationLine(formation);
  const { id, title } = formation;
  return (
    <Box
      component="li"
      data-formation={id}
      sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', gap: 1.25 }}>
        <Box sx={{ minWidth: 38, textAlign: 'center', flexShrink: 0 }}>
          {match ? (
            <ScoreTag score={match.score} isLarge />
          ) : (
            <Typography component="span" sx={{ color: 'text.secondary' }} title={t('decisions.noScore')}>
              –
            </Typography>
          )}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" component="h4" sx={{ lineHeight: 1.4, overflowWrap: 'anywhere' }}>
            <OfficeLink to={`/formations?open=${id}`}>{title}</OfficeLink>
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {about}
          </Typography>
          {choice ? <ChoiceLine choice={choice} match={match} /> : null}
          {match ? <ScoreBars score={match} /> : null}
          {facts.length === 0 ? null : (
            <Box sx={{ mt: 0.75 }}>
              <Facts facts={facts.map(({ label, content }) => ({ label, value: content(formation) }))} />
            </Box>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, mt: 0.25 }}>
            <Button
              size="small"
              aria-expanded={isExplained}
              aria-controls={isExplained ? reasonsId : undefined}
              aria-label={t(isExplained ? 'reasons.hideOf' : 'reasons.whyOf', { title })}
              onClick={() => onExplain(!isExplained)}
              sx={{ ml: -0.75, minWidth: 0 }}
            >
              {isExplained ? t('reasons.hide') : t('reasons.why')}
            </Button>
            <Box sx={{ flex: 1 }} />
            {actions}
          </Box>
          {children}
        </Box>
      </Box>
      {isExplained ? <FormationReasons id={reasonsId} compared={compared} formationId={id} title={title} /> : null}
    </Box>
  );
}
