import { commonForm, foldText, formBehind, isLeftOver, longNumber, removedExpressions } from '../text/prepare-text';
import { isWordCode } from '../text/word-reader';
import { createBoundedMap } from '../../util/bounded-map';

/** A prepared word and where it stands in the original text, in UTF-16 code units: `end` is the first unit behind it. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A text on its way to its words; unit i of it comes from `starts[i]` to `ends[i]` of the original. */
interface TrackedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The words that `prepareText` makes of a text, each with its place: the same steps in the same order, repetitions
 * alone stay. Nothing is searched for afterwards; every step carries the places along.
 */
export function placedWords(text: string): readonly PlacedWord[] {
  let tracked = foldTracked(text);
  for (const expression of removedExpressions) tracked = blankTracked(tracked, expression);
  return scanTracked(tracked);
}

/** What signs are folded to; looking one up is far quicker than taking it apart. */
const foldedSigns = createBoundedMap<string, string>(10_000);

function foldSign(sign: string): string {
  let folded = foldedSigns.get(sign);
  if (folded === undefined) {
    folded = foldText(sign);
    foldedSigns.set(sign, folded);
  }
  return folded;
}

/** Folds sign by sign: a letter can become several units, and its marks become none but stay part of it. */
function foldTracked(text: string): TrackedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of text) {
    const folded = foldSign(sign);
    const end = at + sign.length;
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: parts.join(''), starts, ends };
}

/** Each match of the expression becomes one space, as in the preparation. */
function blankTracked(tracked: TrackedText, expression: RegExp): TrackedText {
  const found = [...tracked.text.matchAll(expression)];
  if (found.length === 0) return tracked;
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const keepTo = (end: number): void => {
    parts.push(tracked.text.slice(from, end));
    for (let at = from; at < end; at += 1) {
      starts.push(tracked.starts[at] ?? 0);
      ends.push(tracked.ends[at] ?? 0);
    }
  };
  for (const { 0: match, index } of found) {
    keepTo(index);
    from = index + match.length;
    parts.push(' ');
    starts.push(tracked.starts[index] ?? 0);
    ends.push(tracked.ends[from - 1] ?? 0);
  }
  keepTo(tracked.text.length);
  return { text: parts.join(''), starts, ends };
}

function scanTracked({ text, starts, ends }: TrackedText): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  const add = (from: number, to: number): void => {
    const word = text.slice(from, to);
    if (word === '' || isLeftOver(word)) return;
    const form = formBehind(commonForm(word), words.at(-1)?.word);
    words.push({ word: form, start: starts[from] ?? 0, end: ends[to - 1] ?? 0 });
  };
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    if (isWordCode(text.charCodeAt(at))) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      addRun(text.slice(from, at), from, add);
      from = -1;
    }
  }
  return words;
}

/** A run of word signs is one word, or several when long numbers are taken out of it. */
function addRun(run: string, start: number, add: (from: number, to: number) => void): void {
  let from = 0;
  for (const { 0: match, index } of run.matchAll(longNumber)) {
    add(start + from, start + index);
    from = index + match.length;
  }
  add(start + from, start + run.length);
}
