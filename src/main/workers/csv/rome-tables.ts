import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/domain/app-error';
import {
  romeTables,
  romeVersionFile,
  type RomeFault,
  type RomeTable,
  type RomeVersion,
} from '../../../shared/domain/rome-pack';
import { readBlocks, textBytes } from './open-file';
import { isBlankRecord, RecordSplitter, type TextRecord } from './split-records';

/** A file as it lies somewhere, and what people call it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

export type RomeRow<T extends RomeTable> = Readonly<Record<(typeof romeTables)[T][number], string>>;

/** What is told of one file; the rest of it is mostly wrong for the same reason. */
const mostFaults = 3;

/** The file of each table; several versions side by side, and tables that are not there, are faults. */
export function findTables(files: readonly NamedFile[]) {
  const tables = new Map<RomeTable, NamedFile>();
  const faults: RomeFault[] = [];
  for (const table of Object.keys(romeTables) as RomeTable[]) {
    const found = files.filter(({ name }) => tableOf(name) === table);
    if (found[0]) tables.set(table, found[0]);
    else faults.push({ file: `unix_${table}_v…_utf8.csv`, line: null, code: 'missing', value: null });
    if (found.length > 1) {
      const value = found.map(({ name }) => name).join(', ');
      faults.push({ file: found[0]?.name ?? null, line: null, code: 'twice', value });
    }
  }
  const version = files.find(({ name }) => name.toLowerCase() === romeVersionFile) ?? null;
  if (tables.size === 0) {
    return { tables, version, faults: [{ file: null, line: null, code: 'foreign', value: null } as const] };
  }
  if (!version) faults.push({ file: romeVersionFile, line: null, code: 'missing', value: null });
  return { tables, version, faults };
}

function tableOf(name: string): string | null {
  return /^unix_(.+)_v\d+_utf8\.csv$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** What `version.txt` says; a fault where it names no version. Throws what reading a file throws. */
export async function readVersion({ path, name }: NamedFile): Promise<RomeVersion | RomeFault> {
  const text = (await readFile(path)).toString('utf8').normalize('NFC');
  const said = (wording: RegExp): string | null =>
    text
      .split(/\r?\n/)
      .find((line) => wording.test(line))
      ?.replace(/^[^:]*:/, '')
      .trim() ?? null;
  const version = Number(/\d+/.exec(said(/^\W*num[eé]ro de version\s*:/i) ?? '')?.[0]);
  if (!Number.isSafeInteger(version)) return { file: name, line: null, code: 'version', value: null };
  const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(said(/^date de publication\s*:/i) ?? '') ?? [];
  return {
    version,
    title: said(/^titre/i) || `ROME 4.0 version ${version}`,
    publishedOn: year === undefined ? null : `${year}-${month}-${day}`,
  };
}

/**
 * Reads the rows of a table one after the other and gives each to `take`, which answers with what is wrong with it.
 * Answers with the faults of the file; throws `cancelled`.
 */
export async function readTable<T extends RomeTable>(
  table: T,
  { path, name }: NamedFile,
  take: (row: RomeRow<T>) => Pick<RomeFault, 'code' | 'value'> | null,
  signal: AbortSignal,
): Promise<readonly RomeFault[]> {
  const faults: RomeFault[] = [];
  let header: readonly string[] | null = null;
  let rows = 0;
  const tell = (line: number | null, code: RomeFault['code'], value: string | null): boolean =>
    faults.push({ file: name, line, code, value }) < mostFaults;
  const takeRecord = ({ line, cells }: TextRecord): boolean => {
    if (isBlankRecord(cells)) return true;
    if (header === null) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      const missing = romeTables[table].filter((column) => !header?.includes(column));
      if (missing.length === 0) return true;
      tell(line, 'columns', missing.join(', '));
      return false;
    }
    rows += 1;
    if (cells.length !== header.length) return tell(line, 'torn', `${cells.length}/${header.length}`);
    const named = Object.fromEntries(header.map((column, index) => [column, cells[index]?.trim() ?? '']));
    const wrong = take(named as RomeRow<T>); // Its columns are in the header.
    return wrong === null || tell(line, wrong.code, wrong.value);
  };
  try {
    for await (const records of recordsOf(path, signal)) if (!records.every(takeRecord)) return faults;
  } catch (error) {
    const fault = error instanceof AppError ? faultOf(error) : null;
    if (!fault) throw error;
    tell(fault.line, fault.code, null);
    return faults;
  }
  if (rows === 0) tell(null, 'empty', null);
  return faults;
}

/** A fault that reading a file came to; null for what is none, such as a wish to stop. */
function faultOf({ reason, details }: AppError): Pick<RomeFault, 'line' | 'code'> | null {
  const line = typeof details['line'] === 'number' ? details['line'] : null;
  if (reason === 'file-binary') return { line, code: 'encoding' };
  if (reason === 'file-missing' || reason === 'file-unreadable') return { line: null, code: 'missing' };
  return reason?.startsWith('file-') ? { line, code: 'torn' } : null;
}

/** The records of a UTF-8 file. Throws as `RecordSplitter`, and `file-binary` with the line of a byte that is no UTF-8. */
async function* recordsOf(path: string, signal: AbortSignal): AsyncGenerator<readonly TextRecord[]> {
  const splitter = new RecordSplitter({ delimiter: ',', newline: '\n', quoteMark: 'double' }, 0);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  const decode = (block?: Buffer): string => {
    try {
      return block ? decoder.decode(block, { stream: true }) : decoder.decode();
    } catch (cause) {
      const line = lines + (block ? linesBefore(block) : 0);
      throw new AppError('invalid-input', 'The file is not UTF-8.', 'file-binary', { line }, { cause });
    }
  };
  for await (const block of readBlocks(path, textBytes, signal)) {
    const text = decode(block);
    lines += countLines(block, block.length);
    yield splitter.add(text);
  }
  yield [...splitter.add(decode()), ...splitter.end()];
}

/** How many line ends stand before the first byte of a block that cannot be text in UTF-8. */
function linesBefore(block: Buffer): number {
  // What a character that the block before had cut still needs is no mistake.
  let at = 0;
  while (at < 3 && ((block[at] ?? 0) & 0xc0) === 0x80) at += 1;
  const replaced = Buffer.from(block.subarray(at).toString('utf8'), 'utf8');
  let same = 0;
  while (same < replaced.length && replaced[same] === block[at + same]) same += 1;
  return countLines(block, at + same);
}

function countLines(block: Buffer, end: number): number {
  let lines = 0;
  for (let at = block.indexOf(10); at >= 0 && at < end; at = block.indexOf(10, at + 1)) lines += 1;
  return lines;
}
