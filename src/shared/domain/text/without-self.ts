import { emailSource, phoneSource } from './addresses';
import { isStrangeWord, withoutNames } from './own-names';
import { withoutGenderOfSelf } from './without-gender-of-self';

// What people say of who they are before they say what they want. Every part is bounded, so that a long text takes time in
// proportion to its length.

const blank = '[ \\t\\u00a0\\u202f]';
const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,40}";
const name = `${capitalised}(?:${blank}${capitalised}){0,3}`;
const edge = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const street =
  '(?:rue|avenue|av\\.?|boulevard|bd\\.?|impasse|chemin|allée|allee|place|quai|route|cours|square|résidence|residence|street|road|lane)';
/** « 12 bis, rue des Lilas », up to the next comma or end of a sentence. */
const address = `${edge}\\d{1,4}(?:${blank}?(?:bis|ter|[A-D]))?,?${blank}(?:(?:grand['’e]?|petite?|vieille|haute|basse)[ '’-]{0,2})?${street}${end}[^,.;:!?\\n\\r]{0,60}`;
/** A postcode and the words with capitals behind it. */
const town = `${edge}\\d{5}${blank}${name}|${edge}\\d{5}${end}`;
/** Where somebody lives, with a capital or without: « à Grenoble », « près de saint-étienne », « la Réunion ». */
const placeWord = `(?:[Ss](?:ain)?te?${blank})?[\\p{L}\\p{M}'’-]{2,40}(?:${blank}+${capitalised}){0,3}`;
const toPlace = `(?:(?:à|au|aux|en|in|near|de|d['’]|près|proche|sur|dans|[Ll]a|[Ll]e|[Ll]es)${blank}*){1,4}`;
const otherWords = "(?!(?:et|je|mais|pour|depuis|avec|and|chez|un|une|mes|ma|mon)(?![\\p{L}\\p{N}])|j['’])";
const dwellings = [
  `(?:[Jj]['’]|qui${blank}|[Jj]e${blank})?[Hh]abite${blank}+(?:${toPlace})?${otherWords}${placeWord}`,
  `(?:[Jj]e|qui)${blank}(?:vis|vit|loge|réside)${blank}+(?:${toPlace}${otherWords}${placeWord}|${name})`,
  `(?:[Hh]abitante?|[Rr]ésidante?|[Dd]omiciliée?|[Oo]riginaire)${blank}+${toPlace}${otherWords}${placeWord}`,
  `(?:[Vv]ivant|(?:I|who)${blank}lives?|[Ll]iving)${blank}+(?:${toPlace})?${name}`,
].map((saying) => new RegExp(`${edge}${saying}`, 'gu'));
const number = '(?:\\d{1,2}|seize|dix-(?:sept|huit|neuf)|vingt(?:[ -](?:et[ -]un|deux|trois|quatre|cinq))?)';

/** Before names: without the name in it, an address would be none any more. */
const addresses = [new RegExp(emailSource, 'giu'), new RegExp(phoneSource, 'giu')];
const sayings: readonly RegExp[] = [
  new RegExp(address, 'giu'),
  new RegExp(town, 'gu'),
  new RegExp(`${edge}(?:nom|prénom|prenom|name)${blank}?:${blank}?[^\\n\\r,;]{1,60}`, 'giu'),
  new RegExp(
    `${edge}(?:j['’]ai${blank}+|âgée?${blank}+de${blank}+|(?:à|de)${blank}+)?${number}${blank}+ans${end}(?!${blank}+d(?:e${blank}|['’])(?:exp|prat|ancien|tra))`,
    'giu',
  ),
  new RegExp(
    `${edge}(?:I${blank}am|I['’]m|aged)${blank}+\\d{1,2}(?:${blank}+years${blank}+old)?${end}|${edge}\\d{1,2}${blank}+years${blank}+old${end}`,
    'giu',
  ),
  new RegExp(`${edge}(?:née?|born)${blank}+(?:le|en|on|in)${blank}+[^,.;!\\n\\r]{1,40}`, 'giu'),
  ...dwellings,
];

/** « Je suis Ngozi Okafor, », and « Ngozi Okafor, » or « Ngozi Okafor » alone, as a letter begins and ends with who writes it. */
const strangers = [
  new RegExp(
    `${edge}(?:[Jj]e${blank}suis|I${blank}am|I['’]m)${blank}+(${name})(?=${blank}*(?:[,.;!\\n\\r]|et${blank}|and${blank}|$))`,
    'gu',
  ),
  new RegExp(
    `(?:^|[\\n\\r]|(?<=[.!?]${blank}))${blank}*(${capitalised}(?:${blank}${capitalised}){1,2})(?=${blank}*(?:[,.\\n\\r]|$))`,
    'gu',
  ),
];
/** What is left of saying how one is called. */
const introductions = new RegExp(
  `${edge}(?:je${blank}m['’]appelle|mon${blank}(?:pré)?nom(?:${blank}de${blank}famille)?${blank}est|moi${blank}c['’]est|my${blank}(?:first${blank}|last${blank})?name${blank}is|I${blank}am${blank}called)${end}`,
  'giu',
);

/**
 * A text without what its author says of their person: name, age, date of birth, address, e-mail, telephone. What they
 * want and can do stays as it was written; a text without such sayings stays as it is.
 */
export function withoutSelf(text: string): string {
  const unlessWords = (whole: string, who: string): string => (who.split(/\s+/).every(isStrangeWord) ? ' ' : whole);
  const without = (whole: string, patterns: readonly RegExp[]): string =>
    patterns.reduce((kept, pattern) => kept.replace(pattern, ' '), whole);
  const unnamed = withoutNames(
    strangers.reduce((kept, stranger) => kept.replace(stranger, unlessWords), without(text, addresses)),
  );
  const unsaid = without(unnamed, [introductions, ...sayings]);
  const left = withoutGenderOfSelf(unsaid);
  if (left === text) return text;
  // Commas and dots that stood between what was taken away.
  return left
    .replace(/[ \t\u00a0\u202f]+/g, ' ')
    .replace(/(?:\s?[,;]){1,20}(?=\s?[,;.!])/g, '')
    .replace(/^[\s,;.!:—–-]+/, '')
    .trim();
}
