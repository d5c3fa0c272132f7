import { emailSource, phoneSource } from './addresses';
import { isKnownWord } from './is-known-word';
import { prepareText } from './prepare-text';

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
const address = `${edge}\\d{1,4}(?:${blank}?(?:bis|ter|[A-D]))?,?${blank}${street}${end}[^,.;:!?\\n\\r]{0,60}`;
/** A postcode and the words with capitals behind it. */
const town = `${edge}\\d{5}${blank}${name}|${edge}\\d{5}${end}`;
const number = '(?:\\d{1,2}|seize|dix-(?:sept|huit|neuf)|vingt(?:[ -](?:et[ -]un|deux|trois|quatre|cinq))?)';

const sayings: readonly RegExp[] = [
  new RegExp(emailSource, 'giu'),
  new RegExp(phoneSource, 'giu'),
  new RegExp(address, 'giu'),
  new RegExp(town, 'gu'),
  // What follows is a name, with a capital or without.
  new RegExp(
    `${edge}(?:[Jj]e${blank}m['’]appelle|[Mm]on${blank}(?:pré)?nom(?:${blank}de${blank}famille)?${blank}est|[Mm]oi${blank}c['’]est|[Mm]y${blank}(?:first${blank}|last${blank})?name${blank}is|I${blank}am${blank}called)${blank}+[\\p{L}\\p{M}'’-]{1,40}(?:${blank}${capitalised}){0,3}`,
    'gu',
  ),
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
  new RegExp(
    `${edge}(?:[Jj]['’]habite|[Jj]e${blank}(?:vis|loge|réside)|I${blank}live)${blank}+(?:(?:à|au|aux|en|in)${blank}+)?${name}`,
    'gu',
  ),
];

/** « Je suis Camille Roy, », and not « je suis en licence »; whether it is a name the words of trades tell. */
const being = new RegExp(
  `${edge}(?:[Jj]e${blank}suis|I${blank}am|I['’]m)${blank}+(${name})(?=${blank}*(?:[,.;!\\n\\r]|et${blank}|and${blank}|$))`,
  'gu',
);

/** « Camille Roy, » or « Camille Roy » alone, as a letter begins with who writes it. */
const heading = new RegExp(
  `(?:^|[\\n\\r])${blank}*(${capitalised}(?:${blank}${capitalised}){1,2})(?=${blank}*[,\\n\\r])`,
  'gu',
);

/**
 * A text without what its author says of their person: name, age, date of birth, address, e-mail, telephone. What they
 * want and can do stays as it was written; a text without such sayings stays as it is.
 */
export function withoutSelf(text: string): string {
  const unlessWork = (whole: string, who: string): string =>
    isKnownWord(prepareText(who.split(/\s/)[0] ?? '')) ? whole : ' ';
  const unnamed = text.replace(being, unlessWork).replace(heading, unlessWork);
  const left = sayings.reduce((kept, saying) => kept.replace(saying, ' '), unnamed);
  if (left === text) return text;
  // Commas and dots that stood between what was taken away.
  return left
    .replace(/[ \t\u00a0\u202f]+/g, ' ')
    .replace(/(?:\s?[,;]){1,20}(?=\s?[,;.!])/g, '')
    .replace(/^[\s,;.!]+/, '')
    .trim();
}
