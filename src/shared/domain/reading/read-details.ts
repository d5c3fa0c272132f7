import type { IsoDate } from '../academic-year';
import { parsePlace, parsePostcode } from '../cells/parse-place';
import { parseSiret } from '../cells/parse-siret';
import type { OfferDraft, OfferStart } from '../offer';
import { phoneSource } from '../text/addresses';
import { withoutMarkup } from '../text/without-markup';
import { firstOf } from './first-of';
import { readCompany } from './read-company';
import { readContact } from './read-contact';
import { readExpiry, readStart } from './read-dates';
import { readRemote } from './read-remote';
import type { ReadFact } from './reading';

/** Who offers, where and from when, as the text of an offer says it; null where it says nothing of it. */
export interface ReadDetails {
  readonly companyName: ReadFact<string> | null;
  /** 14 digits whose key is right. */
  readonly companySiret: ReadFact<string> | null;
  readonly contactName: ReadFact<string> | null;
  readonly contactEmail: ReadFact<string> | null;
  readonly contactPhone: ReadFact<string> | null;
  readonly postcode: ReadFact<string> | null;
  readonly city: ReadFact<string> | null;
  readonly start: ReadFact<OfferStart> | null;
  readonly remote: ReadFact<NonNullable<OfferDraft['remote']>> | null;
  readonly expiresOn: ReadFact<IsoDate> | null;
}

/** A town, and its postcode where the text or the town leaves no doubt of it. */
export interface ReadPlace {
  readonly city: string;
  readonly postcode: string | null;
}

const blank = '[ \\t\\u00a0\\u202f]';
const siret = new RegExp(
  `(?<!\\d)\\d{3}(?:${blank}|\\.)?\\d{3}(?:${blank}|\\.)?\\d{3}(?:${blank}|\\.)?\\d{5}(?!\\d)`,
  'gu',
);
const phone = new RegExp(phoneSource, 'gu');
const place = new RegExp(
  `(?<![\\d.,-])(\\d{5})${blank}+(\\p{Lu}[\\p{L}’'-]+(?:${blank}+(?:\\p{Lu}[\\p{L}’'-]+|\\d{1,2}(?=${blank}*$)))*)`,
  'gmu',
);
/** What is counted in tens of thousands, and no town. */
const counted = /^(?:euros?|eur|personnes|salariés|clients|habitants|étudiants|emplois)\b/i;
/**
 * Reads the details in the text of an offer; `on` says which year « dès septembre » is in. Nobody with an address in one of
 * `ownDomains`, those of the university, is a contact of the company. Positions are of the text.
 */
export function readDetails(written: string, on: IsoDate, ownDomains: readonly string[] = []): ReadDetails {
  const { text, written: placeOf } = withoutMarkup(written);
  const at = <T>(fact: ReadFact<T> | null): ReadFact<T> | null =>
    fact && { ...fact, passage: { ...fact.passage, ...placeOf(fact.passage.start, fact.passage.end) } };
  const found = at(readPlace(text));
  const contact = readContact(text, ownDomains);
  return {
    companyName: at(readCompany(text, ownDomains)),
    companySiret: at(firstOf(text, siret, parseSiret, 0.95)),
    contactName: at(contact.name),
    contactEmail: at(contact.email),
    contactPhone: at(firstOf(text, phone, onOneLine, 0.9)),
    postcode: found && { ...found, value: found.value.postcode },
    city: found && { ...found, value: found.value.city },
    start: at(readStart(text, on)),
    remote: at(readRemote(text)),
    expiresOn: at(readExpiry(text, on)),
  };
}

/** A number; two lines of figures below each other are none. */
function onOneLine(said: string): string | undefined {
  return /[\r\n]/.test(said) ? undefined : said;
}

/** A French postcode and the town behind it. */
export function readPlace(text: string): ReadFact<ReadPlace & { readonly postcode: string }> | null {
  for (const match of text.matchAll(place)) {
    const [whole, digits = '', town = ''] = match;
    const postcode = parsePostcode(digits, null);
    const { city } = parsePlace(town);
    if (postcode === undefined || city === null || counted.test(town) || !/^(?:0[1-9]|[1-8]\d|9[0-8])/.test(postcode))
      continue;
    const passage = { field: 'description', start: match.index, end: match.index + whole.length } as const;
    return { value: { postcode, city }, passage, confidence: 0.85 };
  }
  return null;
}
