import { isGeneral, isTelling } from './is-known-word';
import { isSpeltWord } from './is-spelt-word';
import { hasMatter, type MatchText } from './match-text';
import { singular } from './singular';

/** Two general words say something where one is in the title: "chef de projet". */
const minGeneralWithTitle = 2;
/** With a title such as "Stage", the rest has to say it. */
const minGeneralWithoutTitle = 8;
/** So many different words mean something, be it in another language. */
const minWordsOfAnyKind = 30;

/** Subjects by their ending: « apiculture », « volcanologie »; what else is beyond job titles and diplomas is mostly everyday. */
const subjectEnding =
  /(?:culture|logie|nomie|graphie|metrie|scopie|therapie|pathie|iatrie|urgie|physique|chimie|botanique|erie)s?$/u;
/** Words with such an ending that say nothing of a trade. */
const everyday = new Set(
  `bibliographie biographie biographies causeries chronologie empathie feries galeries ideologies loteries peripherie phraseologie
  preserie preseries series symetrie terminologie typologie typologies`.split(/\s+/),
);

/** Who comes to look on, and from where: a week at a company in the third year of collège says nothing of work. */
const schoolWords = new Set(
  `observation observations decouverte 3e 3eme 3emes troisieme 2nde 2de seconde classe college colleges collegien collegiens
  lycee lycees lyceen lyceens eleve eleves`.split(/\s+/),
);

/**
 * Whether the text of an offer says too little for a ranking that means something: one word that names a work or a subject
 * is enough ("soudure", in a title "soudures" too); words of every trade, greetings and what is no word are not.
 */
export function isInsufficient({ title, body }: Pick<MatchText, 'title' | 'body'>): boolean {
  const words = new Set(title.split(' ').filter(saysSomething));
  // A title may be of several: « Développeurs web ». Texts have their « renseignements » and « enseignants » in mere courtesies.
  if (hasTelling(words) || hasTelling(new Set([...words].map(singular)))) return false;
  const enough = countGeneral(words) > 0 ? minGeneralWithTitle : minGeneralWithoutTitle;
  for (const word of body.split(' ')) if (saysSomething(word)) words.add(word);
  return !hasTelling(words) && countGeneral(words) < enough && words.size < minWordsOfAnyKind;
}

function saysSomething(word: string): boolean {
  return hasMatter(word) && !schoolWords.has(word);
}

function hasTelling(words: ReadonlySet<string>): boolean {
  for (const word of words) if (isTelling(word) || isSubject(word)) return true;
  return false;
}

function isSubject(word: string): boolean {
  return subjectEnding.test(word) && !everyday.has(word) && isSpeltWord(word);
}

function countGeneral(words: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (isGeneral(word)) count += 1;
  return count;
}
