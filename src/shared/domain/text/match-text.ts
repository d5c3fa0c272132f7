import { tellingSegments } from '../explanation/boilerplate';
import { segmentsOf } from '../explanation/segments';
import { isMail, withoutMailLines } from '../reading/mail';
import { partsOf } from '../reading/parts';
import { readLevels } from '../reading/read-levels';
import { studyYearsOf } from '../study-years';
import { correctSpelling } from './correct-spelling';
import { namesOf, type NamePattern, type OfferIdentity } from './identity';
import { identityIn, withoutSignature } from './names-in-text';
import { foldText, prepareFolded, prepareText } from './prepare-text';
import { titleParts } from './title-parts';
import { withoutGenderForms } from './without-gender-forms';
import { withoutMarkup } from './without-markup';

/** What is compared of an offer or a formation, prepared; `title` says what it is, `body` everything else. */
export interface MatchText {
  /** Decides how much `body` counts beside `title`. */
  readonly kind: 'offer' | 'formation';
  readonly title: string;
  readonly body: string;
  /** Years after the baccalauréat: that an offer aims at, that a formation's students are in; none where unknown. */
  readonly levels: readonly number[];
  /** Occupations of ROME that a formation leads to, as whoever runs it says; none for an offer. */
  readonly romeCodes: readonly string[];
}

/**
 * Another whenever `offerMatchText` makes another text of the same offer, or `isInsufficient` judges it in another way: what
 * was ranked or read before is ranked and read again.
 */
export const offerTextRules = 13;

/** The parts of an offer that are compared. */
export interface OfferMatter {
  /** As its author wrote it. */
  readonly title: string;
  readonly description: string;
  readonly skills: readonly string[];
  /** Years after the baccalauréat that it aims at; where none is said, the text may say some. */
  readonly levels?: readonly number[] | undefined;
}

/** What an offer says and who offers it. */
export type OfferToPrepare = OfferMatter & OfferIdentity;

/** The parts of a formation that are compared. */
export interface FormationMatter {
  readonly title: string;
  readonly diplomaType: string | null;
  /** Years after the baccalauréat that it leads to. */
  readonly level?: number | null;
  readonly keywords: readonly string[];
  readonly description: string;
  readonly skills: readonly string[];
  /** What it leads to. */
  readonly jobs: readonly string[];
  readonly romeCodes?: readonly string[];
}

/** Words of an offer's title that say on which terms somebody works or since when, and never on what. */
const contractWords = new Set(
  'stage stages stagiaire stagiaires alternance alternances alternant alternants cdi cdd interim pfe urgent junior senior confirme experimente debutant'.split(
    ' ',
  ),
);

/** Words that an offer can be full of without saying what is to be done. */
const formalWords = new Set(
  `apprenti apprentis apprentissage contrat professionnalisation temps plein partiel mois annee semaine semaines recherche
  recherchons recrute recrutons poste offre emploi profil piece jointe voir decouverte preciser`.split(/\s+/),
);

/** What is left of a description without the rest has to be a description still. */
const fewestTellingWords = 12;

/** Words without matter of their own, left aside when matter is counted. */
const emptyWords = new Set(
  `a au aux avec ce ces cette chez dans de des du elle en et etre il ils la le les leur leurs mais ne nos notre nous on ou
  par pas plus pour qui que sa sans se ses son sont sous sur un une vos votre vous the of and for to in with`.split(
    /\s+/,
  ),
);

/**
 * What is compared of an offer: without who offers, where, on which contract, what one gets for it, how to apply, and what
 * a mail has around it. Names that
 * the text announces go as those of the fields do, so that nothing depends on whether somebody has filled these in. A
 * title that is nothing but such a name says nothing.
 */
export function offerMatchText(said: OfferMatter, identity: OfferIdentity): MatchText {
  const offer = {
    ...said,
    title: withoutGenderForms(spelledOut(plainOf(said.title))),
    description: spelledOut(plainOf(said.description)),
  };
  const names = namesAbout(offer, identity);
  const remove = (text: string): string => {
    const folded = foldText(text);
    const rest = withoutNames(text, folded, names);
    return rest === text ? prepareFolded(folded) : prepareText(rest);
  };
  const parts = titleParts(withoutNames(offer.title, foldText(offer.title), names));
  const title = withoutEmptyEdges(dropContractWords(corrected(prepareText(parts.work))));
  const aroundTitle = prepareText(parts.around).split(' ').filter(hasMatter).join(' ');
  const description = isMail(offer.description) ? withoutMailLines(offer.description) : offer.description;
  const around = [aroundTitle, matterOf(withoutSignature(description), remove), ...offer.skills.map(remove)];
  return {
    ...{ kind: 'offer', title, body: around.filter((part) => part !== '').join(' ') },
    ...{ levels: levelsOf(said, offer), romeCodes: [] },
  };
}

/** What a description says of the work and of whom it needs, prepared; all of it where that is next to nothing. */
function matterOf(description: string, prepared: (text: string) => string): string {
  const segments = segmentsOf(description).map((segment) => {
    return { ...segment, prepared: prepared(description.slice(segment.start, segment.end)) };
  });
  const isTelling = tellingSegments(segments);
  const told = segments.flatMap((segment, at) => (isTelling[at] && segment.prepared !== '' ? segment.prepared : []));
  const words = told.join(' ');
  return words.split(' ').length < fewestTellingWords ? prepared(description) : words;
}

function withoutNames(text: string, folded: string, names: readonly NamePattern[]): string {
  return names.reduce((rest, name) => (name.mayStandIn(folded) ? rest.replace(name.expression, ' ') : rest), text);
}

/** The names of an offer's fields and those that its text announces, to be applied one by one. */
export function namesAbout(offer: OfferMatter, identity: OfferIdentity): readonly NamePattern[] {
  const read = identityIn(plainOf(offer.title), plainOf(offer.description));
  const isAny = read.company !== null || read.contact !== null || read.city !== null;
  return isAny ? [...namesOf(identity), ...namesOf(read)] : namesOf(identity);
}

/** What is compared of a formation: type, title and keywords, and behind them what it teaches and leads to. */
export function formationMatchText(formation: FormationMatter): MatchText {
  const { title, diplomaType, keywords, description, skills, jobs, level = null, romeCodes = [] } = formation;
  return {
    kind: 'formation',
    title: prepareText(spelledOut([diplomaType ?? '', title, ...keywords].join(' '))),
    body: prepareText(spelledOut([description, ...skills, ...jobs].join(' '))),
    levels: studyYearsOf(level, diplomaType),
    romeCodes,
  };
}

function levelsOf({ levels = [] }: OfferMatter, { title, description }: OfferMatter): readonly number[] {
  if (levels.length > 0) return levels;
  return readLevels(partsOf(title, withoutMailLines(description)))?.value ?? [];
}

/** Whether a prepared word says something of what is to be done. */
export function hasMatter(word: string): boolean {
  return word.length > 1 && !emptyWords.has(word) && !contractWords.has(word) && !formalWords.has(word);
}

function plainOf(text: string): string {
  return withoutMarkup(text).text;
}

function corrected(title: string): string {
  return title.split(' ').map(correctSpelling).join(' ');
}

/** The one short form that loses its letters with its sign. */
function spelledOut(text: string): string {
  return text.replace(/(?=R)(?<![\p{L}\p{N}])R\s?(?:&|et)\s?D(?![\p{L}\p{N}])/gu, 'recherche et développement');
}

/** Without what a name that was taken away leaves before or behind it: "comptable a". */
function withoutEmptyEdges(title: string): string {
  const words = title.split(' ');
  const isFull = (word: string): boolean => !emptyWords.has(word);
  const first = words.findIndex(isFull);
  return first < 0 ? title : words.slice(first, words.findLastIndex(isFull) + 1).join(' ');
}

function dropContractWords(title: string): string {
  const kept = title.split(' ').filter((word) => !contractWords.has(word));
  // A title of nothing but such words ("Stagiaire") stays as it is.
  return kept.some((word) => !emptyWords.has(word)) ? kept.join(' ') : title;
}
