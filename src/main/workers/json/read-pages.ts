import { open } from 'node:fs/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import type { ImportKind, OfferService } from '../../../shared/domain/import';
import { looksLikeResultPage, readResultPages } from '../../../shared/domain/result-pages';
import { decodeFile } from '../csv/decode';
import { findEncoding } from '../csv/find-encoding';
import { fieldLimit, type TextRecord } from '../csv/split-records';
import { cellsOfOffer, notesHeader, serviceColumns } from './service-columns';

/** The offers of a service's search results, as the rows of a CSV file come. */
export interface PagesSource {
  readonly service: OfferService;
  readonly header: readonly string[];
  /** Their line is the number of the offer, over all pages. */
  readonly records: readonly TextRecord[];
}

/** What stands before the list is short: counts and means. */
const headBytes = 64 * 1024;
/** A page has 150 offers at most, about a megabyte: these are many pages. */
const mostBytes = 128 * 1024 * 1024;

/** Whether a file begins like a page of search results of France Travail or Adzuna. */
export async function isResultPage(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  // Whoever reads it as text says what is wrong with it.
  if (!file) return false;
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0).catch(() => ({ bytesRead: 0 }));
    // What is looked for is ASCII; without its mark and its zeros, UTF-16 reads the same: PowerShell writes it.
    const text = head.subarray(0, bytesRead).toString('latin1').replaceAll('\0', '');
    return looksLikeResultPage(text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, ''));
  } finally {
    await file.close();
  }
}

/**
 * Reads the pages of a file. Throws `invalid-input`: `file-json-kind` where something else than offers is wanted,
 * `file-json-empty`, `file-field-too-long`, `file-too-large`, and what reading text and `readResultPages` throw.
 */
export async function openPages(path: string, kind: ImportKind, signal: AbortSignal): Promise<PagesSource> {
  if (kind !== 'offers') throw new AppError('invalid-input', 'Pages of results hold offers.', 'file-json-kind');
  const pages = readResultPages(await readText(path, signal));
  throwIfCancelled(signal);
  const [first] = pages;
  const offers = pages.flatMap((page) => page.offers);
  if (!first || offers.length === 0) {
    throw new AppError('invalid-input', 'The pages hold no offer.', 'file-json-empty');
  }
  const { service } = first;
  const header = [...serviceColumns[service].map((column) => column.header), notesHeader];
  const records = offers.map((offer, index): TextRecord => {
    const line = index + 1;
    return { line, cells: checked(cellsOfOffer(service, offer), line, header) };
  });
  return { service, header, records };
}

async function readText(path: string, signal: AbortSignal): Promise<string> {
  const encoding = await findEncoding(path, signal);
  const blocks: string[] = [];
  for await (const { text, bytesRead } of decodeFile(path, encoding, signal)) {
    if (bytesRead > mostBytes) throw new AppError('invalid-input', 'The pages are too large.', 'file-too-large');
    blocks.push(text);
  }
  return blocks.join('');
}

function checked(cells: string[], line: number, header: readonly string[]): string[] {
  const column = cells.findIndex((cell) => cell.length >= fieldLimit);
  if (column < 0) return cells;
  const details = { line, column: header[column] ?? '', limit: fieldLimit };
  throw new AppError('invalid-input', 'A value is too long.', 'file-field-too-long', details);
}
