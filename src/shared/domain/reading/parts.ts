import type { Passage, ReadFact } from './reading';
import { sentencesOf, type Sentence } from './sentences';

/** The title or the description of an offer, cut into sentences. */
export interface Part {
  readonly field: Passage['field'];
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export function partsOf(title: string, description: string): readonly Part[] {
  return [
    { field: 'title', text: title, sentences: sentencesOf(title) },
    { field: 'description', text: description, sentences: sentencesOf(description) },
  ];
}

/** A place in a part where a pattern was found. */
export interface Hit {
  readonly part: Part;
  readonly sentence: Sentence;
  readonly match: RegExpExecArray;
  /** In the text of the part, in code units. */
  readonly start: number;
  readonly end: number;
}

/** Every place of a pattern (flag `g`), sentence by sentence; what `isLeftOut` refuses is not looked at. */
export function* hitsOf(
  parts: readonly Part[],
  pattern: RegExp,
  isLeftOut: (sentence: Sentence, part: Part) => boolean = () => false,
): Iterable<Hit> {
  for (const part of parts) {
    // Most texts have no hit at all, and looking once is quicker than looking in every sentence.
    if (part.text.search(pattern) < 0) continue;
    for (const sentence of part.sentences) {
      const said = part.text.slice(sentence.start, sentence.end);
      if (said.search(pattern) < 0 || isLeftOut(sentence, part)) continue;
      for (const match of said.matchAll(pattern)) {
        const start = sentence.start + match.index;
        yield { part, sentence, match, start, end: start + match[0].length };
      }
    }
  }
}

export function factAt<T>(
  value: T,
  { part, start, end }: Pick<Hit, 'part' | 'start' | 'end'>,
  confidence: number,
): ReadFact<T> {
  return { value, passage: { field: part.field, start, end }, confidence };
}
