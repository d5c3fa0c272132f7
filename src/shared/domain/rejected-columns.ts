import { fold } from './cells/fold';
import type { ColumnMapping } from './import';

// Rejected rows leave as a file in the columns of theirs, with columns behind them that are the application's own.

/** What the column is called that tells why a row was rejected. */
export const reasonNames = { fr: 'motif', en: 'reason' } as const;

/** What the column of a cell is called that stood behind the last header, counted from 1. */
export function surplusName(language: 'fr' | 'en', number: number): string {
  return language === 'fr' ? `cellule en trop ${number}` : `surplus cell ${number}`;
}

/** The reader calls the second of two equal headers "motif (2)". */
function isReason(name: string): boolean {
  return /^(?:motif|reason)(?: \d+)?$/.test(fold(name));
}

/** Whether a column holds what stood behind the last header of a row: while it holds anything, the row is not mended. */
export function isSurplus(name: string): boolean {
  return /^(?:cellule en trop|surplus cell) \d+(?: \d+)?$/.test(fold(name));
}

/**
 * How many columns of a file are its own: all but those behind them that the file of rejected rows was given. A column
 * that the mapping gives a field is the file's own, whatever it is called.
 */
export function ownColumns(header: readonly string[], mapping: ColumnMapping = []): number {
  const isOwn = (name: string, index: number): boolean =>
    (mapping[index] ?? null) !== null || !(isReason(name) || isSurplus(name));
  const last = header.findLastIndex(isOwn);
  return last + 1;
}
