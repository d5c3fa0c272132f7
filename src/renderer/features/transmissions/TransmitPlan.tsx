import PdfIcon from '@mui/icons-material/PictureAsPdfOutlined';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Candidate, OfferPlan, PreparedDraft } from '../../../shared/contract/transmissions';
import type { FormationId } from '../../../shared/domain/ids';
import { isJobOver } from '../../../shared/domain/job';
import { isWithManager } from '../../../shared/domain/transmission';
import { downloadFile } from '../../api/files';
import { useAction } from '../../api/use-call';
import { useRecentJobs } from '../../api/use-job';
import { FormationSearch } from '../../components/FormationSearch';
import { ErrorAlert } from '../../components/ErrorState';
import { takesProposals } from '../../components/taken-proposals';
import type { Translate } from '../../i18n/translate';
import { CandidateRow, canBeSent } from './CandidateRow';
import { DraftsProgress } from './DraftsProgress';
import { MessageChoices, MessageFields } from './MessageFields';
import { PreparedDrafts } from './PreparedDrafts';
import { useDrafts } from './use-drafts';
import { useMessage, type Message } from './use-message';

interface TransmitPlanProps {
  readonly plan: OfferPlan;
  /** Adds a formation that the plan does not name. */
  readonly onAdd: (formation: { readonly id: FormationId }) => void;
}

/** The formations on the left, the message on the right, and below it what was made of both. */
export function TransmitPlan({ plan, onAdd }: TransmitPlanProps) {
  const { t } = useTranslation();
  // What a person ticked or unticked; for the others it is whether the formation was chosen.
  const [ticks, setTicks] = useState<ReadonlyMap<FormationId, boolean>>(new Map());
  const [isTaking, setIsTaking] = useState(takesProposals(useLocation().state));
  const [message, changeMessage] = useMessage({ count: 1, title: plan.title });
  const making = useDrafts();
  const isRanking = useRecentJobs()?.some(({ kind, state }) => kind === 'rank' && !isJobOver(state)) ?? false;
  const { drafts } = making;
  const tick = (id: FormationId, isTicked: boolean): void => setTicks(new Map([...ticks, [id, isTicked]]));
  const isTicked = (candidate: Candidate): boolean =>
    canBeSent(candidate) &&
    (ticks.get(candidate.formationId) ?? (candidate.isChosen || (isTaking && candidate.score !== null)));
  const hasTaken = isTaking && plan.candidates.some((candidate) => !candidate.isChosen && isTicked(candidate));
  const ticked = plan.candidates.filter(isTicked);
  const isOpen = plan.status === 'published' || plan.status === 'transmitted';
  const stateOf = new Map(
    plan.candidates.flatMap(({ last }) => (last === null ? [] : [[last.id, last.state] as const])),
  );
  const isSent = (draft: PreparedDraft): boolean =>
    draft.transmissionIds.every((id) => (stateOf.get(id) ?? 'prepared') !== 'prepared');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Paper variant="outlined" component="section" aria-labelledby="plan-formations" sx={{ p: 2.5 }}>
        <Typography id="plan-formations" variant="h2" sx={{ mb: 0.5 }}>
          {t('transmissions.formations')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {hasTaken ? t('transmissions.takenHint') : hintOf(plan, isRanking, t)}
          {hasTaken ? (
            <Button size="small" onClick={() => setIsTaking(false)} sx={{ ml: 1 }}>
              {t('transmissions.untakeAll')}
            </Button>
          ) : null}
        </Typography>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 2 }}>
          {plan.candidates.map((candidate) => (
            <CandidateRow
              key={candidate.formationId}
              candidate={candidate}
              isTicked={isTicked(candidate)}
              onTick={(isOn) => tick(candidate.formationId, isOn)}
            />
          ))}
        </Box>
        <FormationSearch
          label={t('transmissions.addFormation')}
          onChoose={(formation) => {
            if (!formation) return;
            onAdd(formation);
            tick(formation.id, true);
          }}
        />
      </Paper>
      <Paper
        variant="outlined"
        component="section"
        aria-labelledby="plan-message"
        sx={{ p: 2.5, display: 'grid', gap: 2, alignContent: 'start' }}
      >
        {drafts ? (
          <Box sx={{ pb: 2, borderBottom: 1, borderColor: 'divider' }}>
            <PreparedDrafts key={drafts[0]?.fileId} drafts={drafts} isSent={isSent} />
          </Box>
        ) : null}
        <Typography id="plan-message" variant="h2">
          {t('transmissions.message')}
        </Typography>
        {isOpen ? null : <Alert severity="warning">{t('transmissions.notOpen')}</Alert>}
        <MessageFields message={message} onChange={changeMessage} />
        <MessageChoices message={message} onChange={changeMessage} />
        <Recipients
          ticked={ticked}
          isSent={plan.candidates.some(({ last }) => last !== null && isWithManager(last.state))}
        />
        <DraftsProgress drafts={making} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant={drafts ? 'outlined' : 'contained'}
            loading={making.isPreparing}
            disabled={ticked.length === 0 || !isOpen || message.subject.trim() === ''}
            onClick={() => {
              const pairs = ticked.map(({ formationId }) => ({ offerId: plan.offerId, formationId }));
              void making.make((client) => client.transmissions.prepare({ pairs, ...message }));
            }}
          >
            {t('transmissions.prepare', { count: recipientsOf(ticked).length })}
          </Button>
          <SheetButton plan={plan} ticked={ticked} message={message} />
        </Box>
      </Paper>
    </Box>
  );
}

function hintOf({ candidates }: OfferPlan, isRanking: boolean, t: Translate): string {
  if (candidates.length === 0) return t(isRanking ? 'transmissions.rankingNow' : 'transmissions.noCandidates');
  const chosen = candidates.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0) return t('transmissions.proposedHint');
  const unreachable = chosen.filter(({ manager }) => !manager?.email).length;
  const left = unreachable === 0 ? '' : t('transmissions.chosenUnreachable', { count: unreachable });
  return [unreachable < chosen.length ? t('transmissions.chosenHint') : '', left].filter(Boolean).join(' ');
}

interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly formations: readonly string[];
}

/** One draft is made for each of them. */
function recipientsOf(ticked: readonly Candidate[]): readonly Recipient[] {
  const recipients = new Map<string, Recipient>();
  for (const { manager, title } of ticked) {
    if (manager === null || manager.email === null) continue;
    const key = manager.email.toLowerCase();
    const known = recipients.get(key);
    const formations = [...(known?.formations ?? []), title];
    recipients.set(key, { name: manager.name, email: manager.email, formations });
  }
  return [...recipients.values()];
}

interface RecipientsProps {
  /** Whether a manager has the offer already. */
  readonly isSent: boolean;
  readonly ticked: readonly Candidate[];
}

function Recipients({ ticked, isSent }: RecipientsProps) {
  const { t } = useTranslation();
  const recipients = recipientsOf(ticked);
  return (
    <Box role="status">
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {recipients.length === 0
          ? t(isSent ? 'transmissions.nobodyElse' : 'transmissions.nobodyYet')
          : t('transmissions.drafts', { count: recipients.length })}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, color: 'text.secondary', fontSize: '0.8125rem' }}>
        {recipients.map(({ name, email, formations }) => (
          <li key={email}>
            {t('transmissions.draftFor', { name, email })} · {formations.join(' ; ')}
          </li>
        ))}
      </Box>
    </Box>
  );
}

interface SheetButtonProps {
  readonly plan: OfferPlan;
  readonly ticked: readonly Candidate[];
  readonly message: Message;
}

/** For those who write from a web page, which opens no draft. */
function SheetButton({ plan: { offerId }, ticked, message: { language, withContact } }: SheetButtonProps) {
  const { t } = useTranslation();
  const sheet = useAction('transmissions', 'sheet');
  const make = async (): Promise<void> => {
    const formationIds = ticked.map(({ formationId }) => formationId);
    const made = await sheet.mutateAsync({ offerId, formationIds, language, withContact }).catch(() => null);
    if (made) downloadFile(made.fileId);
  };
  return (
    <>
      <Button startIcon={<PdfIcon />} loading={sheet.isPending} loadingPosition="start" onClick={() => void make()}>
        {t('transmissions.sheetOnly')}
      </Button>
      {sheet.error ? <ErrorAlert error={sheet.error} /> : null}
    </>
  );
}
