import { familyOf } from '../../../shared/domain/explanation/word-family';
import { foldText, prepareText } from '../../../shared/domain/text/prepare-text';
import { hasMatter } from '../../../shared/domain/text/match-text';
import type { ContractType } from '../../../shared/domain/offer';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import type { Place } from '../../../shared/domain/explanation/explanation';

/** Another whenever the same offer would be put into the index with other words: the index is then made anew. */
export const searchRules = 1;

/** Words that people write around what they look for. */
const askingWords = new Set(
  `je tu on nous vous me moi mon ma mes cherche chercher cherchons rechercher voudrais voudrait veux veut souhaite souhaiterais
  aimerais aimerait trouver suis ai sais faire etre avoir etudiant etudiants mois semaine semaines jour jours ans annee
  duree debut fin partir environ dans avec pour sur tres bien aussi tout tous toute toutes comme domaine secteur offre offres
  proposant proposez voulez quel quelle quels quelles qui est sont poste postes entreprise looking find want would like am
  my an of for the to with about some any job jobs work ich suche ein eine und fur busco un una para`.split(/\s+/),
);

/** What is looked for although it says nothing of the work itself: on which terms. */
const termWords = new Set(
  `stage stages stagiaire stagiaires alternance alternances alternant alternants apprenti apprentis apprentissage
  professionnalisation cdi cdd interim pfe junior senior cadre`.split(/\s+/),
);

/** Under which further words offers of a contract are found. */
export const contractWords: Readonly<Record<ContractType, string>> = {
  internship: 'stage stagiaire',
  'work-study': 'alternance alternant apprentissage apprenti professionnalisation',
  'fixed-term': 'cdd',
  permanent: 'cdi',
  'student-job': 'job etudiant',
  other: '',
};

const remembered = 50_000;
const families = createBoundedMap<string, string>(remembered);

/** The name of a prepared word and its nearest relatives, as the index holds it. */
export function indexFamilyOf(word: string): string {
  let family = families.get(word);
  if (family === undefined) {
    family = familyOf(word);
    families.set(word, family);
  }
  return family;
}

/**
 * The prepared words of a text in their order, as offers are compared by, and behind them the numbers of three digits and
 * more that comparing leaves out: postcodes, years, references.
 */
export function wordsToFind(text: string): readonly string[] {
  const words = prepareText(text);
  const numbers = text.match(/\d{3,}/g) ?? [];
  return words === '' ? numbers : [...words.split(' '), ...numbers];
}

/** Whether a prepared word narrows a search: what it is about, on which terms, a number; not what stands around. */
export function narrows(word: string): boolean {
  return termWords.has(word) || (hasMatter(word) && !askingWords.has(word)) || /^\d{3,}$/.test(word);
}

/** What somebody studies for: said in a description of themselves, it is nothing that an offer has to have. */
const diplomaWords = new Set(
  'licence licences master masters but bts dut deust bac bachelor diplome diplomes formation formations etude etudes'.split(
    ' ',
  ),
);

/** Whether a prepared word names a diploma and not its subject. */
export function isDiploma(word: string): boolean {
  return diplomaWords.has(word);
}

/** Whether a prepared word only says on which terms somebody works. */
export function isTerm(word: string): boolean {
  return termWords.has(word);
}

const writtenFamilies = createBoundedMap<string, string>(remembered);

/** The family of a word as somebody wrote it; empty for one that is not looked for. */
export function familyOfWritten(word: string): string {
  let family = writtenFamilies.get(word);
  if (family === undefined) {
    family = indexFamilyOf(wordsToFind(word)[0] ?? '');
    writtenFamilies.set(word, family);
  }
  return family;
}

/**
 * Where words of these families stand in a text, in its order: units of the text, none overlapping. Word by word, which is
 * ten times as quick as `placedWords` and all that marks of a search need: of "chargé·e" the first part is marked.
 */
export function placesOf(text: string, isWanted: (family: string) => boolean): Place[] {
  const places: Place[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}+#]+/gu)) {
    const family = familyOfWritten(word);
    if (family !== '' && isWanted(family)) places.push({ start: index, end: index + word.length });
  }
  return places;
}

/** A word as it is being written, folded as the words of the index are. */
export function foldedBeginning(text: string): string {
  return foldText(text).replace(/[^a-z0-9+#]/g, '');
}
