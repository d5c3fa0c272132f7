import { hasMatter, namesAbout, type FormationMatter, type OfferMatter } from '../text/match-text';
import type { NamePattern, OfferIdentity } from '../text/identity';
import { dropRepetitions } from '../text/prepare-text';
import { withoutGenderForms } from '../text/without-gender-forms';
import { withoutMarkup } from '../text/without-markup';
import { isCommonWord, isNarrowingWord, tellingSegments } from './boilerplate';
import type { ExplainedField } from './explanation';
import { placedWords, type PlacedWord } from './placed-words';
import { segmentsOf } from './segments';
import { familyOf } from './word-family';

/** One text of an offer or a formation as its author wrote it; `item` counts within a list, 0 elsewhere. */
export interface SourceText {
  readonly field: ExplainedField;
  readonly item: number;
  readonly text: string;
}

/** A word that can be a reason, by the name of its family. */
export interface TellingWord extends PlacedWord {
  readonly family: string;
}

/** A passage that says what is to be done or learnt; places are those of the original text of its field. */
export interface TellingPassage {
  readonly field: ExplainedField;
  readonly item: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the encoder is given: the telling words alone, so that no two passages are alike by what all texts have. */
  readonly prepared: string;
  readonly words: readonly TellingWord[];
  /** Of its words, each once. */
  readonly families: ReadonlySet<string>;
  /** And of the words that narrow what they say: « droit du travail » is not every « droit ». */
  readonly matter: ReadonlySet<string>;
}

/** With fewer words that mean something a sentence is no reason; titles and items of lists may be shorter. */
const fewestWords = 3;

/** A sentence that names who offers within so many signs speaks of them, unless it turns to whoever reads it. */
const opening = 40;
const addressed = /\b(?:vous|votre|vos|tu|ton|tes|recherch\w+|recrut\w+|missions?)\b/;

/** The passages of an offer, without its identity: who offers and where counts no more here than in the ranking. */
export function offerPassages(offer: OfferMatter, identity: OfferIdentity): readonly TellingPassage[] {
  const names = namesAbout(offer, identity);
  return passagesOf(
    [
      { field: 'title', item: 0, text: offer.title },
      { field: 'description', item: 0, text: offer.description },
      ...listed('skill', offer.skills),
    ],
    names,
  );
}

/** The passages of a formation: its title, each thing it teaches, its keywords, the jobs it leads to, its description. */
export function formationPassages(formation: FormationMatter): readonly TellingPassage[] {
  return passagesOf(
    [
      { field: 'title', item: 0, text: formation.title },
      { field: 'description', item: 0, text: formation.description },
      ...listed('skill', formation.skills),
      ...listed('keyword', formation.keywords),
      ...listed('job', formation.jobs),
    ],
    noNames,
  );
}

/** The passage of one item of a list; null when it has no telling word. */
export function itemPassage(text: string): TellingPassage | null {
  return passagesIn({ field: 'skill', item: 0, text }, noNames)[0] ?? null;
}

const noNames: readonly NamePattern[] = [];

function listed(field: ExplainedField, items: readonly string[]): readonly SourceText[] {
  return items.map((text, item) => ({ field, item, text }));
}

/** The telling passages of several texts, one text after the other; `names` are those of who offers and where. */
function passagesOf(texts: readonly SourceText[], names: readonly NamePattern[]): readonly TellingPassage[] {
  return texts.flatMap((source) => passagesIn(source, names));
}

/**
 * Cuts one text into sentences and items and keeps those that say what is to be done or learnt, in its order; a title or an
 * item of a list is one passage. Places are those of the text as it was written, names included.
 */
function passagesIn(
  { field, item, text: source }: SourceText,
  names: readonly NamePattern[],
): readonly TellingPassage[] {
  const { text, written } = withoutMarkup(source);
  const blanked = blankNames(field === 'title' ? withoutGenderForms(text) : text, names);
  const words = placedWords(blanked);
  const segments =
    field === 'description' ? segmentsOf(text) : [{ start: 0, end: text.length, line: 0, isWholeLine: true }];
  let next = 0;
  const filled = segments.map((segment) => {
    const own: PlacedWord[] = [];
    while (next < words.length && (words[next]?.start ?? 0) < segment.end) {
      const word = words[next++];
      if (word && word.start >= segment.start) own.push(word);
    }
    return { ...segment, own, prepared: textOf(own) };
  });
  const isTelling = field === 'description' ? tellingSegments(filled) : filled.map(() => true);
  const fewest = field === 'description' ? fewestWords : 1;
  const isOfOthers = ({ start, prepared }: (typeof filled)[number]): boolean =>
    blanked.slice(start, start + opening) !== text.slice(start, start + opening) && !addressed.test(prepared);
  return filled.flatMap((segment, index) => {
    const { own } = segment;
    const { start, end } = written(segment.start, segment.end);
    const telling = own
      .filter(({ word }) => hasMatter(word) && !isCommonWord(word))
      .map((word) => ({ ...word, ...written(word.start, word.end), family: familyOf(word.word) }));
    if (!isTelling[index] || telling.length < fewest || (field === 'description' && isOfOthers(segment))) return [];
    return [
      {
        field,
        item,
        start,
        end,
        text: source.slice(start, end),
        prepared: textOf(telling),
        words: telling,
        families: new Set(telling.map(({ family }) => family)),
        matter: new Set([
          ...telling.map(({ family }) => family),
          ...own.filter(({ word }) => isNarrowingWord(word)).map(({ word }) => familyOf(word)),
        ]),
      },
    ];
  });
}

/** The words as the encoder takes them: joined by one space, without immediate repetitions. */
function textOf(words: readonly PlacedWord[]): string {
  return dropRepetitions(words.map(({ word }) => word)).join(' ');
}

/** Names become blanks, so that everything else stays where it stood. */
function blankNames(text: string, names: readonly NamePattern[]): string {
  return names.reduce((rest, { expression }) => rest.replace(expression, (found) => ' '.repeat(found.length)), text);
}
