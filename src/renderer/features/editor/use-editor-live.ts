import type { AppClient } from '../../../shared/contract/contract';
import type { CallOptions } from '../../../shared/contract/define';
import type { AlikeOffer } from '../../../shared/contract/offers';
import type { OfferId } from '../../../shared/domain/ids';
import type { LegalFinding } from '../../../shared/domain/legal/legal-finding';
import type { MatchPreview, TextToRank } from '../../../shared/domain/match';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { formToRank } from '../../../shared/domain/form-to-rank';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import { askPreview } from '../../api/ask-preview';
import { useClient } from '../../api/client-context';
import { useLive, type Live } from '../../api/use-live';

interface CheckInput {
  readonly offerId: OfferId | null;
  readonly form: OfferForm;
}

// Constants, as useLive asks for.
const askReading = (client: AppClient, text: TextToRank, options: CallOptions): Promise<WrittenReading> =>
  client.offers.readText(text, options);
const askCheck = (client: AppClient, input: CheckInput, options: CallOptions): Promise<readonly LegalFinding[]> =>
  client.offers.check(input, options);
const askAlike = (client: AppClient, input: CheckInput, options: CallOptions): Promise<readonly AlikeOffer[]> =>
  client.offers.alike(input, options);

/**
 * What the application says of a form while it is being written, under the title that it has or is proposed: its formations,
 * what can be read, what the law says.
 */
export function useEditorLive(form: OfferForm, offerId: OfferId | null) {
  const client = useClient();
  const { title, description, companyName } = form;
  const hasText = title.trim() !== '' || description.trim() !== '';
  const canAsk = hasText && description.length <= maxDescriptionLength;
  const text = formToRank(form);
  const formations: Live<MatchPreview> = useLive(askPreview, canAsk ? text : null);
  // What is accepted changes nothing of what the text says.
  const toRead: TextToRank = { ...text, skills: [], levels: [], contractType: null };
  const reading = useLive(askReading, canAsk ? toRead : null);
  const legal = useLive(askCheck, canAsk ? { offerId, form } : null);
  // By which it is told, and nothing else: accepting a proposal asks no new question.
  const told: OfferForm = { ...emptyOfferForm, title, description, companyName };
  const alike = useLive(askAlike, canAsk ? { offerId, form: told } : null);
  /** The reading of the text as it stands, also for whoever pastes and clicks at once. */
  const readNow = async (): Promise<WrittenReading | null> => {
    if (!canAsk || !reading.isBehind) return reading.answer;
    return client.offers.readText(toRead).catch(() => reading.answer);
  };
  const answers = { reading: reading.answer, legal: legal.answer, alike: alike.answer };
  return { text: hasText ? text : null, formations, ...answers, readNow };
}
