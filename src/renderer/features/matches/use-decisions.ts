import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../../shared/contract/contract';
import type { NamedChoice, OfferDecisions, ShownMatch } from '../../../shared/domain/decision';
import type { AppError } from '../../../shared/domain/app-error';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';
import { useCall } from '../../api/use-call';
import { useNotify } from '../../components/notices';
import { errorText } from '../../i18n/error-text';
import { noOffer } from './compared-text';
import { undoAction } from './undo-action';

/** A formation that something is decided on. */
export interface DecidedOn {
  readonly id: FormationId;
  readonly title: string;
}

export type Verdict = 'accepted' | 'rejected' | 'added' | 'cleared';

/** What was decided on an offer, and ways to decide; each tells what it did and how to take it back. */
export interface Decisions {
  readonly choices: readonly NamedChoice[];
  readonly history: OfferDecisions['history'];
  readonly decide: (formation: DecidedOn, verdict: Verdict, shown: ShownMatch | null) => void;
  /** Gives a chosen formation another place, from 1. */
  readonly move: (formation: DecidedOn, place: number) => void;
  readonly annotate: (formation: DecidedOn, note: string) => void;
  /** Takes a decision back, or brings one back by taking its undoing back. */
  readonly takeBack: (formation: DecidedOn, decisionId: DecisionId, verb: 'taken-back' | 'brought-back') => void;
}

export interface AskedDecisions {
  /** Null until they are known, and for a text that nobody stored. */
  readonly decisions: Decisions | null;
  readonly isLoading: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

type Written = Promise<{ readonly decisionId: DecisionId | null }>;

/** The decisions on an offer; null asks nothing, for a text that is not stored. */
export function useDecisions(offerId: OfferId | null): AskedDecisions {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const asked = useCall('decisions', 'ofOffer', { offerId: offerId ?? noOffer }, { enabled: offerId !== null });

  const run = async (write: (client: AppClient) => Written): Promise<DecisionId | null> => {
    try {
      const { decisionId } = await write(client);
      // Asked for again at once: what a person just clicked is not to wait for the round of announcements.
      await queryClient.invalidateQueries({ queryKey: ['decisions', 'ofOffer'] });
      return decisionId;
    } catch (error) {
      const { what, todo } = errorText(t, error);
      notify({ about: 'decision', severity: 'error', text: `${what} ${todo}` });
      return null;
    }
  };
  const tell = (decisionId: DecisionId | null, text: string): void => {
    if (decisionId === null) return;
    const undo = (): void => void run((again) => again.decisions.takeBack({ decisionId }));
    notify({ about: 'decision', severity: 'success', text, action: undoAction(undo) });
  };
  const write = async (text: string, ask: (client: AppClient) => Written): Promise<void> => tell(await run(ask), text);

  if (offerId === null || !asked.data) {
    const { isLoading, error, refetch } = asked;
    return { decisions: null, isLoading: offerId !== null && isLoading, error, retry: () => void refetch() };
  }
  const decisions: Decisions = {
    choices: asked.data.choices,
    history: asked.data.history,
    decide: ({ id: formationId, title }, kind, shown) =>
      void write(t(`decisions.done.${kind}`, { title }), (now) =>
        now.decisions.decide({ offerId, formationId, kind, note: null, shown }),
      ),
    move: ({ id: formationId, title }, place) =>
      void write(t('decisions.done.moved', { title, place }), (now) =>
        now.decisions.move({ offerId, formationId, place }),
      ),
    annotate: ({ id: formationId, title }, note) =>
      void write(t('decisions.done.noted', { title }), (now) => now.decisions.annotate({ offerId, formationId, note })),
    takeBack: ({ title }, decisionId, verb) =>
      void write(t(`decisions.done.${verb}`, { title }), (now) => now.decisions.takeBack({ decisionId })),
  };
  return { decisions, isLoading: false, error: null, retry: () => void asked.refetch() };
}
