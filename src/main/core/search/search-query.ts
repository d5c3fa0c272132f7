import type BetterSqlite from 'better-sqlite3';
import { mostKeywords } from '../../../shared/contract/search';
import { foldedBeginning, indexFamilyOf, isDiploma, isTerm, narrows, wordsToFind } from './search-words';

/** What a text asks of the index. Nothing that a person writes reaches SQLite other than as a quoted word. */
export interface ReadQuery {
  /** Groups of families of which an offer has to have one of each: the words in their order, then phrases. */
  readonly parts: readonly QueryPart[];
  /** Prepared words that narrow, as they were written. */
  readonly words: readonly string[];
  /** Whether so much is said that no offer can be asked to have all of it. */
  readonly isDescription: boolean;
}

export interface QueryPart {
  /** The prepared words; several of a phrase. */
  readonly words: readonly string[];
  /** An expression of FTS5 on all fields. */
  readonly match: string;
  /** The same for the words as they stand, as if they were written to their end. */
  readonly exact: string;
  /** An expression on the fields beside the body, in place of which it is found too: of a short beginning. */
  readonly beside: string | null;
  /** The families that are marked as found. */
  readonly families: readonly string[];
  /** Families that begin so are too: of a word that is still being written. */
  readonly beginning: string | null;
}

/** A word being written is looked for under the families of so many words that begin like it. */
const mostBeginnings = 200;
const shortestBeginning = 2;
/** Shorter beginnings stand for too many words to be looked for in descriptions as well. */
const shortestInBody = 4;

/** Reads a text as a query; `file` is the index, which knows the words that a beginning can become. */
export function readQuery(file: BetterSqlite.Database, text: string): ReadQuery {
  const phrases: QueryPart[] = [];
  const rest = text.replace(/["«“]([^"«»“”]{1,200})["»”]/g, (_whole, inner: string) => {
    const words = wordsToFind(inner);
    if (words.length < 2) return ` ${inner} `;
    const families = words.map(indexFamilyOf);
    const match = quoted(families.join(' '));
    phrases.push({ words, match, exact: match, beside: null, families, beginning: null });
    return ' . ';
  });
  const written = [...new Set(wordsToFind(rest).filter(narrows))];
  const isDescription = written.length + phrases.length > mostKeywords || isOfSomebody(text);
  const words = isDescription ? written.filter((word) => !isDiploma(word)) : written;
  const beginning = isDescription ? null : beginningOf(rest);
  const parts = words.map((word, index) => {
    const isLast = index === words.length - 1 && beginning !== null;
    return isLast ? beginningPart(file, word, beginning) : wordPart(word);
  });
  return { parts: [...parts, ...phrases], words, isDescription };
}

/** « Je cherche… », « I would like… »: whoever speaks of themselves describes, in however few words. */
function isOfSomebody(text: string): boolean {
  return (
    /(?<!\p{L})(?:je|j['’]ai(?:me|merais)?|I)\s+\p{L}/u.test(text) || /(?<!\p{L})j['’]aimerais(?!\p{L})/iu.test(text)
  );
}

/** The last word when nothing stands behind it: it may not be written to its end. */
function beginningOf(text: string): string | null {
  const [last] = /[\p{L}\p{N}+#]+$/u.exec(text) ?? [];
  const beginning = last === undefined ? '' : foldedBeginning(last);
  return beginning.length < shortestBeginning ? null : beginning;
}

/** The part that asks for one word, written to its end. */
export function wordPart(word: string): QueryPart {
  const family = indexFamilyOf(word);
  const match = quoted(family);
  return { words: [word], match, exact: match, beside: null, families: [family], beginning: null };
}

/**
 * A long beginning is asked for by the families of the words that begin so: of words one by one the newest offers are
 * known before all are read. Only where these are too many, and in the short fields, the index looks for what begins so.
 */
function beginningPart(file: BetterSqlite.Database, word: string, beginning: string): QueryPart {
  const family = indexFamilyOf(word);
  const isShort = beginning.length < shortestInBody;
  const known = file
    .prepare<[string, string, string, number], string>(
      'select distinct family from word where word >= ? and word < ? and instr(family, ?) <> 1 limit ?',
    )
    .pluck()
    .all(beginning, `${beginning}\uffff`, isShort ? beginning : '\uffff', mostBeginnings);
  const families = [...new Set([family, ...known])];
  const exact = quoted(family);
  const isEvery = !isShort && known.length < mostBeginnings;
  const others = isEvery ? families : families.filter((one) => !one.startsWith(beginning));
  const begun = [...(isEvery ? [] : [`${quoted(beginning)} *`]), ...others.map(quoted)].join(' OR ');
  const inBody = { match: isShort ? exact : `(${begun})`, beside: isShort ? `(${begun})` : null };
  return { words: [word], ...inBody, exact, families, beginning };
}

/** A string of FTS5: whatever stands in it is text. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The same as a description that says nothing of terms: of « un stage en laboratoire » the laboratory. */
export function withoutTerms(query: ReadQuery): ReadQuery {
  return { ...query, parts: query.parts.filter((part) => !part.words.every(isTerm)), isDescription: true };
}

/** Says of a family whether a query looks for it. */
export function wantedBy({ parts }: ReadQuery): (family: string) => boolean {
  const families = new Set(parts.flatMap((part) => part.families));
  const beginnings = parts.flatMap(({ beginning }) => beginning ?? []);
  return (family) => families.has(family) || beginnings.some((beginning) => family.startsWith(beginning));
}
