import type { ErrorReason } from './app-error';
import { parseEmail } from './cells/parse-email';
import { isRomeCode } from './cells/parse-list';
import { parseSiret } from './cells/parse-siret';
import type { OfferForm } from './offer-form';

/** Something in a form that is not stored as it stands: the field, and the sentence that says what is wrong with it. */
export interface OfferFault {
  readonly field: 'title' | 'start' | 'romeCode' | 'companySiret' | 'contactEmail';
  readonly reason: ErrorReason;
}

/** How far an offer has come. */
export interface FormState {
  /** Whether it is open to be looked at, or was: a draft may lack its title and half an address. */
  readonly isPublished: boolean;
  /** Whether the names and the address of the contact are typed to the end. */
  readonly hasNames: boolean;
}

/**
 * What is wrong with a form. `stored` is what stands there already, of which nothing is said again: what a file brought
 * need not be mended to change something else. Null looks at all of it.
 */
export function faultsOfOffer(
  form: OfferForm,
  stored: OfferForm | null,
  { isPublished, hasNames }: FormState,
): OfferFault[] {
  const { title, start, romeCode, companySiret, contactEmail } = form;
  const faults: (OfferFault | false)[] = [
    isPublished && title.trim() === '' && { field: 'title', reason: 'title-missing' },
    start?.kind === 'range' && start.to < start.from && { field: 'start', reason: 'start-reversed' },
    romeCode !== null && !isRomeCode(romeCode) && { field: 'romeCode', reason: 'rome-code-wrong' },
    companySiret !== null &&
      parseSiret(companySiret) !== companySiret && { field: 'companySiret', reason: 'siret-wrong' },
    isPublished && hasNames && isNoAddress(contactEmail) && { field: 'contactEmail', reason: 'email-invalid' },
  ];
  return faults
    .filter((fault) => fault !== false)
    .filter(({ field }) => stored === null || !saysTheSame(form[field], stored[field]));
}

/** Whether something was written as an address that is none. */
export function isNoAddress(text: string | null): boolean {
  return text !== null && text.trim() !== '' && parseEmail(text) === undefined;
}

function saysTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
