import { parseSeniority } from '../cells/parse-words';
import type { ContractType, Seniority } from '../offer';
import { factAt, hitsOf, type Part } from './parts';
import type { ReadFact } from './reading';
import { isAside, type Sentence } from './sentences';

const count = String.raw`(?:\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix)`;
const years = new RegExp(
  [
    String.raw`${count}\s*(?:(?:à|ou|-|–|to)\s*${count}\s*)?(?:ans?|années?|mois|years?|months?)\s+(?:(?:minimum|au moins|au minimum)\s+)?(?:d['’]|de\s+|of\s+)?(?:pratique|expériences?|experience)`,
    String.raw`expériences?[^.,;\n]{0,40}?${count}\s*(?:(?:à|ou|-|–)\s*${count}\s*)?(?:ans?|années?)`,
  ].join('|'),
  'giu',
);
const beginners =
  /(?<![\p{L}\d])(?:débutante?s?(?:\(e\))?\s+(?:sont\s+)?(?:acceptée?s?|bienvenus?|admise?s?)|débutant\(e\)s?\s+acceptée?s?(?:\(e\))?s?|jeunes?\s+diplômée?s?|premier\s+emploi|sans\s+expérience|aucune\s+expérience|no\s+experience|entry[- ]level|beginners?\s+welcome|graduate\s+program(?:me)?)(?![\p{L}\d])/giu;
const words =
  /(?<![\p{L}\d])(?:juniors?|première\s+expérience|profils?\s+confirmée?s?|confirmée?s?|expérimentée?s?|(?:profils?\s+)?séniors?|seniors?|experienced)(?![\p{L}\d])/giu;
/** Contracts of people who are still learning. */
const learners: ReadonlySet<ContractType> = new Set(['internship', 'work-study', 'student-job']);

const numbers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    un: '1',
    une: '1',
    deux: '2',
    trois: '3',
    quatre: '4',
    cinq: '5',
    six: '6',
    sept: '7',
    huit: '8',
    dix: '10',
  }),
);

/**
 * The experience asked for, with the thresholds of files (beginner, junior below 3 years, experienced below 8, senior).
 * An internship, an apprenticeship and a student job are for beginners unless years are asked for.
 */
export function readSeniority(
  parts: readonly Part[],
  contract: ReadFact<ContractType> | null,
): ReadFact<Seniority> | null {
  const isLearner = contract !== null && learners.has(contract.value);
  for (const hit of hitsOf(parts, years, isOfOthers)) {
    const value = leastOf(hit.match[0]);
    if (value && !isLearner) return factAt(value, hit, 0.9);
  }
  if (isLearner) return { value: 'beginner', passage: contract.passage, confidence: contract.confidence };
  for (const hit of hitsOf(parts, beginners, isOfOthers)) return factAt('beginner', hit, 0.9);
  for (const hit of hitsOf(parts, words, isOfOthers)) {
    const value = /première/iu.test(hit.match[0]) ? 'junior' : parseSeniority(hit.match[0]);
    // « un senior », « nos développeurs confirmés » in a text are other people; in a title the word is the level of a job.
    const isLevel = hit.part.field === 'title' ? !/s$/iu.test(hit.match[0]) : !/^s[ée]nior$|s$/iu.test(hit.match[0]);
    if (value && isLevel) return factAt(value, hit, hit.part.field === 'title' ? 0.9 : 0.7);
  }
  return null;
}

/** Longer experience is that of a company. */
const mostYears = 15;

/** The level that the least of the years asked for makes: « 2 à 5 ans d’expérience » is for those who have two. */
function leastOf(wording: string): Seniority | null {
  const figures = wording.replace(/\p{L}+/gu, (word) => numbers.get(word.toLowerCase()) ?? word);
  const least = Number(/\d+/.exec(figures)?.[0] ?? 0);
  const unit = /mois|month/i.test(figures) ? 'mois' : 'ans';
  return least <= mostYears || unit === 'mois' ? (parseSeniority(`${least} ${unit}`) ?? null) : null;
}

function isOfOthers(sentence: Sentence, { field }: Part): boolean {
  if (field === 'title') return false;
  return (
    isAside(sentence) ||
    /\b(?:nos|notre|leurs?|nous avons|equipe de|forts? de|forte de|collegue|encadree? par)\b/.test(sentence.folded)
  );
}
