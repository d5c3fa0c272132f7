import type { Place } from '../../../shared/domain/explanation/explanation';
import { withoutMarkup } from '../../../shared/domain/text/without-markup';
import { placesOf } from './search-words';

/** About two lines of a table. */
const excerptLength = 220;
/** A description is looked through this far: what comes later is found and not cited. */
const readLength = 20_000;
/** A little of what stands before the first word. */
const lead = 40;

/** A part of a text, and where the words that were looked for stand in it. */
export interface Excerpt {
  readonly text: string;
  readonly words: Place[];
}

/**
 * The part of a text that holds most of the words that are wanted; its beginning when it holds none. Of a page's source it
 * is what somebody would read on the page.
 */
export function excerptOf(written: string, isWanted: (family: string) => boolean): Excerpt {
  const text = withoutMarkup(written).text.replace(/\s+/g, ' ').trim();
  const plain = text.slice(0, readLength);
  const words = placesOf(plain, isWanted);
  const start = startOf(plain, bestStart(plain, words));
  const end = endOf(plain, start);
  const shift = start > 0 ? 2 : 0;
  const cut = plain.slice(start, end);
  return {
    text: `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`,
    words: words
      .filter((word) => word.start >= start && word.end <= end)
      .map((word) => ({ start: word.start - start + shift, end: word.end - start + shift })),
  };
}

/** The place of the word from which on most different words stand within an excerpt. */
function bestStart(text: string, words: readonly Place[]): number {
  let best = 0;
  let most = 0;
  words.forEach((first, index) => {
    const inside = words.slice(index).filter(({ end }) => end <= first.start + excerptLength - lead);
    const different = new Set(inside.map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
    if (different <= most) return;
    most = different;
    best = first.start;
  });
  return best;
}

/** At the beginning of a word, some way before the place. */
function startOf(text: string, place: number): number {
  if (place <= lead) return 0;
  const space = text.indexOf(' ', place - lead);
  return space < 0 || space >= place ? place : space + 1;
}

function endOf(text: string, start: number): number {
  const end = start + excerptLength;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  return space <= start ? end : space;
}
