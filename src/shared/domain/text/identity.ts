import { phoneSource } from './addresses';
import { isKnownWord } from './is-known-word';
import { isSpeltWord } from './is-spelt-word';
import { after, anyOf, between, capital, wordPattern } from './name-pattern';
import { foldText, prepareText } from './prepare-text';

/** Who offers and where: names that must not sway a ranking. */
export interface OfferIdentity {
  /** Several: a line each. */
  readonly company: string | null;
  readonly contact: string | null;
  readonly city: string | null;
}

/** Names as they may stand in a raw text. */
export interface NamePattern {
  /** Global. Made when first asked for: most texts hold few of the names of their offer. */
  readonly expression: RegExp;
  /** Whether a text, folded by `foldText`, may hold one; a quick look, and never wrongly no. */
  mayStandIn(folded: string): boolean;
}

const legalForms =
  /(?<![\p{L}\p{N}])(?:SASU|SAS|SARL|EURL|SA|SNC|SCOP|SCIC|SCI|GIE|SE|Groupe|Group)(?![\p{L}\p{N}])/giu;
/** "75 - Paris 12e Arrondissement" and "Lyon Cedex 03" name Paris and Lyon. */
const cityNumbering = /(?<![\p{L}\p{N}])(?:\d+\p{L}{0,3}|arrondissement|cedex)(?![\p{L}\p{N}])/giu;
const honorific = /(?<![\p{L}\p{N}])(?:M|Mr|Mme|Mlle|Monsieur|Madame|Dr)(?![\p{L}\p{N}])\.?/giu;
const phoneNumber: NamePattern = {
  expression: new RegExp(phoneSource, 'gu'),
  mayStandIn: (folded) => /\d[\s.\-/]?\d[\s.\-/]?\d/.test(folded),
};
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
/** Words of fewer letters are too often those of another language. */
const minForeignLength = 6;

/**
 * Company, contact, city and telephone numbers as they may stand in a raw text, however their accents, apostrophes and
 * hyphens are written (addresses of the web and of e-mail go with the preparation): to be applied one after the other. A
 * name of several words is found wherever they follow each other. One of a single word is found where it begins with a
 * capital, and in small letters where "à" announces a city or "chez" a company: so the city of Tours takes no lathe with
 * it, and a company named Accueil no reception. One that is no word of the open texts is nothing but a name, and found in
 * small letters everywhere.
 */
export function namesOf({ company, contact, city }: OfferIdentity): readonly NamePattern[] {
  const person = contact?.replace(honorific, ' ') ?? '';
  const companies = tidyNames((company?.split('\n') ?? []).flatMap((name) => [name, name.replace(legalForms, ' ')]));
  const cities = tidyNames(city === null ? [] : placesOf(city));
  const people = tidyNames([person, ...person.split(/[^\p{L}\p{M}\p{N}'’-]+/u)]);
  const [longCities, shortCities] = [cities.filter(isLong), cities.filter(isShort)];
  const others = [...companies, ...people];
  const numbered = (pattern: string): string => pattern + cityNumber;
  const [longOthers, shortOthers] = [others.filter(isLong), others.filter(isShort)];
  const announced = (words: string) => (name: string) => after(words, wordPattern(name));
  const shortCompanies = companies.filter(isShort);
  return [
    phoneNumber,
    ...namesBy([...longCities, ...longOthers], () => [
      ...longCities.flatMap(sequencePatterns).map(numbered),
      ...longOthers.flatMap(sequencePatterns),
    ]),
    ...namesBy([...shortCities, ...shortOthers], () => [
      ...shortCities.flatMap(capitalisedWritings).map(numbered),
      ...shortOthers.flatMap(capitalisedWritings),
      ...shortCities.map(announced('[aàAÀ]\\u0300?')),
      ...shortCompanies.map(announced(wordPattern('chez'))),
    ]),
  ];
}

/** One pattern for all of some names; none where there are none. */
function namesBy(names: readonly string[], patterns: () => readonly string[]): readonly NamePattern[] {
  if (names.length === 0) return [];
  const signs = names.map(signOf);
  let expression: RegExp | null = null;
  return [
    {
      get expression() {
        return (expression ??= anyOf(patterns()));
      },
      // The one mark that may stand in a name and is no accent to `foldText`.
      mayStandIn: (folded) => signs.some((sign) => sign === null || folded.includes(sign)) || folded.includes('\u034f'),
    },
  ];
}

/** What stands in a folded text wherever the name stands in it: its longest word; null where none is that sure. */
function signOf(name: string): string | null {
  const words = name.split(separator).filter((word) => !/^(?:saint|st)e?$/i.test(word));
  const longest = words.map(foldText).reduce((best, word) => (word.length > best.length ? word : best), '');
  return /^[a-z0-9]+$/.test(longest) ? longest : null;
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
  if (isForeign(name)) return [wordPattern(name)];
  const capitalised = capital(name) + wordPattern(name);
  return name === name.toLowerCase() || /^[\p{Lu}\p{N}]/u.test(name) ? [capitalised] : [capitalised, name];
}

/** Whether a name of one word is no word of a job, of a diploma or of the open texts. */
function isForeign(name: string): boolean {
  const word = prepareText(name);
  return name.length >= minForeignLength && !isKnownWord(word) && !isSpeltWord(word);
}
