import type { AppClient } from '../../../shared/contract/contract';
import type { CallOptions } from '../../../shared/contract/define';
import type { OfferId } from '../../../shared/domain/ids';
import type { LegalFinding } from '../../../shared/domain/legal/legal-finding';
import type { MatchPreview, TextToRank } from '../../../shared/domain/match';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import type { OfferForm } from '../../../shared/domain/offer-form';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import { useLive, type Live } from '../../api/use-live';
import { titleOf, withTerms } from './proposals';

interface CheckInput {
  readonly offerId: OfferId | null;
  readonly form: OfferForm;
}

// Constants, as useLive asks for.
export const askPreview = (client: AppClient, text: TextToRank, options: CallOptions): Promise<MatchPreview> =>
  client.matches.preview(text, options);
const askReading = (client: AppClient, text: TextToRank, options: CallOptions): Promise<WrittenReading> =>
  client.offers.readText(text, options);
const askCheck = (client: AppClient, input: CheckInput, options: CallOptions): Promise<readonly LegalFinding[]> =>
  client.offers.check(input, options);

/** What the application says of a form while it is being written: its formations, what can be read, what the law says. */
export function useEditorLive(form: OfferForm, offerId: OfferId | null) {
  const { description, skills, companyName: company, contactName: contact, city } = form;
  const title = titleOf(form);
  const hasText = title.trim() !== '' || description.trim() !== '';
  const canAsk = hasText && description.length <= maxDescriptionLength;
  const text: TextToRank = { title, description, skills, company, contact, city };
  const formations: Live<MatchPreview> = useLive(askPreview, canAsk ? text : null);
  // Skills that are accepted change nothing of what the text says.
  const reading = useLive(askReading, canAsk ? { ...text, skills: [] } : null);
  // What is proposed counts too: a stage of eight months is too long before anybody has confirmed that it is one.
  const checked = { ...withTerms(form, reading.answer), title };
  const legal = useLive(askCheck, canAsk ? { offerId, form: checked } : null);
  return { text: hasText ? text : null, formations, reading: reading.answer, legal: legal.answer };
}
