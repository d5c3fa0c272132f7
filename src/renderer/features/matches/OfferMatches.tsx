import { Alert, AlertTitle, Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { packIds } from '../../../shared/util/packed-ids';
import { useAction, useCall } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { ShareDialog } from '../../components/ShareDialog';
import { PanelSection } from '../../components/SidePanel';
import { FormationGroups } from './FormationGroups';
import { OtherFormation } from './OtherFormation';
import { useDecisions } from './use-decisions';

/** As many as a person takes in at a glance; the others are one click away. */
const shownAtFirst = 5;

interface OfferMatchesProps {
  readonly offerId: OfferId;
  /** Told whether the reasons of a formation are open, which need room. */
  readonly onExplain: (isOpen: boolean) => void;
}

/** The formations of one offer: what was decided, what is proposed or why nothing is; and any other on request. */
export function OfferMatches({ offerId, onExplain }: OfferMatchesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState({ listed: false, other: false });
  const ranking = useCall('matches', 'ofOffer', { offerId });
  const { decisions, ...asked } = useDecisions(offerId);
  const error = (ranking.data ? null : ranking.error) ?? asked.error;
  const tell = (part: Partial<typeof open>): void => {
    const now = { ...open, ...part };
    setOpen(now);
    onExplain(now.listed || now.other);
  };
  const retry = (): void => {
    void ranking.refetch();
    asked.retry();
  };
  if (error) {
    return (
      <PanelSection title={t('offers.proposed')}>
        <ErrorAlert
          error={error}
          action={
            <Button color="inherit" size="small" onClick={retry}>
              {t('common.retry')}
            </Button>
          }
        />
      </PanelSection>
    );
  }
  if (!ranking.data || !decisions) {
    return (
      <PanelSection title={t('offers.proposed')}>
        <Skeleton variant="rounded" height={160} />
      </PanelSection>
    );
  }
  const { outcome, matches, modelId } = ranking.data;
  return (
    <>
      <FormationGroups
        compared={{ offerId }}
        {...{ matches, modelId, decisions, shownAtFirst }}
        lead={
          outcome === 'ranked' ? (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
              {t('offers.proposedSentence', { count: matches.length })} {t('offers.scoreLegend')}
            </Typography>
          ) : (
            <WhyNone offerId={offerId} outcome={outcome} />
          )
        }
        onExplain={(listed) => tell({ listed })}
      />
      <OtherFormation compared={{ offerId }} decisions={decisions} onOpen={(other) => tell({ other })} />
    </>
  );
}

const whyNone = {
  'insufficient-text': { title: 'offers.insufficientTitle', text: 'offers.insufficientText' },
  'no-suitable-formation': { title: 'offers.noneTitle', text: 'offers.noneText' },
  pending: { title: 'offers.pendingTitle', text: 'offers.pendingText' },
} as const satisfies Record<Exclude<MatchOutcome, 'ranked'>, { readonly title: string; readonly text: string }>;
/** Waiting would be in vain. */
const noFormations = { title: 'offers.noFormationsTitle', text: 'offers.noFormationsText' } as const;

interface WhyNoneProps {
  readonly offerId: OfferId;
  readonly outcome: Exclude<MatchOutcome, 'ranked'>;
}

function WhyNone({ offerId, outcome }: WhyNoneProps) {
  const { t } = useTranslation();
  const refresh = useAction('matches', 'refresh');
  const isRanking = useRunningJobs().some((job) => job.kind !== 'export');
  const [isSharing, setIsSharing] = useState(false);
  const isPending = outcome === 'pending';
  const hasNone = useCall('university', 'overview', {}, { enabled: isPending }).data?.formations === 0;
  const { title, text } = isPending && hasNone ? noFormations : whyNone[outcome];
  const isWaiting = isPending && !hasNone;
  const editing = (
    <Button color="inherit" size="small" component={Link} to={`/offers/${offerId}/edit`}>
      {t('editor.edit')}
    </Button>
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert
        severity={isPending ? 'info' : 'warning'}
        variant="outlined"
        action={
          isWaiting && !isRanking ? (
            <Button color="inherit" size="small" loading={refresh.isPending} onClick={() => refresh.mutate({})}>
              {t('home.refreshMatches')}
            </Button>
          ) : outcome === 'insufficient-text' ? (
            editing
          ) : isPending && hasNone ? (
            <Button color="inherit" size="small" component={Link} to="/imports/new?kind=formations">
              {t('offers.importFormations')}
            </Button>
          ) : null
        }
      >
        <AlertTitle>{t(title)}</AlertTitle>
        {t(text)} {isWaiting && isRanking ? t('offers.pendingRunning') : null}
        {outcome === 'no-suitable-formation' ? (
          <Button
            variant="outlined"
            color="inherit"
            size="small"
            sx={{ mt: 1, display: 'flex' }}
            onClick={() => setIsSharing(true)}
          >
            {t('packages.proposeElsewhere')}
          </Button>
        ) : null}
      </Alert>
      {refresh.error ? <ErrorAlert error={refresh.error} /> : null}
      {isSharing ? (
        <ShareDialog
          rows={{ what: 'offers', filter: { among: packIds([offerId]).text } }}
          onClose={() => setIsSharing(false)}
        />
      ) : null}
    </Box>
  );
}
