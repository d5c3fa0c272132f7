import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import { plainCells } from '../../../shared/domain/cells/formula-guard';
import type { RowNotation } from '../../../shared/domain/file-notation';
import type { ImportId } from '../../../shared/domain/ids';
import type { ColumnMapping, EmptyCellRule, ImportKind, RowIssue } from '../../../shared/domain/import';
import { createFilledFields, createRowReader } from '../../../shared/domain/read-import-row';
import type { ReadDb } from '../db/open';
import type { CellPacker, HeadRow, ReadRow, RowBatch } from '../ports';
import * as importOwnerRepository from './import-owner-repository';
import * as importRowRepository from './import-row-repository';
import type { UnpackedRow } from './import-row-repository';

/** What the record of a line was before it is read again. */
export interface KnownRecord {
  readonly id: number;
  /** `later`: a later import is about it too; `gone`: somebody deleted it. */
  readonly standing: 'same' | 'later' | 'gone';
  /** Whether the line had made it, when it was first read or when it was read again. */
  readonly isOwn: boolean;
}

/** A line that is read again. */
export interface RereadRow extends ReadRow {
  /** Null for one that had no record. */
  readonly known: KnownRecord | null;
}

export interface RereadBatch extends RowBatch {
  readonly rows: readonly RereadRow[];
}

export interface RereadOptions {
  readonly importId: ImportId;
  readonly mapping: ColumnMapping;
  readonly notation: RowNotation;
  readonly emptyCells: EmptyCellRule;
}

/** What a reader of files found out about a line as a whole: no rule of reading says otherwise. */
const ofTheFile: ReadonlySet<RowIssue['code']> = new Set(['stray-quote', 'torn-line']);

/**
 * The kept lines of an import, a batch at a time, as if they stood in a file. A field that the line had filled by the
 * former mapping is emptied where it says nothing any more and the import had made the record itself. `bytesRead` counts
 * lines. Throws `cancelled`.
 */
export async function* readKeptLines(
  db: ReadDb,
  packer: CellPacker,
  { importId, mapping, notation, emptyCells }: RereadOptions,
  signal: AbortSignal,
): AsyncGenerator<RereadBatch> {
  const { kind, header, format, mapping: former } = importRowRepository.readingOf(db, importId);
  const read = createRowReader(kind, header, mapping, { emptyCells, notation });
  const wasFilled = createFilledFields(kind, header, former);
  const later = importOwnerRepository.ownersAfter(db, kind, importId);
  const made = importRowRepository.recordsMade(db, importId);
  let bytesRead = 0;
  const reread = ({ line, cells, issues, ownerId }: UnpackedRow): RereadRow => {
    const isOwn = ownerId !== null && made.get(line) === ownerId;
    const known = ownerId === null ? null : { id: ownerId, standing: standingOf(db, kind, ownerId, later), isOwn };
    const damage = issues.filter(({ code }) => ofTheFile.has(code));
    if (damage.length > 0) return { line, known, draft: null, issues: damage };
    const plain = plainCells(cells, format);
    const row = read(plain);
    const emptied = isOwn ? wasFilled(plain) : [];
    return { line, known, ...row, cleared: [...(row.cleared ?? []), ...emptied] };
  };
  for (const firstLine of importRowRepository.firstLines(db, importId)) {
    throwIfCancelled(signal);
    const lines = importRowRepository.unpack(db, packer, importId, firstLine);
    bytesRead += lines.length;
    yield { rows: lines.map(reread), packedCells: packer.packCells(lines.map(({ cells }) => cells)), bytesRead };
    await nextTurn();
  }
}

function standingOf(db: ReadDb, kind: ImportKind, id: number, later: ReadonlySet<number>): KnownRecord['standing'] {
  if (importOwnerRepository.titleOf(db, kind, id) === null) return 'gone';
  return later.has(id) ? 'later' : 'same';
}

/** The first lines as they were kept, read by a mapping of today. */
export function headOfKept(
  db: ReadDb,
  packer: CellPacker,
  { importId, mapping, notation }: Omit<RereadOptions, 'emptyCells'>,
  limit: number,
): HeadRow[] {
  const { kind, header, format } = importRowRepository.readingOf(db, importId);
  const read = createRowReader(kind, header, mapping, { notation });
  return keptCells(db, packer, importId, limit).map(({ line, cells }) => ({
    line,
    cells,
    ...read(plainCells(cells, format)),
  }));
}

/** The first kept lines of an import. */
export function keptCells(db: ReadDb, packer: CellPacker, importId: ImportId, limit: number): readonly UnpackedRow[] {
  const rows: UnpackedRow[] = [];
  for (const firstLine of importRowRepository.firstLines(db, importId)) {
    if (rows.length >= limit) break;
    rows.push(...importRowRepository.unpack(db, packer, importId, firstLine));
  }
  return rows.slice(0, limit);
}
