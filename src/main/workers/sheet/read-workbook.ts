import { stat } from 'node:fs/promises';
import type { CellValue } from 'read-excel-file/node';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { withAddresses } from './add-addresses';
import { lookIntoWorkbook, type SheetLook } from './look-into-workbook';

/** A sheet of a workbook; each row is the cells of one row of the sheet, the first one's number being 1. */
export interface WorkbookSheet extends SheetLook {
  readonly rows: readonly (readonly string[])[];
}

/** The workbook that was read last: a preview that is corrected asks for it again and again. */
let last: { readonly key: string; readonly sheets: readonly WorkbookSheet[] } | null = null;

/**
 * The sheets of a workbook, hidden ones only where there is no other. Formulas count as the value that was stored with
 * them; days become `yyyy-mm-dd`, numbers plain digits with a point. Throws as `lookIntoWorkbook`.
 */
export async function readWorkbook(path: string, signal: AbortSignal): Promise<readonly WorkbookSheet[]> {
  const { size, mtimeMs } = await stat(path);
  const key = `${path}|${size}|${mtimeMs}`;
  if (last?.key === key) return last.sheets;
  const looks = await lookIntoWorkbook(path, signal);
  const needsAddresses = looks.some(({ lacksAddresses }) => lacksAddresses);
  const content = await readContent(needsAddresses ? await withAddresses(path) : path);
  throwIfCancelled(signal);
  const sheets = looks.map((look) => ({ ...look, rows: content.get(look.name) ?? [] }));
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  last = { key, sheets: shown.length > 0 ? shown : sheets };
  return last.sheets;
}

async function readContent(workbook: string | Buffer): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  // Loaded for workbooks alone: most files are CSV.
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const sheets = await readExcelFile(workbook, { parseNumber: plainNumber, trim: false });
    return new Map(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(cellText))]));
  } catch (cause) {
    throw new AppError('invalid-input', 'The workbook cannot be read.', 'file-workbook-damaged', {}, { cause });
  }
}

/** What Excel shows for a formula that has no value. */
const formulaErrors = /^#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!)$/;

function cellText(value: CellValue<string> | null): string {
  if (value === null) return '';
  if (value instanceof Date) return dayText(value);
  const text = String(value);
  return formulaErrors.test(text) ? '' : text;
}

/** A time of day is kept where there is one. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** As people write it: 4.35 and not 4.3499999999999996, 12345678901234 and not 1.2345678901234E+13. */
function plainNumber(written: string): string {
  const value = Number(written);
  if (!Number.isFinite(value)) return written;
  const short = String(value);
  return short.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : short;
}
