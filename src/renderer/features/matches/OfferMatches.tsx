import { Alert, AlertTitle, Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import type { Match } from '../../../shared/domain/match';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { useAction, useCall } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { PanelSection } from '../../components/SidePanel';
import { useStudyLevel } from '../../components/use-study-level';
import { FormationReasons } from './FormationReasons';
import { OtherFormation } from './OtherFormation';

/** As many as a person takes in at a glance; the others are one click away. */
const shownAtFirst = 5;

interface OfferMatchesProps {
  readonly offerId: OfferId;
  /** Told whether the reasons of a formation are open, which need room. */
  readonly onExplain: (isOpen: boolean) => void;
}

/** The formations of one offer, best first, each with its reasons, or why there is none; and any other on request. */
export function OfferMatches({ offerId, onExplain }: OfferMatchesProps) {
  const [open, setOpen] = useState({ listed: false, other: false });
  const tell = (part: Partial<typeof open>): void => {
    const now = { ...open, ...part };
    setOpen(now);
    onExplain(now.listed || now.other);
  };
  return (
    <>
      <ProposedFormations offerId={offerId} onExplain={(listed) => tell({ listed })} />
      <OtherFormation offerId={offerId} onOpen={(other) => tell({ other })} />
    </>
  );
}

function ProposedFormations({ offerId, onExplain }: OfferMatchesProps) {
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
      {data?.outcome === 'ranked' ? (
        <RankedFormations matches={data.matches} offerId={offerId} onExplain={onExplain} />
      ) : null}
      {data && data.outcome !== 'ranked' ? <WhyNone outcome={data.outcome} /> : null}
    </PanelSection>
  );
}

interface RankedFormationsProps extends OfferMatchesProps {
  readonly matches: readonly Match[];
}

function RankedFormations({ matches, offerId, onExplain }: RankedFormationsProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const [explained, setExplained] = useState<FormationId | null>(null);
  const explain = (id: FormationId): void => {
    const next = id === explained ? null : id;
    setExplained(next);
    onExplain(next !== null);
  };
  const others = matches.length - shownAtFirst;
  return (
    <>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('offers.proposedSentence', { count: matches.length })} {t('offers.scoreLegend')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(isWhole ? matches : matches.slice(0, shownAtFirst)).map((match) => (
          <RankedFormation
            key={match.formation.id}
            offerId={offerId}
            match={match}
            isExplained={match.formation.id === explained}
            onExplain={() => explain(match.formation.id)}
          />
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
  readonly offerId: OfferId;
  readonly match: Match;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
}

function RankedFormation({ offerId, match, isExplained, onExplain }: RankedFormationProps) {
  const { t } = useTranslation();
  const level = useStudyLevel();
  const reasonsId = useId();
  const { formation } = match;
  const { title } = formation;
  const about = [formation.diplomaType, formation.level === null ? null : level(formation.level), formation.component];
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <Box>
          <ScoreTag score={match.score} isLarge />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" component="h4" sx={{ lineHeight: 1.4 }}>
            <TextLink component={Link} to={`/formations?open=${formation.id}`}>
              {title}
            </TextLink>
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {about.filter((part) => part !== null && part !== '').join(' · ')}
          </Typography>
          <ScoreBars score={match} />
        </Box>
        <Button
          size="small"
          aria-expanded={isExplained}
          aria-controls={isExplained ? reasonsId : undefined}
          aria-label={t(isExplained ? 'reasons.hideOf' : 'reasons.whyOf', { title })}
          onClick={onExplain}
          sx={{ alignSelf: 'flex-start', flexShrink: 0, minWidth: 0 }}
        >
          {isExplained ? t('reasons.hide') : t('reasons.why')}
        </Button>
      </Box>
      {isExplained ? (
        <FormationReasons id={reasonsId} offerId={offerId} formationId={formation.id} title={title} />
      ) : null}
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
