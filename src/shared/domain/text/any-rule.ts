import { createWordReader } from './word-reader';

/** So many words are kept with the rules that they can belong to. */
const maxCachedWords = 50_000;
/** The bits of a number that is no float. */
const mostRules = 31;

/**
 * Makes the function that says whether one of some expressions finds something in a prepared text. Most texts hold no
 * word that any of them begins with, and one look at each word is cheaper than the search for every expression: only
 * those are searched for whose first word is there, and of `A.*B` the first word of B too.
 *
 * Expressions are sequences of words (a group of alternatives is one) with a blank between two; none begins with
 * something optional that holds a blank.
 */
export function createAnyRule(rules: readonly RegExp[]): (prepared: string) => boolean {
  if (rules.length > mostRules) throw new Error(`More than ${mostRules} rules.`);
  const beginnings = rules.map(({ source }) => beginningsOf(source));
  const bitsOf = (word: string, part: 'first' | 'second'): number =>
    beginnings.reduce((bits, own, at) => (own[part].test(word) ? bits | (1 << at) : bits), 0);
  const read = createWordReader(
    (word) => ({ first: bitsOf(word, 'first'), second: bitsOf(word, 'second') }),
    maxCachedWords,
  );
  return (prepared) => {
    const { numbers, count, values } = read(prepared);
    let [first, second] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const bits = values[numbers[at] ?? 0];
      first |= bits?.first ?? 0;
      second |= bits?.second ?? 0;
    }
    for (let at = 0, left = first & second; left !== 0; at += 1, left >>>= 1) {
      if ((left & 1) === 1 && rules[at]?.test(prepared)) return true;
    }
    return false;
  };
}

interface Beginnings {
  readonly first: RegExp;
  readonly second: RegExp;
}

function beginningsOf(source: string): Beginnings {
  const branches = splitOutside(source, '|');
  const [, second, ...others] = branches.length === 1 ? splitOutside(source, '.*') : [];
  if (others.length > 0) throw new Error(`A rule of more than two parts: ${source}`);
  return {
    first: new RegExp(`\\b(?:${branches.flatMap(firstWords).join('|')})`),
    second: second === undefined ? /^/ : new RegExp(`\\b(?:${firstWords(second).join('|')})`),
  };
}

/** Sources of the words that what an expression finds can begin with, perhaps of more than these. */
function firstWords(source: string): readonly string[] {
  const [part = ''] = splitOutside(source.replace(/^(?:\\b|\^)/, ''), '.*');
  const [word = ''] = splitOutside(part, ' ');
  const [, group] = /^\(\?:(.*)\)[^()]*$/.exec(word) ?? [];
  return group?.includes(' ') ? splitOutside(group, '|').flatMap(firstWords) : [word];
}

/** The parts of an expression between separators that stand in no group. */
function splitOutside(source: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    else if (depth === 0 && source.startsWith(separator, at)) {
      parts.push(source.slice(from, at));
      from = at + separator.length;
    }
  }
  return [...parts, source.slice(from)];
}
