/** A text as a person would see it on a page, and where what stands in it was written. */
export interface PlainText {
  readonly text: string;
  /** Where a stretch of `text` stands in what was written, in code units, the end excluded. */
  readonly written: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** A stretch of the written text and what stands for it. */
interface Piece {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  /** Whether it stands there sign by sign. */
  readonly isCopy: boolean;
}

/** What begins a line, what parts cells, and what changes nothing of the words that it stands in. */
const blocks = new Set(
  `p div br ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr thead tbody section article header footer main aside nav hr pre
  blockquote form fieldset figure html body head title center address`.split(/\s+/),
);
const cells = new Set(['td', 'th']);
const inline = new Set(
  `a abbr b big cite code em font i img input label mark meta link q s small span strike strong sub sup tt u button
  o:p var kbd samp time`.split(/\s+/),
);
/** What stands within is for programs. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'xml']);

const sign = /<(?:!--|!doctype|\/?[a-z][a-z0-9:]{0,11}(?=[\s/>]))|&(?:[a-z]{2,8}\d?|#\d{1,6}|#x[0-9a-f]{1,5});/gi;

/**
 * A text without the tags and character references of HTML, for reading and comparing what was pasted or exported as the
 * source of a page. Nothing of it is run. A text without such signs, or with a "<" of its own, stays as it is.
 */
export function withoutMarkup(written: string): PlainText {
  const pieces: Piece[] = [];
  const out: string[] = [];
  let to = 0;
  let from = 0;
  const add = (until: number, text: string, isCopy: boolean): void => {
    if (until > from) pieces.push({ from, fromEnd: until, to, isCopy });
    out.push(text);
    to += text.length;
    from = until;
  };
  const endings = createEndings(written);
  sign.lastIndex = 0;
  for (let found = sign.exec(written); found; found = sign.exec(written)) {
    const { index } = found;
    const said = found[0].startsWith('&') ? characterOf(found[0], sign.lastIndex) : tagAt(found, endings);
    if (said === null) continue;
    add(index, written.slice(from, index), true);
    add(said.end, said.text, false);
    sign.lastIndex = said.end;
  }
  if (pieces.length === 0) return { text: written, written: (start, end) => ({ start, end }) };
  add(written.length, written.slice(from), true);
  return {
    text: out.join(''),
    written: (start, end) => ({
      start: edgeOf(pieces, start, 'start'),
      end: edgeOf(pieces, Math.max(start, end - 1), 'end'),
    }),
  };
}

interface Replaced {
  readonly text: string;
  /** Behind it, in the written text. */
  readonly end: number;
}

function tagAt({ 0: opening, index }: RegExpExecArray, endings: Endings): Replaced | null {
  if (opening === '<!--') {
    const end = endings.behind('-->', index);
    return end === null ? null : { text: '', end };
  }
  const close = endings.behind('>', index);
  if (close === null) return null;
  const name = opening.slice(opening.startsWith('</') ? 2 : 1).toLowerCase();
  if (hidden.has(name)) return { text: ' ', end: endings.behind(`</${name}`, close - 1, '>') ?? close };
  if (name === '!doctype' || blocks.has(name)) return { text: '\n', end: close };
  if (name === 'li') return { text: opening.startsWith('</') ? '\n' : '\n- ', end: close };
  if (cells.has(name)) return { text: ' ', end: close };
  return inline.has(name) ? { text: '', end: close } : null;
}

interface Endings {
  /** Where the next such sign ends behind a place (with `last`, the sign that closes it); null where none comes. */
  readonly behind: (words: string, at: number, last?: string) => number | null;
}

/** What is not there any more is looked for once and not at every sign, which would take the square of the length. */
function createEndings(written: string): Endings {
  let lower: string | null = null;
  const missing = new Set<string>();
  return {
    behind(words, at, last) {
      if (missing.has(words)) return null;
      lower ??= written.toLowerCase();
      const found = lower.indexOf(words, at);
      if (found < 0) missing.add(words);
      if (found < 0 || last === undefined) return found < 0 ? null : found + words.length;
      const end = lower.indexOf(last, found);
      return end < 0 ? null : end + last.length;
    },
  };
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      nbsp: '\u00a0',
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      euro: '€',
      hellip: '…',
      bull: '•',
      middot: '·',
    },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', deg: '°' },
    ...{ oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ', szlig: 'ß', thinsp: '\u202f', shy: '', copy: '©', reg: '®' },
    ...{ sup2: '²', frac12: '½', times: '×', trade: '™', zwnj: '', zwj: '', ensp: ' ', emsp: ' ' },
  }),
);
const accents: Readonly<Record<string, string>> = {
  ...{
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
  },
};
const accented = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring)$/;

function characterOf(reference: string, end: number): Replaced | null {
  const name = reference.slice(1, -1);
  const [, letter, accent] = accented.exec(name) ?? [];
  if (letter !== undefined) return { text: (letter + (accents[accent ?? ''] ?? '')).normalize('NFC'), end };
  if (!name.startsWith('#')) {
    const text = named.get(name);
    return text === undefined ? null : { text, end };
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isText = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || code >= 0xe000;
  return { text: isText && code <= 0x10ffff ? String.fromCodePoint(code) : ' ', end };
}

/** Where a place of the plain text was written: the first sign of what stands for it, or the end of the last. */
function edgeOf(pieces: readonly Piece[], at: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.to ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return at;
  if (piece.isCopy) return piece.from + (at - piece.to) + (edge === 'end' ? 1 : 0);
  return edge === 'start' ? piece.from : piece.fromEnd;
}
