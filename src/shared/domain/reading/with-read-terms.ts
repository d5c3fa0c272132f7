import type { IsoDate } from '../academic-year';
import { withoutMarkup } from '../text/without-markup';
import type { OfferForm } from '../offer-form';
import { readCompany } from './read-company';
import { readStart } from './read-dates';
import { readTerms } from './read-text';

/**
 * The form as the law would see it once the terms that its text names are taken over: a stage of eight months is too long
 * before anybody has confirmed that it is one, and an employer whom the text names is named. What was given or turned down stays. `on` is the day of reading.
 */
export function withReadTerms(form: OfferForm, on: IsoDate): OfferForm {
  const { contractType, duration, weeklyHours, pay } = readTerms(form.title, form.description);
  const start = readStart(withoutMarkup(form.description).text, on);
  const companyName = readCompany(form.description, []);
  const read = { companyName, contractType, duration, weeklyHours, pay, start };
  const open = Object.entries(read).filter(
    // The keys of `read`, all of which are fields of a form.
    ([field]) => form[field as keyof typeof read] === null && !form.dismissed.includes(field),
  );
  return { ...form, ...Object.fromEntries(open.flatMap(([field, fact]) => (fact ? [[field, fact.value]] : []))) };
}
