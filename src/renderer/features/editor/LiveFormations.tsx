import { Alert, AlertTitle, Box, Button, LinearProgress, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Match, MatchPreview } from '../../../shared/domain/match';
import type { Live } from '../../api/use-live';
import { ErrorAlert } from '../../components/ErrorState';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { useStudyLevel } from '../../components/use-study-level';

interface LiveFormationsProps {
  readonly live: Live<MatchPreview>;
  /** Whether there is any text at all. */
  readonly hasText: boolean;
}

/** The formations that the text suits as it stands, best first, or why there are none. */
export function LiveFormations({ live, hasText }: LiveFormationsProps) {
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
      {answer && !error ? <Outcome preview={answer} /> : null}
    </Box>
  );
}

interface OutcomeProps {
  readonly preview: MatchPreview;
}

const whyNone = {
  'insufficient-text': { title: 'editor.insufficientTitle', text: 'editor.insufficientText' },
  'no-suitable-formation': { title: 'editor.noneTitle', text: 'editor.noneText' },
  'no-formations': { title: 'editor.noFormationsTitle', text: 'editor.noFormationsText' },
} as const;

function Outcome({ preview: { outcome, matches } }: OutcomeProps) {
  const { t } = useTranslation();
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
      <Typography variant="caption" component="p" role="status" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {t('editor.rankedSentence', { count: matches.length })}
      </Typography>
      <Box component="ol" aria-label={t('editor.formations')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {matches.map((match) => (
          <LiveFormation key={match.formation.id} match={match} />
        ))}
      </Box>
    </>
  );
}

interface LiveFormationProps {
  readonly match: Match;
}

function LiveFormation({ match }: LiveFormationProps) {
  const level = useStudyLevel();
  const { id, title, diplomaType, level: years, component } = match.formation;
  const about = [diplomaType, years === null ? null : level(years), component];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.25,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box>
        <ScoreTag score={match.score} isLarge />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TextLink
          component={Link}
          to={`/formations?open=${id}`}
          variant="body2"
          sx={{ display: 'block', lineHeight: 1.4 }}
        >
          {title}
        </TextLink>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
          {about.filter((part) => part !== null && part !== '').join(' · ')}
        </Typography>
        <ScoreBars score={match} />
      </Box>
    </Box>
  );
}
