import { Alert, AlertTitle, Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import type { Match } from '../../../shared/domain/match';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { useAction, useCall } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { PanelSection } from '../../components/SidePanel';
import { useStudyLevel } from '../../components/use-study-level';

/** As many as a person takes in at a glance; the others are one click away. */
const shownAtFirst = 5;

interface OfferMatchesProps {
  readonly offerId: OfferId;
}

/** The formations of one offer, best first, or why there is none. */
export function OfferMatches({ offerId }: OfferMatchesProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('matches', 'ofOffer', { offerId });
  return (
    <PanelSection title={t('offers.proposed')}>
      {error && !data ? (
        <ErrorAlert
          error={error}
          action={
            <Button color="inherit" size="small" onClick={() => void refetch()}>
              {t('common.retry')}
            </Button>
          }
        />
      ) : null}
      {!data && !error ? <Skeleton variant="rounded" height={160} /> : null}
      {data?.outcome === 'ranked' ? <RankedFormations key={offerId} matches={data.matches} /> : null}
      {data && data.outcome !== 'ranked' ? <WhyNone outcome={data.outcome} /> : null}
    </PanelSection>
  );
}

interface RankedFormationsProps {
  readonly matches: readonly Match[];
}

function RankedFormations({ matches }: RankedFormationsProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const others = matches.length - shownAtFirst;
  return (
    <>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('offers.proposedSentence', { count: matches.length })} {t('offers.scoreLegend')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(isWhole ? matches : matches.slice(0, shownAtFirst)).map((match) => (
          <RankedFormation key={match.formation.id} match={match} />
        ))}
      </Box>
      {others > 0 ? (
        <Button size="small" onClick={() => setIsWhole(!isWhole)} aria-expanded={isWhole} sx={{ mt: 0.5 }}>
          {isWhole ? t('offers.showFewerMatches') : t('offers.showMoreMatches', { count: others })}
        </Button>
      ) : null}
    </>
  );
}

interface RankedFormationProps {
  readonly match: Match;
}

function RankedFormation({ match }: RankedFormationProps) {
  const level = useStudyLevel();
  const { formation } = match;
  const about = [formation.diplomaType, formation.level === null ? null : level(formation.level), formation.component];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.5,
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
          to={`/formations?open=${formation.id}`}
          variant="body2"
          sx={{ display: 'block', lineHeight: 1.4 }}
        >
          {formation.title}
        </TextLink>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
          {about.filter((part) => part !== null && part !== '').join(' · ')}
        </Typography>
        <ScoreBars score={match} />
      </Box>
    </Box>
  );
}

const whyNone = {
  'insufficient-text': { title: 'offers.insufficientTitle', text: 'offers.insufficientText' },
  'no-suitable-formation': { title: 'offers.noneTitle', text: 'offers.noneText' },
  pending: { title: 'offers.pendingTitle', text: 'offers.pendingText' },
} as const satisfies Record<Exclude<MatchOutcome, 'ranked'>, { readonly title: string; readonly text: string }>;

interface WhyNoneProps {
  readonly outcome: Exclude<MatchOutcome, 'ranked'>;
}

function WhyNone({ outcome }: WhyNoneProps) {
  const { t } = useTranslation();
  const refresh = useAction('matches', 'refresh');
  const isRanking = useRunningJobs().some((job) => job.kind !== 'export');
  const { title, text } = whyNone[outcome];
  const isWaiting = outcome === 'pending';
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert
        severity={isWaiting ? 'info' : 'warning'}
        variant="outlined"
        action={
          isWaiting && !isRanking ? (
            <Button color="inherit" size="small" loading={refresh.isPending} onClick={() => refresh.mutate({})}>
              {t('home.refreshMatches')}
            </Button>
          ) : null
        }
      >
        <AlertTitle>{t(title)}</AlertTitle>
        {t(text)} {isWaiting && isRanking ? t('offers.pendingRunning') : null}
      </Alert>
      {refresh.error ? <ErrorAlert error={refresh.error} /> : null}
    </Box>
  );
}
