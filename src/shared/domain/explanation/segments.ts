/** A stretch of a text, in UTF-16 code units; `end` is the first unit behind it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The line of the text that it stands in, from 0; an empty line between two paragraphs counts. */
  readonly line: number;
  /** Whether nothing else stands in its line. */
  readonly isWholeLine: boolean;
}

/** A passage that is cited should be read at a glance. */
const longest = 240;
/** Nobody wants a quarter of an hour of reasons: what stands behind is not looked at. */
const readCharacters = 20_000;

/** Line ends, also as mark-up and as they are left by careless exports. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]|\/r\/n|\\n|<\/?(?:br|p|li|ul|ol|div|h[1-6])\b[^<>]{0,200}>/gi;
/**
 * The end of a sentence before the next, of an item of a list, or a bullet within a line. It begins with a blank: looking
 * ahead for that is cheaper than looking behind at every sign.
 */
const sentenceEnd =
  /(?=\s)(?:(?<=[^\s.]{2}\s?[.!?…]+[»")]?)\s+(?=[\p{Lu}\d«"“(\-–•*])|(?<=;)\s+|\s+(?=[•▪●‣◦➢✓✔→])|\s[–—-]\s(?=\p{Lu}))/gu;
/** Where a long sentence may be cut, best places first. */
const pauses = [/[:;]\s/g, /,\s/g, /\s(?=(?:et|ou|puis|ainsi|avec|dans|pour|and|with|for)\s)/gi, /\s/g] as const;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** What may stand at the end of a passage besides. */
const endings = '+#)»"!?…';

/** Cuts a text into sentences and items of lists of at most 240 characters; its first 20,000 characters count. */
export function segmentsOf(text: string): readonly Segment[] {
  const read = text.slice(0, readCharacters);
  return splitAt(read, 0, read.length, lineEnd).flatMap(([lineFrom, lineTo], line) => {
    const sentences = splitAt(read, lineFrom, lineTo, sentenceEnd)
      .flatMap(([from, to]) => shorten(read, from, to))
      .map(([from, to]) => trim(read, from, to))
      .filter(([from, to]) => from < to);
    return sentences.map(([start, end]) => ({ start, end, line, isWholeLine: sentences.length === 1 }));
  });
}

type Stretch = readonly [from: number, to: number];

function splitAt(text: string, from: number, to: number, separator: RegExp): Stretch[] {
  const stretches: Stretch[] = [];
  let begin = from;
  for (const { 0: found, index } of text.slice(from, to).matchAll(separator)) {
    stretches.push([begin, from + index]);
    begin = from + index + found.length;
  }
  stretches.push([begin, to]);
  return stretches;
}

/** Halves what is too long at the best pause near its middle, again and again. */
function shorten(text: string, from: number, to: number): Stretch[] {
  if (to - from <= longest) return [[from, to]];
  const cut = pauseNear(text, from, to);
  return [...shorten(text, from, cut), ...shorten(text, cut, to)];
}

function pauseNear(text: string, from: number, to: number): number {
  const middle = (from + to) / 2;
  const reach = (to - from) / 4;
  for (const pause of pauses) {
    let best = -1;
    for (const { 0: found, index } of text.slice(from, to).matchAll(pause)) {
      const at = from + index + found.length;
      if (Math.abs(at - middle) <= Math.min(reach, Math.abs(best - middle))) best = at;
    }
    if (best > from && best < to) return best;
  }
  // A text without a blank; never between the two halves of one sign.
  const at = Math.floor(middle);
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

/** Without bullets, dashes and blanks around it. */
function trim(text: string, from: number, to: number): Stretch {
  let start = from;
  while (start < to && !isLetterOrDigit(text, start)) start += isPair(text, start, to) ? 2 : 1;
  let end = to;
  while (end > start) {
    const last = end - start > 1 && isPair(text, end - 2, to) ? end - 2 : end - 1;
    if (endings.includes(text[last] ?? '') || isLetterOrDigit(text, last)) break;
    end = last;
  }
  return [start, end];
}

/** Whether the sign at a place, which may be of two code units, is a letter or a digit of any script. */
function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Whether two code units before `to` are one sign. */
function isPair(text: string, at: number, to: number): boolean {
  return at + 1 < to && (text.codePointAt(at) ?? 0) > 0xffff;
}
