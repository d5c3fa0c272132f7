import { foldText } from './prepare-text';

// Expressions are made anew for every offer, and Unicode properties (\p{L}) take milliseconds each to compile: so ranges
// of the scripts that names are written in, and classes of letters instead of the flags "i" and "u".

/** Letters and digits of alphabets (and of Chinese, Japanese and Korean), as the inside of a class. */
const wordSigns = '0-9A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02af\\u0370-\\u1fff\\u3040-\\ud7ff';
const markSigns = '\\u0300-\\u036f';
/** Nothing of a word stands before, or behind. */
const edges = { before: `(?<![${wordSigns}${markSigns}])`, behind: `(?![${wordSigns}${markSigns}])` };
/** Between the words of a name stands at least one sign ("Agricole d’Aquitaine"), or none where both can be one word. */
export const between = { some: `[^${wordSigns}]+(?:[dDlL]['’])?`, any: `[^${wordSigns}]*` };

/** Letters that have accents in French texts, where an accent can be a sign of its own behind them. */
const accented = new Set('aceinouy');

/** How the letters of Latin scripts are written, with and without accents, in both cases: "c" → "cCçÇćĆ…". */
const writings = writingsOfLetters();

function writingsOfLetters(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') found.set(letter, letter + letter.toUpperCase());
  for (let code = 0xc0; code <= 0x24f; code += 1) {
    const sign = String.fromCharCode(code);
    const letter = foldText(sign);
    const known = found.get(letter);
    if (known !== undefined) found.set(letter, known + sign);
  }
  return found;
}

/** Source of an expression for one word of letters and digits, however accents, ligatures and capitals are written. */
export function wordPattern(word: string): string {
  return foldText(word).replace(/oe|ae|[^]/g, (sign) => {
    if (sign === 'oe') return `(?:${letterPattern('o')}${letterPattern('e')}|[œŒ])`;
    if (sign === 'ae') return `(?:${letterPattern('a')}${letterPattern('e')}|[æÆ])`;
    return letterPattern(sign);
  });
}

/** Source of an expression that, before that of a word, finds it only where it begins with a capital (or a digit). */
export function capital(word: string): string {
  const [first = ''] = foldText(word);
  const capitals = [...(writings.get(first) ?? first)].filter((sign) => sign === sign.toUpperCase()).join('');
  const ligatures = { o: 'Œ', a: 'Æ' }[first] ?? '';
  return `(?=[${capitals}${ligatures}])`;
}

/** Joins sources of expressions to one that finds each of them where no word goes on before or behind it. */
export function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`${edges.before}(?:${patterns.join('|')})${edges.behind}`, 'g');
}

/** Source of an expression for what follows one of some words (themselves sources) and a blank. */
export function after(words: string, pattern: string): string {
  return `(?<=${edges.before}(?:${words})\\s{1,3})${pattern}`;
}

function letterPattern(letter: string): string {
  const signs = writings.get(letter);
  if (signs === undefined) return letter === letter.toUpperCase() ? letter : `[${letter}${letter.toUpperCase()}]`;
  return `[${signs}]${accented.has(letter) ? `[${markSigns}]*` : ''}`;
}
