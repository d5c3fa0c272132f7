import { fold } from './fold';
import { remember } from './remember';

/** Levels of the European framework (EQF), and of the French one of 2019 beside it, in years after the bac. */
const europeanLevels: Readonly<Record<number, number>> = { 4: 0, 5: 2, 6: 3, 7: 5, 8: 8 };

/** Diplomas and the years after the bac that their holders have; the first pattern that fits a place wins. */
const diplomas: readonly (readonly [RegExp, number])[] = [
  [/\b(?:licences?|l) ?(?:pro(?:fessionnelles?)?)\b|\blp\b/, 3],
  [/\b(?:master|m) ?1\b|\bmaitrise\b/, 4],
  [/\b(?:master|m) ?2\b/, 5],
  [/\b(?:licence|l) ?([123])\b/, -1],
  [/\bbut ?([123])\b|\b(?:but|bachelor universitaire de technologie)\b/, 3],
  [/\bmasters?\b|\bmastere\b|\bmba\b|\bmsc\b|\bdess\b|\bdea\b|\bgraduate school\b/, 5],
  [/\bingenieure?s?\b|\becoles? d ing\b|\bengineer(?:ing degree)?\b|\bpfe\b/, 5],
  [/\bdoctorats?\b|\btheses?\b|\bphd\b|\bdoctorants?\b/, 8],
  [/\blicences?\b|\bbachelors?\b|\bbba\b|\bdcg\b|\bdnmade\b|\bbut\b/, 3],
  [/\bdscg\b|\bcesure\b/, 5],
  [
    /\bbtsa?m?\b|\bdut\b|\bdeust\b|\bdeug\b|\bcpge\b|\bprepa\b|\bbrevet de technicien superieur\b|\bdiplome universitaire de technologie\b/,
    2,
  ],
];
const years = /\bbac ?\+ ?(\d)|\bbaccalaureat ?\+ ?(\d)/g;
const bareBac = /\b(?:bac|baccalaureat)\b(?! ?\+)/;
const framework = /\b(?:niveau|niv|level|eqf|cec) ?([3-8])\b/;

interface Place {
  readonly at: number;
  readonly level: number;
}

/**
 * Years of study aimed at, 0–8 after the bac, in order and without repeats: "Bac+4/5", "L3 à M2" (all between),
 * "BUT / licence pro / M1", "Master 2 ou école d'ingénieurs", "niveau 6". A bare digit counts years after the bac.
 * Undefined when no level can be read.
 */
export const parseLevels = remember((text: string): readonly number[] | undefined => {
  const words = fold(text);
  if (/^[0-8]$/.test(words)) return [Number(words)];
  const places = findPlaces(words);
  if (places.length === 0) return undefined;
  const levels = new Set(places.map(({ level }) => level));
  if (places.length === 2 && isRange(text, words, places)) fill(levels);
  return [...levels].sort((a, b) => a - b);
});

/** One level: the highest of those that are read, because a degree is named by its end. */
export function parseLevel(text: string): number | undefined {
  return parseLevels(text)?.at(-1);
}

/** A code of the European framework, alone or in words ("6", "niveau6", "EQF 7"), in years after the bac. */
export function parseEuropeanLevel(text: string): number | undefined {
  const digit = /^(?:niveau|niv|level|eqf|cec)? ?([4-8])$/.exec(fold(text))?.[1];
  return digit === undefined ? undefined : europeanLevels[Number(digit)];
}

function findPlaces(words: string): Place[] {
  const places: Place[] = [];
  let rest = words;
  const take = (pattern: RegExp, levelOf: (match: RegExpExecArray) => number | undefined): void => {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      const level = levelOf(match);
      if (level !== undefined) places.push({ at: match.index, level });
      // What was read is blanked, so that "licence pro" is not read again as "licence".
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  };
  // "bac+2 3", "bac+4 ou 5", "bac+3 a bac+5": a lone digit after the first one counts too.
  take(/\bbac(?:calaureat)? ?\+ ?(\d)(?= (?:a |ou |et |to |or )?\d\b)/, (match) => {
    const at = match.index + match[0].length;
    const second = /^ (?:a |ou |et |to |or )?(\d)\b/.exec(rest.slice(at));
    if (second) places.push({ at: at + 1, level: Math.min(8, Number(second[1])) });
    return Math.min(8, Number(match[1]));
  });
  take(new RegExp(years.source), (match) => Math.min(8, Number(match[1] ?? match[2])));
  take(/\b(?:master|m) ?1 (?:ou|et|or) (?:m )?2\b/, (match) => {
    places.push({ at: match.index + 1, level: 5 });
    return 4;
  });
  take(
    /\b(?:but|licence) (?:\p{L}+ )*?([123])(?:e|re|er|eme)?(?: (?:ou|et) ([123])(?:e|re|er|eme)?)? annee\b/u,
    (match) => {
      if (match[2]) places.push({ at: match.index + 1, level: Number(match[2]) });
      return Number(match[1]);
    },
  );
  for (const [pattern, level] of diplomas) {
    take(pattern, (match) => (level > 0 && match[1] === undefined ? level : Number(match[1])));
  }
  take(framework, (match) => europeanLevels[Number(match[1])]);
  take(bareBac, () => 0);
  return places.sort((a, b) => a.at - b.at);
}

/** Whether two levels are the ends of a range: "L3 à M2", "Bac+3 - Bac+5", "Licence à master". */
function isRange(text: string, words: string, [first, last]: readonly Place[]): boolean {
  if (!first || !last) return false;
  return / (?:a|to|jusqu a) /.test(words.slice(first.at, last.at + 1)) || /\d\s*[-–]\s*(?:bac|\d)/i.test(text);
}

function fill(levels: Set<number>): void {
  const ends = [...levels];
  for (let level = Math.min(...ends); level < Math.max(...ends); level += 1) levels.add(level);
}
