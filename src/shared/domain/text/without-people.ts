import type { Offer } from '../offer';
import { phoneSource, speltEmailSource } from './addresses';
import { isFirstName } from './first-names';
import { namesOf, type NamePattern } from './identity';
import { isKnownWord } from './is-known-word';
import { identityIn, withoutSignature } from './names-in-text';
import { foldText, prepareText } from './prepare-text';

/** Stands in a text where something was taken out of it. */
const takenOut = '[…]';
const addresses: readonly NamePattern[] = [new RegExp(speltEmailSource, 'giu'), new RegExp(phoneSource, 'gu')].map(
  (expression) => ({ expression, mayStandIn: () => true }),
);

const blank = '[ \\t\\u00a0\\u202f]';
const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}";
/** Says of whom it speaks, with or without a colon: « votre tutrice sera », « contact », « encadré par ». */
const introducing =
  /(?<!\p{L})(?:contact(?:er|ez)?|tuteur|tutrice|ma[îi]tre (?:de stage|d['’]apprentissage)|responsable(?: d[eu] stage)?|encadrante?|encadrée?s? par|auprès de|adresse[rz] à|demande[rz])(?!\p{L})/giu;
const introduced = new RegExp(
  `${blank}{0,3}(?:(?:sera|est|[-–—:,])${blank}{0,3})?(${capitalised}(?:${blank}+(?:de${blank}+)?${capitalised}){1,3})`,
  'uy',
);
/** A first name, with what else belongs to it. */
const firstName = `(${capitalised})(?:${blank}+${capitalised}){0,2}`;
/** Whom to see: « voir avec Gilles ». */
const toSee = new RegExp(`(?<!\\p{L})[Vv](?:oir|u) avec${blank}+(${firstName})`, 'gu');
/** Two people of whom each has a first name: « par Rodrigue (chef de groupe) et par Inès », « avec Hélène ou Sofiane ». */
const two = new RegExp(
  `(?<!\\p{L})(?:par|avec|à|auprès de)${blank}+(${firstName})(?:,[^,.;:\\n\\r]{1,60},|${blank}*\\([^()\\n\\r]{1,60}\\))?${blank}+(?:et|ou)${blank}+(?:(?:par|avec|à|auprès de)${blank}+)?(${firstName})`,
  'gu',
);
/** What only led to somebody says nothing at the end of a title: « – contact […] […] ». */
const leadingNowhere =
  /(?:[\s,;:|(–—/-]{0,5}(?:contact(?:er|ez)?|tuteur|tutrice|tél(?:éphone)?\.?|tel\.?|e-?mail|courriel|auprès de|chez|m\.|mme)?[\s.:,;–—-]{0,5}\[…\]\)?)+\s*$/iu;

/**
 * An offer whose titles and text no longer name the people that they announce, nor its contact, without addresses and
 * without what stands under its closing words where that is a signature. A person whom nothing announces is not found.
 */
export function withoutPeople(offer: Offer): Offer {
  const people = peopleOf([offer.contact?.name, announcedIn(offer.rawTitle, offer.description)]);
  return {
    ...offer,
    contact: null,
    title: titleWithout(offer.title, people),
    rawTitle: titleWithout(offer.rawTitle, people),
    description: takeOut(withoutSignature(offer.description), people),
  };
}

/** A title of offers, how many have it, and their contacts, with commas; null where nobody named one. */
export interface CountedTitle {
  readonly title: string;
  readonly people: string | null;
  readonly count: number;
}

/** Titles without the people whom they announce, their contacts and addresses; those that are then the same are one. */
export function titlesWithoutPeople(titles: readonly CountedTitle[]): { title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { title, people, count } of titles) {
    const shown = titleWithout(title, peopleOf([people, announcedIn(title, '')]));
    counts.set(shown, (counts.get(shown) ?? 0) + count);
  }
  return [...counts].map(([title, count]) => ({ title, count }));
}

/** A text without the e-mail addresses and telephone numbers that it holds. */
export function withoutAddresses(text: string): string {
  return takeOut(text, addresses);
}

/** A text without the person that it announces and without addresses. */
export function withoutAnnounced(text: string): string {
  return takeOut(text, peopleOf([announcedIn('', text)]));
}

/** The names of the people whom a title and a text announce, a comma between them; null where there are none. */
function announcedIn(title: string, text: string): string | null {
  const found = [title, text].flatMap((part) => [...introducedIn(part), ...knownByFirstName(part)]);
  const names = [identityIn(title, text).contact, ...found].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(', ');
}

/** « Responsable Marketing Digital » introduces a post and nobody. */
function introducedIn(text: string): readonly string[] {
  return [...text.matchAll(introducing)].flatMap(({ 0: words, index }) => {
    introduced.lastIndex = index + words.length;
    const name = introduced.exec(text)?.[1];
    return name === undefined || hasKnownWord(name) ? [] : [name];
  });
}

/** Those who are told by a first name, where the words around it speak of people; « avec Sabine Industries » is a company. */
function knownByFirstName(text: string): readonly string[] {
  const seen = [...text.matchAll(toSee)].map(({ 1: who = '', 2: first = '' }) => [{ who, first }]);
  const pairs = [...text.matchAll(two)].map(({ 1: who = '', 2: first = '', 3: other = '', 4: second = '' }) => [
    { who, first },
    { who: other, first: second },
  ]);
  return [...seen, ...pairs]
    .filter((people) => people.every(({ who, first }) => isFirstName(first) && !hasKnownWord(who)))
    .flatMap((people) => people.map(({ who }) => who));
}

function hasKnownWord(name: string): boolean {
  return prepareText(name).split(' ').some(isKnownWord);
}

/** Addresses first: without the name in it, an address would be none any more, and its rest would stay. */
function peopleOf(names: readonly (string | null | undefined)[]): readonly NamePattern[] {
  const contact = names.filter(Boolean).join(', ');
  return [...addresses, ...(contact === '' ? [] : namesOf({ company: null, contact, city: null }))];
}

function titleWithout(title: string, people: readonly NamePattern[]): string {
  const left = takeOut(title, people);
  if (left === title) return title;
  return left.replace(leadingNowhere, '').trim() || takenOut;
}

function takeOut(text: string, patterns: readonly NamePattern[]): string {
  const folded = foldText(text);
  return patterns.reduce(
    (left, pattern) => (pattern.mayStandIn(folded) ? left.replaceAll(pattern.expression, takenOut) : left),
    text,
  );
}
