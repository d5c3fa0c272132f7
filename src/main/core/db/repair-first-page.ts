import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { heldDataKey, keyIdOf } from './data-keys';
import { applicationId } from './pragmas';

// The file format: https://www.sqlite.org/fileformat2.html (1.3 the database header, 1.6 b-tree pages).

const headerBytes = 100;
const magic = 'SQLite format 3\0';
const pageSizes = [16_384, 4_096];
const interiorTable = 0x05;
const leafTable = 0x0d;
/** What every line of the list of tables begins with; a text of n bytes has the type 13 + 2n. */
const schemaKinds: ReadonlyMap<number, readonly string[]> = new Map([
  [23, ['table', 'index']],
  [27, ['trigger']],
  [21, ['view']],
]);

/**
 * Makes the first page of the damaged file at `path` anew where it cannot be read: its header, and the way to the pages
 * on which the tables are listed; told `isListDamaged`, that way leads to those of these pages only that can be read. What
 * else is damaged stays so. Does nothing to a file whose first page is sound, nor to one that is no database of ours in
 * any of its pages.
 */
export function repairFirstPage(path: string, isListDamaged = false): void {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const page = readPage(file, 0, 65_536);
    const isHeaderSound = page.toString('latin1', 0, magic.length) === magic && isPageSize(page, size);
    if (!isListDamaged && isHeaderSound && [interiorTable, leafTable].includes(page[headerBytes] ?? 0)) return;
    for (const pageSize of isHeaderSound ? [pageSizeOf(page)] : pageSizes) {
      const leaves = schemaLeaves(file, size, pageSize);
      if (leaves.length === 0) continue;
      const whole = readPage(file, 0, pageSize);
      writeHeader(whole, size, pageSize);
      if (isListDamaged || ![interiorTable, leafTable].includes(whole[headerBytes] ?? 0)) writeWays(whole, leaves);
      writeSync(file, whole, 0, pageSize, 0);
      return;
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Writes the id of its key at the beginning of the damaged file at `path` where neither a held key nor that of a plain file
 * stands there, and it was to be under `keyId`. The pages themselves cannot be mended: each is read whole or not at all.
 */
export function repairKeyId(path: string, keyId: string | null): void {
  const found = keyIdOf(path);
  if (keyId === null || !heldDataKey(keyId) || found === null || heldDataKey(found)) return;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.from(keyId, 'hex'), 0, keyId.length / 2, 0);
  } finally {
    closeSync(file);
  }
}

interface SchemaLeaf {
  readonly page: number;
  /** The number of its last row. */
  readonly lastRow: number;
}

/** The pages that list tables, in the order of their rows. */
function schemaLeaves(file: number, size: number, pageSize: number): readonly SchemaLeaf[] {
  const leaves: SchemaLeaf[] = [];
  for (let page = 2; page * pageSize <= size; page += 1) {
    const bytes = readPage(file, (page - 1) * pageSize, pageSize);
    const lastRow = lastSchemaRow(bytes);
    if (lastRow !== null) leaves.push({ page, lastRow });
  }
  return leaves.sort((one, other) => one.lastRow - other.lastRow);
}

/** The number of the last line of the schema on a page; null for a page of another kind. */
function lastSchemaRow(page: Buffer): number | null {
  const count = page.readUInt16BE(3);
  if (page[0] !== leafTable || count === 0 || 8 + count * 2 > page.length) return null;
  let last = 0;
  for (let cell = 0; cell < count; cell += 1) {
    const row = schemaRowAt(page, page.readUInt16BE(8 + cell * 2));
    if (row === null) return null;
    last = row;
  }
  return last;
}

function schemaRowAt(page: Buffer, at: number): number | null {
  const length = varint(page, at);
  const row = varint(page, length.end);
  const head = varint(page, row.end);
  const first = varint(page, head.end);
  const values = row.end + head.value;
  const isKind = schemaKinds
    .get(first.value)
    ?.some((kind) => page.toString('latin1', values, values + kind.length) === kind);
  return isKind ? row.value : null;
}

/** A whole number of one to nine bytes, as SQLite writes it; larger ones than a file can have come out as zero. */
function varint(page: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 7; index += 1) {
    const byte = page[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: 0, end: at + 9 };
}

function writeHeader(page: Buffer, size: number, pageSize: number): void {
  // The number of migrations is kept where it may be right; what is wrong with it, the tables tell.
  const version = page.readUInt32BE(60);
  page.fill(0, 0, headerBytes);
  page.write(magic, 0, 'latin1');
  page.writeUInt16BE(pageSize, 16);
  // Write-ahead log, no reserved bytes, the fractions that are always the same.
  page.set([2, 2, 0, 64, 32, 32], 18);
  page.writeUInt32BE(Math.floor(size / pageSize), 28);
  page.writeUInt32BE(1, 40);
  page.writeUInt32BE(4, 44);
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(version < 1_000 ? version : 0, 60);
  page.writeUInt32BE(applicationId, 68);
}

/** Writes the root of the list of tables: the leaves with the last row of each. */
function writeWays(page: Buffer, leaves: readonly SchemaLeaf[]): void {
  const before = leaves.slice(0, -1);
  page.fill(0, headerBytes);
  let at = page.length;
  before.forEach(({ page: leaf, lastRow }, index) => {
    const row = toVarint(lastRow);
    at -= 4 + row.length;
    page.writeUInt32BE(leaf, at);
    page.set(row, at + 4);
    page.writeUInt16BE(at, headerBytes + 12 + index * 2);
  });
  page[headerBytes] = interiorTable;
  page.writeUInt16BE(before.length, headerBytes + 3);
  page.writeUInt16BE(at, headerBytes + 5);
  page.writeUInt32BE(leaves.at(-1)?.page ?? 0, headerBytes + 8);
}

function toVarint(value: number): readonly number[] {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

function pageSizeOf(page: Buffer): number {
  const size = page.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}

function isPageSize(page: Buffer, size: number): boolean {
  const pageSize = pageSizeOf(page);
  return pageSize >= 512 && (pageSize & (pageSize - 1)) === 0 && size >= pageSize;
}

function readPage(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}
