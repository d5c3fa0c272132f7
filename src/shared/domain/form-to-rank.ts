import type { TextToRank } from './match';
import type { OfferForm } from './offer-form';

/** What formations are compared with while a form is written: all that they are compared with once it is stored. */
export function formToRank(form: OfferForm): TextToRank {
  const { title, description, skills, levels, contractType, companyName, contactName, city } = form;
  return { title, description, skills, levels, contractType, company: companyName, contact: contactName, city };
}
