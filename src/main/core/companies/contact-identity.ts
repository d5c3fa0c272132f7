import { letterPairs, similarityOf } from '../../../shared/domain/company-similarity';
import { fold, foldToWords } from '../../../shared/domain/fold';

/** What is known of a person at a company; null where nothing is. */
export interface ContactIdentity {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Where a person is looked for: the e-mail address in lower case, else the folded name, else the phone number; null when
 * all are empty. Several people may share an address: `isNamedAlike` tells them apart.
 */
export function contactKeyOf({ name, email, phone }: ContactIdentity): string | null {
  return addressOf(email) || fold(name ?? '') || numberOf(phone) || fold(phone ?? '') || null;
}

/** An e-mail address as it is compared: capitals mean nothing. Empty where there is none. */
export function addressOf(email: string | null): string {
  return email?.trim().toLowerCase() ?? '';
}

/** Whether two of one key bear the same name: accents and capitals aside. Two without any do. */
export function isNamedTheSame(one: ContactIdentity, other: ContactIdentity): boolean {
  return nameOf(one) === nameOf(other);
}

/**
 * Whether a person who wrote `said` may mean somebody known under the same key: one of the two bears no name, and no
 * number is new. A number that was written for a shared mailbox is not that of whoever answers there.
 */
export function isUnnamedTwin(stored: ContactIdentity, said: ContactIdentity): boolean {
  const isUnnamed = nameOf(stored) === '' || nameOf(said) === '';
  const number = numberOf(said.phone);
  return isUnnamed && (number === '' || number === numberOf(stored.phone));
}

/**
 * Whether the names of two of one key may be one person's: one says a part of the other, titles aside, or they differ by
 * a slip. A key without a name goes with each.
 */
export function isNamedAlike(one: ContactIdentity, other: ContactIdentity): boolean {
  const [first, second] = [bareNameOf(one), bareNameOf(other)];
  const [short, long] = [first, second].map((name) => new Set(name.split(' '))).sort((a, b) => a.size - b.size);
  if (first === '' || second === '') return true;
  if (short && long && [...short].every((word) => long.has(word))) return true;
  return similarityOf(letterPairs(first), letterPairs(second)) >= slipFrom;
}

/** "Sofie Leroy" and "Sophie Leroy" are this alike; "Sophie Leroy" and "Sophie Martin" are less. */
const slipFrom = 0.7;

const titles = /\b(?:m|mr|mme|mlle|melle|mrs|ms|monsieur|madame|mademoiselle)\b/g;

function nameOf({ name }: ContactIdentity): string {
  return foldToWords(name ?? '');
}

function bareNameOf(person: ContactIdentity): string {
  const name = nameOf(person);
  return name.replace(titles, ' ').replace(/\s+/g, ' ').trim() || name;
}

function numberOf(phone: string | null): string {
  return phone?.replaceAll(/[^\d+]/g, '') ?? '';
}
