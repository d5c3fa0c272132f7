import { phoneSource } from './addresses';
import { after, anyOf, between, capital, wordPattern } from './name-pattern';

/** Who offers and where: names that must not sway a ranking. */
export interface OfferIdentity {
  /** Several: a line each. */
  readonly company: string | null;
  readonly contact: string | null;
  readonly city: string | null;
}

const legalForms =
  /(?<![\p{L}\p{N}])(?:SASU|SAS|SARL|EURL|SA|SNC|SCOP|SCIC|SCI|GIE|SE|Groupe|Group)(?![\p{L}\p{N}])/giu;
/** "75 - Paris 12e Arrondissement" and "Lyon Cedex 03" name Paris and Lyon. */
const cityNumbering = /(?<![\p{L}\p{N}])(?:\d+\p{L}{0,3}|arrondissement|cedex)(?![\p{L}\p{N}])/giu;
const honorific = /(?<![\p{L}\p{N}])(?:M|Mr|Mme|Mlle|Monsieur|Madame|Dr)(?![\p{L}\p{N}])\.?/giu;
const phoneNumber = new RegExp(phoneSource, 'gu');
/** "Lille (Nord)", "Île-de-France – Paris": each part is a name as well. */
const cityParts = /[,;/()]|\s[-–—]\s/u;
/** Goes with the city: "Nîmes (30)", "Nîmes Cedex 2", "Lyon 03", "Lyon 3e arrondissement"; not "Lyon 35 heures". */
const cityNumber =
  '(?:\\s*\\((?:\\d{2,5}|2[ABab])\\)|\\s+[cC][eE][dD][eE][xX](?:\\s+\\d{1,2})?|\\s+(?:0\\d|\\d{1,2}(?:er|ER|e|E|ème))(?:\\s+[aA]rrondissement|\\s+ARRONDISSEMENT)?)?';
const separator = /[^\p{L}\p{N}\p{M}]+/u;
/** Shorter names are as good as always a word of something else. */
const minNameLength = 3;
/** "L’Oréal" is written "LOREAL" as well; "L’Est" is better not looked for in "lest". */
const minElidedLength = 5;

/**
 * Company, contact, city and telephone numbers as they may stand in a raw text, however their accents, apostrophes and
 * hyphens are written (addresses of the web and of e-mail go with the preparation): global expressions, to be applied one
 * after the other. A name of several words is found wherever they follow each other. One of a single word is found where
 * it begins with a capital, and in small letters where "à" announces a city or "chez" a company: so the city of Tours
 * takes no lathe with it, and a company named Accueil no reception.
 */
export function namesOf({ company, contact, city }: OfferIdentity): readonly RegExp[] {
  const person = contact?.replace(honorific, ' ') ?? '';
  const companies = tidyNames((company?.split('\n') ?? []).flatMap((name) => [name, name.replace(legalForms, ' ')]));
  const cities = tidyNames(city === null ? [] : placesOf(city));
  const people = tidyNames([person, ...person.split(/[^\p{L}\p{M}\p{N}'’-]+/u)]);
  const long = [
    ...cities
      .filter(isLong)
      .flatMap(sequencePatterns)
      .map((pattern) => pattern + cityNumber),
    ...[...companies, ...people].filter(isLong).flatMap(sequencePatterns),
  ];
  const short = [
    ...cities
      .filter(isShort)
      .flatMap(capitalisedWritings)
      .map((pattern) => pattern + cityNumber),
    ...[...companies, ...people].filter(isShort).flatMap(capitalisedWritings),
    ...cities.filter(isShort).map((name) => after('[aàAÀ]\\u0300?', wordPattern(name))),
    ...companies.filter(isShort).map((name) => after(wordPattern('chez'), wordPattern(name))),
  ];
  return [phoneNumber, ...[long, short].filter(({ length }) => length > 0).map(anyOf)];
}

function isShort(name: string): boolean {
  return name.length >= minNameLength && !isLong(name);
}

/** "45 - ORLEANS", "NIMES CEDEX 2" and "Lille (Nord)" name Orléans, Nîmes, Lille and Nord. */
function placesOf(city: string): readonly string[] {
  return [city, ...city.split(cityParts)].map((name) => name.replace(cityNumbering, ' '));
}

/** Without what stands around them, each once. */
function tidyNames(names: readonly string[]): readonly string[] {
  const tidied = names.map((name) => name.normalize('NFC').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(tidied.filter((name) => name !== ''))];
}

function isLong(name: string): boolean {
  return separator.test(name);
}

/** What an article becomes behind a preposition; a map, as a name may be any word, `constructor` too. */
const contractions: ReadonlyMap<string, string> = new Map([
  ['le', 'au|du'],
  ['les', 'aux|des'],
]);

/** A name of several words, whatever stands between them; "Le Havre" also as in "au Havre" and "du Havre". */
function sequencePatterns(name: string): readonly string[] {
  const [first = '', ...others] = name.split(separator);
  const whole = joined([first, ...others]);
  const contracted = contractions.get(first.toLowerCase());
  if (contracted === undefined) return [whole];
  const articles = contracted.split('|').map(wordPattern).join('|');
  return [whole, `(?:${articles})\\s+${capital(others[0] ?? '')}${joined(others)}`];
}

function joined(words: readonly string[]): string {
  return words
    .map((word, place) => {
      const next = words[place + 1];
      if (next === undefined) return namePart(word);
      const isElided = /^[dl]$/i.test(word) && next.length >= minElidedLength;
      return `${namePart(word)}${isElided ? between.any : between.some}`;
    })
    .join('');
}

/** Files shorten "Saint" and "Sainte", texts do not, and the other way round. */
function namePart(word: string): string {
  const folded = word.toLowerCase();
  if (folded === 'saint' || folded === 'st') return `(?:${wordPattern('saint')}|${wordPattern('st')})`;
  if (folded === 'sainte' || folded === 'ste') return `(?:${wordPattern('sainte')}|${wordPattern('ste')})`;
  return wordPattern(word);
}

/** How a name of one word is written in running text; as given where it has capitals elsewhere ("iAdvize"). */
function capitalisedWritings(name: string): readonly string[] {
  const capitalised = capital(name) + wordPattern(name);
  return name === name.toLowerCase() || /^[\p{Lu}\p{N}]/u.test(name) ? [capitalised] : [capitalised, name];
}
