import { AppError } from './app-error';
import type { OfferService } from './import';

/** Between pages of results that are taken as one file: the record separator of RFC 7464. */
const pageSeparator = '\u001e';

/** By which list a page of a service's search results is known. */
export const listNames: Readonly<Record<OfferService, string>> = { 'france-travail': 'resultats', adzuna: 'results' };

/** One answer of a service's search. */
export interface ResultPage {
  readonly service: OfferService;
  readonly offers: readonly unknown[];
}

/**
 * Whether a text begins like such a page. JSON Lines and other JSON do not: they have no list of that name, or it stands
 * inside of a text, where its quotes are escaped.
 */
export function looksLikeResultPage(head: string): boolean {
  return /^\uFEFF?\s*\{/.test(head) && /[{,]\s*"(?:results|resultats)"\s*:\s*\[/.test(head);
}

/** The pages that stand in a text. Throws as `readResultPage`, and `file-json-mixed` where they are of two services. */
export function readResultPages(text: string): readonly ResultPage[] {
  const pages = text.split(pageSeparator).map((page) => readResultPage(page));
  if (new Set(pages.map(({ service }) => service)).size > 1) {
    throw new AppError('invalid-input', 'Pages of two services stand together.', 'file-json-mixed');
  }
  return pages;
}

/**
 * Puts several pages together, as one file. Throws as `readResultPages`, with the name of the page that is meant, so
 * that nothing is taken of a folder with a damaged page.
 */
export function joinResultPages(pages: readonly { readonly name: string; readonly text: string }[]): string {
  for (const { name, text } of pages) {
    try {
      readResultPage(text);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new AppError(error.code, error.message, error.reason, { file: name, ...error.details }, { cause: error });
    }
  }
  const joined = pages.map(({ text }) => text.replace(/^\uFEFF/, '')).join(pageSeparator);
  readResultPages(joined);
  return joined;
}

/** Throws `invalid-input` with `file-json-damaged`, and the line where the text is no JSON any more. */
function readResultPage(text: string): ResultPage {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw damaged(text, cause);
  }
  for (const service of ['france-travail', 'adzuna'] as const) {
    const offers: unknown = Object.getOwnPropertyDescriptor(Object(content), listNames[service])?.value;
    if (Array.isArray(offers)) return { service, offers };
  }
  throw damaged(text, null);
}

function damaged(text: string, cause: unknown): AppError {
  // Engines tell the place in their message; a text that ends too soon is wrong at its end.
  const position = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const details = cause === null ? {} : { line: before.split('\n').length };
  return new AppError('invalid-input', 'A page of results cannot be read.', 'file-json-damaged', details, { cause });
}
