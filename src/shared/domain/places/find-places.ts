import { departmentNames } from '../dashboard/department';
import { isKnownWord } from '../text/is-known-word';
import { prepareText } from '../text/prepare-text';
import { communesByKey, placeKey } from './communes';
import { regionNames } from './regions';

/** A place that a text names. */
export interface FoundPlace {
  /** As INSEE writes it. */
  readonly name: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Names that are words of everyday texts as well, and no work or subject. */
const everydayWords = new Set(
  'azur bonne campagne cher chapeau contes courtes hommes ifs lot luxe marques nord pannes parc sales sens serre somme sur tech union vue'.split(
    ' ',
  ),
);
/** Towns so large that their names are theirs, although job titles have the words. */
const largeTowns = new Set(['le havre', 'le mans']);
/** So large too, but what an operator of machines works on: a place where "à" says so or where it is a part of a title. */
const largeTownsBesideWords = new Set(['tours']);
const shortestClear = 4;
const longestName = 8;

// Ranges instead of Unicode properties: these go over every text, and French names need no more.
const letters = '0-9A-Za-zÀ-ÖØ-öø-ÿŒœ\\u0300-\\u036f';
const capitalisedWord = new RegExp(`[A-ZÀ-ÖØ-ÞŒ][${letters}]*`, 'g');
const letter = new RegExp(`[${letters}]`);
const nextWord = new RegExp(`[\\s'’-]{1,2}(?:[-–]\\s)?([${letters}]+)`, 'y');
const article = "(?:l[ae]s?\\s+|l['’])?";
/** Says that a place follows: "à", "Lieu :". */
const announced = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:[àa]|aux?|vers|près de|proche de)\\s+${article}|(?:lieu|lieu d[eu] [\\p{L}' ’]{3,20}|locali[sz]ation|localité|ville|adresse|location|place)\\s*:\\s*)$`,
  'iu',
);
/** May belong to a place: "CHU de Rennes", "en Bretagne", "secteur Lorient". */
const belonging = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:d[eu]s?|en|dans|sur|et|ou|in|near|région|secteur|agglomération|métropole|ville|commune|site|agence|bassin)\\s+${article}|d['’])$`,
  'iu',
);
/** Follows a place only: "(69)", "69003", "Cedex", "3e arrondissement". */
const numbered =
  /^\s*(?:\(\s*(?:\d{2,3}|2[AB]|\d{5})\s*\)|[-–,]?\s*\d{5}(?!\d)|cedex(?!\p{L})|\d{1,2}(?:er|e|ème)\s+arr)/iu;
/** A part of a title that is nothing but a place. */
const partBefore = /(?:^|\s[-–—]\s*|[|/,;:(•·]\s*)$/u;
const partBehind = /^\s*(?:$|[-–—|/,;)(•·])/u;
/** What can follow the end of a title: "(H/F)", "- CDI". */
const titleEnd =
  /^[\s\-–—|/,;()•·]*(?:[hfmx]\s*[/.-]\s*[hfmx](?:\s*[/.-]\s*[hfmx])?[\s\-–—|/,;()•·]*)*(?:(?:cdi|cdd|stage|alternance)[\s)]*)?$/iu;
const articleBefore = /(?<![\p{L}\p{N}])(?:aux?|du|des|l[ae]s?|l['’])\s*$/iu;

/**
 * The places (communes, departments, regions) that a text in French names, in the order of the text. A name that is no
 * word of something else counts where it follows "à", "de", "en"…, has its number behind it, or, in a title, is a part or
 * the end of it; another one ("Sens") only with its number. In small letters nothing is a place.
 */
export function placesIn(text: string, kind: 'title' | 'body'): readonly FoundPlace[] {
  const names = placeNames();
  const found: FoundPlace[] = [];
  let end = 0;
  for (const match of text.matchAll(capitalisedWord)) {
    if (match.index < end || letter.test(text[match.index - 1] ?? '')) continue;
    const candidate = longestFrom(text, match.index, match[0], names);
    if (candidate === null || !isMeant(text, candidate, kind)) continue;
    found.push(candidate);
    end = candidate.end;
  }
  return found;
}

/** The longest name that begins with a word of the text. */
function longestFrom(text: string, start: number, word: string, names: PlaceNames): FoundPlace | null {
  let key = foldedWord(word);
  if (!names.beginnings.has(key)) return null;
  let longest: FoundPlace | null = null;
  let end = start + word.length;
  for (let words = 1; words <= longestName; words += 1) {
    const name = names.byKey.get(key) ?? nameBehindArticle(text, start, key, names);
    if (name !== undefined) longest = { name, start, end };
    // Most words that a name begins with begin something else: "La", "Les".
    if (words === 2 && !names.beginnings.has(key)) break;
    nextWord.lastIndex = end;
    const next = nextWord.exec(text);
    if (next === null) break;
    key = `${key} ${foldedWord(next[1] ?? '')}`;
    end = nextWord.lastIndex;
  }
  return longest;
}

function nameBehindArticle(text: string, start: number, key: string, names: PlaceNames): string | undefined {
  const name = names.behindArticle.get(key);
  return name !== undefined && articleBefore.test(text.slice(Math.max(0, start - 6), start)) ? name : undefined;
}

function isMeant(text: string, { name, start, end }: FoundPlace, kind: 'title' | 'body'): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const behind = text.slice(end, end + 40);
  if (numbered.test(behind)) return true;
  if (end - start < shortestClear - 1) return false;
  const isPart = kind === 'title' && partBefore.test(before) && partBehind.test(behind);
  if (largeTownsBesideWords.has(placeKey(name))) return isPart || announced.test(before);
  if (!isClear(name)) return false;
  if (announced.test(before) || belonging.test(before)) return true;
  return isPart || (kind === 'title' && titleEnd.test(text.slice(end)));
}

const clearness = new Map<string, boolean>();

/** Whether a name is as good as always that of a place: one of several words, or of a word that is nothing else. */
function isClear(name: string): boolean {
  const known = clearness.get(name);
  if (known !== undefined) return known;
  const key = placeKey(name);
  const [first = '', ...others] = key.replace(/^(?:l|la|le|les) /, '').split(' ');
  const isOrdinary = first.length < shortestClear || everydayWords.has(first) || isKnownWord(prepareText(first));
  const isClearName = others.length > 0 || largeTowns.has(key) || !isOrdinary;
  clearness.set(name, isClearName);
  return isClearName;
}

interface PlaceNames {
  readonly byKey: ReadonlyMap<string, string>;
  /** "Havre" of "au Havre", "Rochelle" of "à la Rochelle": the article is contracted or small there. */
  readonly behindArticle: ReadonlyMap<string, string>;
  /** The first word of each, and the first two. */
  readonly beginnings: ReadonlySet<string>;
}

/** Made when first asked for. */
let madeNames: PlaceNames | null = null;

function placeNames(): PlaceNames {
  madeNames ??= makeNames();
  return madeNames;
}

function makeNames(): PlaceNames {
  const byKey = new Map<string, string>();
  const behindArticle = new Map<string, string>();
  for (const [key, [commune]] of communesByKey()) {
    if (commune === undefined) continue;
    byKey.set(key, commune.name);
    const [, rest] = /^(?:l|la|le|les) (.{4,})$/.exec(key) ?? [];
    if (rest !== undefined) behindArticle.set(rest, commune.name);
  }
  // Behind the communes: "Loire" is the department and not Loiré.
  for (const name of [...Object.values(departmentNames), ...Object.values(regionNames)])
    byKey.set(placeKey(name), name);
  const keys = [...byKey.keys(), ...behindArticle.keys()];
  return { byKey, behindArticle, beginnings: new Set(keys.flatMap(firstWords)) };
}

/** The first word of a key, and the first two where there are two. */
function firstWords(key: string): readonly string[] {
  const [first = '', second] = key.split(' ', 2);
  return second === undefined ? [first] : [first, `${first} ${second}`];
}

/** Words come again and again; so many are kept folded. */
const mostWords = 20_000;
const foldedWords = new Map<string, string>();

function foldedWord(word: string): string {
  let folded = foldedWords.get(word);
  if (folded === undefined) {
    if (foldedWords.size >= mostWords) foldedWords.clear();
    folded = placeKey(word);
    foldedWords.set(word, folded);
  }
  return folded;
}
