import type { IsoDate } from '../academic-year';
import { parsePlace, parsePostcode } from '../cells/parse-place';
import { parseSiret } from '../cells/parse-siret';
import { parseStart } from '../cells/parse-start';
import type { OfferStart } from '../offer';
import { withoutMarkup } from '../text/without-markup';
import { firstOf } from './first-of';
import { readContact } from './read-contact';
import type { ReadFact } from './reading';

/** Who offers, where and from when, as the text of an offer says it; null where it says nothing of it. */
export interface ReadDetails {
  /** 14 digits whose key is right. */
  readonly companySiret: ReadFact<string> | null;
  readonly contactName: ReadFact<string> | null;
  readonly contactEmail: ReadFact<string> | null;
  readonly contactPhone: ReadFact<string> | null;
  readonly postcode: ReadFact<string> | null;
  readonly city: ReadFact<string> | null;
  readonly start: ReadFact<OfferStart> | null;
}

const blank = '[ \\t\\u00a0\\u202f]';
const siret = new RegExp(
  `(?<!\\d)\\d{3}(?:${blank}|\\.)?\\d{3}(?:${blank}|\\.)?\\d{3}(?:${blank}|\\.)?\\d{5}(?!\\d)`,
  'gu',
);
const phone = new RegExp(
  `(?<![\\d+])(?:(?:\\+|00)33${blank}?(?:\\(0\\)${blank}?)?|0)[1-9](?:[.-]|${blank})?(?:\\d{2}(?:[.-]|${blank})?){3}\\d{2}(?!\\d)`,
  'gu',
);
const place = new RegExp(
  `(?<![\\d.,-])(\\d{5})${blank}+(\\p{Lu}[\\p{L}’'-]+(?:${blank}+(?:\\p{Lu}[\\p{L}’'-]+|\\d{1,2}(?=${blank}*$)))*)`,
  'gmu',
);
/** What is counted in tens of thousands, and no town. */
const counted = /^(?:euros?|eur|personnes|salariés|clients|habitants|étudiants|emplois)\b/i;
const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const start = new RegExp(
  `(?:à partir|à compter)\\s+(?:de\\s+|du\\s+|d['’])|dès\\s+(?:le\\s+)?|(?:début|démarrage|prise\\s+de\\s+poste)(?:\\s+(?:du\\s+stage|souhaité))?\\s*(?::|le|en)\\s*(?:le\\s+)?`,
  'giu',
);
const day = new RegExp(
  `^(?:(?:\\d{1,2}(?:er)?\\s+)?(?:${months})(?:\\s+\\d{4})?(?!\\p{L})|\\d{1,2}/\\d{1,2}/\\d{4}|que\\s+possible|maintenant)`,
  'iu',
);

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
    companySiret: at(firstOf(text, siret, parseSiret, 0.95)),
    contactName: at(contact.name),
    contactEmail: at(contact.email),
    contactPhone: at(firstOf(text, phone, (said) => said.trim(), 0.9)),
    postcode: found && { ...found, value: found.value.postcode },
    city: found && { ...found, value: found.value.city },
    start: at(readStart(text, on)),
  };
}

function readPlace(text: string): ReadFact<{ readonly postcode: string; readonly city: string }> | null {
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

function readStart(text: string, on: IsoDate): ReadFact<OfferStart> | null {
  for (const { 0: lead, index } of text.matchAll(start)) {
    const at = index + lead.length;
    const words = day.exec(text.slice(at, at + 40))?.[0];
    if (words === undefined) continue;
    const value = dated(words, on);
    if (value) return { value, passage: { field: 'description', start: at, end: at + words.length }, confidence: 0.85 };
  }
  return null;
}

/** What a wording says; a month without a year is the next one. */
function dated(words: string, on: IsoDate): OfferStart | null {
  if (/^(?:que|maintenant)/i.test(words)) return { kind: 'as-soon-as-possible' };
  const year = Number(on.slice(0, 4));
  const candidates = /\d{4}$/.test(words) ? [words] : [`${words} ${year}`, `${words} ${year + 1}`];
  for (const candidate of candidates) {
    const value = parseStart(candidate);
    if (value?.kind === 'date') return value;
    if (value?.kind !== 'range' || (candidates.length > 1 && value.to < on)) continue;
    return value.from === value.to ? { kind: 'date', on: value.from } : value;
  }
  return null;
}
