import type { IsoDate } from '../academic-year';
import { withoutMarkup } from '../text/without-markup';
import type { OfferForm } from '../offer-form';
import { readStart } from './read-dates';
import { readTerms } from './read-text';

/**
 * The form as the law would see it once the terms that its text names are taken over: a stage of eight months is too long
 * before anybody has confirmed that it is one. What was given or turned down stays. `on` is the day of reading.
 */
export function withReadTerms(form: OfferForm, on: IsoDate): OfferForm {
  const { contractType, duration, weeklyHours, pay } = readTerms(form.title, form.description);
  const start = readStart(withoutMarkup(form.description).text, on);
  const read = { contractType, duration, weeklyHours, pay, start };
  const open = Object.entries(read).filter(
    // The keys of `read`, all of which are fields of a form.
    ([field]) => form[field as keyof typeof read] === null && !form.dismissed.includes(field),
  );
  return { ...form, ...Object.fromEntries(open.flatMap(([field, fact]) => (fact ? [[field, fact.value]] : []))) };
}
