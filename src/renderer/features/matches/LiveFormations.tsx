import { Alert, AlertTitle, Box, Button, LinearProgress, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import type { MatchPreview, TextToRank } from '../../../shared/domain/match';
import { useKiosk } from '../../api/use-kiosk';
import type { Live } from '../../api/use-live';
import { ErrorAlert } from '../../components/ErrorState';
import type { FormationFact } from './formation-fact';
import { FormationGroups } from './FormationGroups';
import { OtherFormation } from './OtherFormation';
import { useDecisions } from './use-decisions';

interface LiveFormationsProps {
  readonly live: Live<MatchPreview>;
  /** The text that is being compared; null when there is none at all. */
  readonly text: TextToRank | null;
  /** The offer as which the text is stored, on whose formations one can decide; null for a text that is not kept. */
  readonly offerId: OfferId | null;
  /** What the page says of each formation besides. */
  readonly facts?: readonly FormationFact[];
  /** What stands here while there is no text, and for one that says too little. */
  readonly hints?: { readonly empty: string; readonly insufficient: string };
}

/** The formations that the text suits as it stands, best first, or why there are none; and what was decided on them. */
export function LiveFormations({ live, text, offerId, facts, hints }: LiveFormationsProps) {
  const { t } = useTranslation();
  const { answer, error, isBehind } = live;
  const { decisions, ...asked } = useDecisions(offerId);
  if (text === null && (decisions === null || decisions.choices.length === 0)) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {hints?.empty ?? t('editor.formationsHint')}
      </Typography>
    );
  }
  const failure = error ?? asked.error;
  const isNearest = answer !== null && answer.nearest.length > 0;
  // What is stored may be another text: before the next save, after one that failed, beside somebody else's version.
  const compared = text !== null ? { text } : offerId !== null ? { offerId } : null;
  return (
    <Box aria-busy={isBehind}>
      {/* Always in place, so that nothing moves when it shows. */}
      <Box sx={{ height: 3, mb: 1, visibility: isBehind && answer ? 'visible' : 'hidden' }}>
        <LinearProgress aria-label={t('editor.updating')} sx={{ height: 3 }} />
      </Box>
      {failure ? <ErrorAlert error={failure} /> : null}
      {text !== null && !answer && !failure ? <Skeleton variant="rounded" height={220} /> : null}
      {compared && (answer ?? text === null) && !failure && !asked.isLoading ? (
        <>
          <FormationGroups
            compared={compared}
            matches={isNearest ? answer.nearest : (answer?.matches ?? [])}
            modelId={answer?.modelId ?? null}
            decisions={decisions}
            shownAtFirst={null}
            {...(facts ? { facts } : {})}
            {...(isNearest ? { heading: t('editor.nearestHeading') } : {})}
            lead={<Lead preview={answer} insufficient={hints?.insufficient} />}
          />
          <OtherFormation compared={compared} decisions={decisions} />
        </>
      ) : null}
    </Box>
  );
}

interface LeadProps {
  /** Null while there is no text to rank. */
  readonly preview: MatchPreview | null;
  readonly insufficient: string | undefined;
}

const whyNone = {
  'insufficient-text': { title: 'editor.insufficientTitle', text: 'editor.insufficientText' },
  'no-suitable-formation': { title: 'editor.noneTitle', text: 'editor.noneText' },
  'no-formations': { title: 'editor.noFormationsTitle', text: 'editor.noFormationsText' },
} as const;

function Lead({ preview, insufficient }: LeadProps) {
  const { t } = useTranslation();
  // What is missing and where all formations are is the office's business.
  const isKiosk = useKiosk() ?? true;
  if (!preview) return null;
  const { outcome, matches } = preview;
  if (outcome === 'ranked') {
    return (
      <Typography variant="caption" component="p" role="status" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {t('editor.rankedSentence', { count: matches.length })}
      </Typography>
    );
  }
  if (preview.nearest.length > 0) {
    return (
      <Alert severity="info" variant="outlined" sx={{ mb: 1 }}>
        <AlertTitle>{t('editor.noneTitle')}</AlertTitle>
        {t('editor.nearestText')}
        {isKiosk ? null : (
          <Box>
            <Button color="inherit" size="small" component={Link} to="/formations" sx={{ ml: -0.75, mt: 0.5 }}>
              {t('editor.allFormations')}
            </Button>
          </Box>
        )}
      </Alert>
    );
  }
  return (
    <Alert
      severity="info"
      variant="outlined"
      action={
        outcome === 'no-formations' && !isKiosk ? (
          <Button color="inherit" size="small" component={Link} to="/imports/new?kind=formations">
            {t('editor.importFormations')}
          </Button>
        ) : null
      }
    >
      <AlertTitle>{t(whyNone[outcome].title)}</AlertTitle>
      {outcome === 'insufficient-text' && insufficient !== undefined
        ? insufficient
        : t(outcome === 'no-formations' && isKiosk ? 'editor.noFormationsForStudents' : whyNone[outcome].text)}
    </Alert>
  );
}
