import { Alert, AlertTitle, Box, Button, LinearProgress, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import type { Match, MatchPreview } from '../../../shared/domain/match';
import type { Live } from '../../api/use-live';
import { ErrorAlert } from '../../components/ErrorState';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { useStudyLevel } from '../../components/use-study-level';
import { FormationReasons } from '../matches/FormationReasons';

interface LiveFormationsProps {
  readonly live: Live<MatchPreview>;
  /** Whether there is any text at all. */
  readonly hasText: boolean;
  /** The offer as which the text is stored, whose reasons can be asked for; null for a text that is not kept. */
  readonly offerId: OfferId | null;
}

/** The formations that the text suits as it stands, best first, or why there are none. */
export function LiveFormations({ live, hasText, offerId }: LiveFormationsProps) {
  const { t } = useTranslation();
  const { answer, error, isBehind } = live;
  if (!hasText) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('editor.formationsHint')}
      </Typography>
    );
  }
  return (
    <Box aria-busy={isBehind}>
      {/* Always in place, so that nothing moves when it shows. */}
      <Box sx={{ height: 3, mb: 1, visibility: isBehind && answer ? 'visible' : 'hidden' }}>
        <LinearProgress aria-label={t('editor.updating')} sx={{ height: 3 }} />
      </Box>
      {error ? <ErrorAlert error={error} /> : null}
      {!answer && !error ? <Skeleton variant="rounded" height={220} /> : null}
      {answer && !error ? <Outcome preview={answer} offerId={offerId} /> : null}
    </Box>
  );
}

interface OutcomeProps {
  readonly preview: MatchPreview;
  readonly offerId: OfferId | null;
}

const whyNone = {
  'insufficient-text': { title: 'editor.insufficientTitle', text: 'editor.insufficientText' },
  'no-suitable-formation': { title: 'editor.noneTitle', text: 'editor.noneText' },
  'no-formations': { title: 'editor.noFormationsTitle', text: 'editor.noFormationsText' },
} as const;

function Outcome({ preview: { outcome, matches }, offerId }: OutcomeProps) {
  const { t } = useTranslation();
  const [explained, setExplained] = useState<FormationId | null>(null);
  if (outcome !== 'ranked') {
    return (
      <Alert
        severity="info"
        variant="outlined"
        action={
          outcome === 'no-formations' ? (
            <Button color="inherit" size="small" component={Link} to="/imports/new?kind=formations">
              {t('editor.importFormations')}
            </Button>
          ) : null
        }
      >
        <AlertTitle>{t(whyNone[outcome].title)}</AlertTitle>
        {t(whyNone[outcome].text)}
      </Alert>
    );
  }
  return (
    <>
      <Box role="status">
        <Typography variant="caption" component="h3" sx={{ color: 'text.secondary', mb: 0.5 }}>
          {t('editor.rankedSentence', { count: matches.length })}
        </Typography>
      </Box>
      <Box component="ol" aria-label={t('editor.formations')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {matches.map((match) => (
          <LiveFormation
            key={match.formation.id}
            match={match}
            offerId={offerId}
            isExplained={match.formation.id === explained}
            onExplain={(isOpen) => setExplained(isOpen ? match.formation.id : null)}
          />
        ))}
      </Box>
    </>
  );
}

interface LiveFormationProps {
  readonly match: Match;
  readonly offerId: OfferId | null;
  readonly isExplained: boolean;
  readonly onExplain: (isOpen: boolean) => void;
}

function LiveFormation({ match, offerId, isExplained, onExplain }: LiveFormationProps) {
  const { t } = useTranslation();
  const reasonsId = useId();
  const level = useStudyLevel();
  const { id, title, diplomaType, level: years, component } = match.formation;
  const about = [diplomaType, years === null ? null : level(years), component];
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', gap: 1.25 }}>
        <Box>
          <ScoreTag score={match.score} isLarge />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" component="h4" sx={{ lineHeight: 1.4 }}>
            <TextLink component={Link} to={`/formations?open=${id}`}>
              {title}
            </TextLink>
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {about.filter((part) => part !== null && part !== '').join(' · ')}
          </Typography>
          <ScoreBars score={match} />
          {offerId === null ? null : (
            <Button
              size="small"
              aria-expanded={isExplained}
              aria-controls={isExplained ? reasonsId : undefined}
              aria-label={t(isExplained ? 'reasons.hideOf' : 'reasons.whyOf', { title })}
              onClick={() => onExplain(!isExplained)}
              sx={{ ml: -0.75 }}
            >
              {isExplained ? t('reasons.hide') : t('reasons.why')}
            </Button>
          )}
        </Box>
      </Box>
      {isExplained && offerId !== null ? (
        <FormationReasons id={reasonsId} offerId={offerId} formationId={id} title={title} />
      ) : null}
    </Box>
  );
}
