import type { FileFormat } from '../import';
import { withoutErased } from './erased-mark';

/**
 * First characters that make spreadsheets take a text for a formula or lose its beginning, behind any number of
 * apostrophes: a text that already looks guarded gets one more, so that taking one away always gives the text back.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;
const asText = /^="([^"]*)"$/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. */
export function guardFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Writes digits (a SIRET, a postcode) so that Excel keeps them as text; other texts are guarded. */
export function writeAsText(text: string): string {
  return /^\d+$/.test(text) ? `="${text}"` : guardFormula(text);
}

/**
 * The cells of a row as their author meant them. In comma-separated files a leading apostrophe is the author's own, and
 * a workbook knows texts from formulas: only files for spreadsheets are guarded. A person who was erased is not there.
 */
export function plainCells(cells: readonly string[], format: FileFormat | null): readonly string[] {
  return (isGuarded(format) ? cells.map(unguardFormula) : cells).map(withoutErased);
}

/** Whether cells of such a file carry a guard. */
export function isGuarded(format: FileFormat | null): boolean {
  return format !== null && 'delimiter' in format && format.delimiter !== ',';
}

/** Takes away what `guardFormula` and `writeAsText` added; any other text stays as it is. */
export function unguardFormula(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x27) return guarded.test(text) ? text.slice(1) : text;
  if (first === 0x3d) return asText.exec(text)?.[1] ?? text;
  return text;
}
