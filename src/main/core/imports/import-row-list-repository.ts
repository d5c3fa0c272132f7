import type { ImportRow } from '../../../shared/contract/imports';
import type { ImportId } from '../../../shared/domain/ids';
import type { ImportRowState, RowIssue } from '../../../shared/domain/import';
import type { PageRequest } from '../../../shared/domain/page';
import { handEditsOf } from '../db/hand-edits';
import type { ReadDb } from '../db/open';
import type { CellPacker, StoredRow } from '../ports';
import * as importOwnerRepository from './import-owner-repository';
import * as importRowRepository from './import-row-repository';

// The rows of an import as people look at them.

/** Longer cells are cut for display; the database keeps them whole. */
const shownCell = 500;

/** Which rows of an import are wanted. */
export interface RowFilter {
  readonly state: ImportRowState | null;
  readonly onlyWithIssues?: boolean | undefined;
  /** Those whose record an undo kept, in any state. */
  readonly onlyKept?: boolean | undefined;
  /** Of a trial: those whose offer would be proposed as one with another. */
  readonly onlyAlike?: boolean | undefined;
}

/** Rows of an import in the order of its file, all of them, those in one state or those of which something is said. */
export function rows(
  db: ReadDb,
  packer: CellPacker,
  id: ImportId,
  request: PageRequest & RowFilter,
): { rows: ImportRow[]; total: number } {
  const { page, pageSize } = request;
  const reading = importRowRepository.readingOf(db, id);
  const kept = request.onlyKept ? importOwnerRepository.keptByUndo(db, id) : null;
  const found: ImportRow[] = [];
  let behind = 0;
  for (const { firstLine, wanted } of kept ? batchesOfOwners(db, id, kept) : batchesOf(db, id, request)) {
    const first = page * pageSize + found.length - behind;
    // Counting goes on to the end; only what is shown is unpacked.
    if (first < wanted && found.length < pageSize) {
      const rows = kept
        ? importRowRepository.unpack(db, packer, id, firstLine, kept)
        : importRowRepository.unpack(db, packer, id, firstLine).filter((row) => isWanted(row, request));
      for (const row of rows.slice(first, first + pageSize - found.length)) found.push(toRow(db, reading, row));
    }
    behind += wanted;
  }
  return { rows: found, total: behind };
}

function toRow(
  db: ReadDb,
  { kind, header, mapping }: importRowRepository.ImportReading,
  row: importRowRepository.UnpackedRow,
): ImportRow {
  const { line, state, issues, cells, ownerId } = row;
  const trial = row.trial ?? { changes: [], alike: [] };
  const shown = { line, state, issues: [...issues], cells: byHeader(header, cells), ...trial };
  const title = ownerId === null ? null : importOwnerRepository.titleOf(db, kind, ownerId);
  if (ownerId === null || title === null) return { ...shown, record: null, taken: [] };
  const isKept = issues.some(isOfKept);
  const edits = isKept ? handEditsOf(db, { kind: importRowRepository.handEditedKinds[kind], id: ownerId }) : null;
  const isTaken = (column: string | null): boolean => {
    const field = column === null ? null : mapping[header.indexOf(column)];
    return typeof edits?.get(field ?? '') === 'string';
  };
  const taken = issues.flatMap((issue) =>
    isOfKept(issue) && issue.column !== null && isTaken(issue.column) ? [issue.column] : [],
  );
  return { ...shown, record: { kind, id: ownerId, title }, taken };
}

/** Whether it is said of a value that was left, which a person may still take. */
function isOfKept({ code }: RowIssue): boolean {
  return code === 'kept-by-hand' || code === 'kept-known';
}

/** The rejected rows of an import in the order of its file, a batch at a time, and how many there are. */
export function rejectedRows(db: ReadDb, packer: CellPacker, id: ImportId) {
  const filter = { state: 'rejected' } as const;
  const batches = batchesOf(db, id, filter).filter(({ wanted }) => wanted > 0);
  function* rows(): Iterable<importRowRepository.UnpackedRow> {
    for (const { firstLine } of batches) {
      yield* importRowRepository.unpack(db, packer, id, firstLine).filter((row) => isWanted(row, filter));
    }
  }
  return { rows, total: batches.reduce((sum, { wanted }) => sum + wanted, 0) };
}

function isWanted({ state, issues, trial }: StoredRow, filter: RowFilter): boolean {
  if (filter.onlyAlike) return trial ? trial.alike.length > 0 : false;
  return (filter.state === null || state === filter.state) && (!filter.onlyWithIssues || issues.length > 0);
}

/** Each batch of an import in order, and how many of its rows are wanted. */
function batchesOf(db: ReadDb, id: ImportId, { state, onlyWithIssues, onlyAlike }: RowFilter) {
  if (onlyAlike) {
    return db
      .prepare<{ firstLine: number; wanted: number }, [number]>(
        `select first_line firstLine, (select count(*) from json_each(trials) where json_array_length(value, '$.alike') > 0)
           wanted from import_batch where import_id = ? order by first_line`,
      )
      .all(id);
  }
  const inState = state === null ? 'created + updated + unchanged + rejected' : state;
  if (!onlyWithIssues || state === null) {
    return db
      .prepare<{ firstLine: number; wanted: number }, [number]>(
        `select first_line firstLine, ${onlyWithIssues ? 'with_issues' : inState} wanted from import_batch
         where import_id = ? order by first_line`,
      )
      .all(id);
  }
  // Both at once is no count that is kept.
  return db
    .prepare<{ firstLine: number; wanted: number }, [string, number]>(
      `select first_line firstLine, (select count(*) from json_each(states) s join json_each(issues) i on i.key = s.key
          where s.value = ? and i.type <> 'null') wanted from import_batch where import_id = ? order by first_line`,
    )
    .all(state, id);
}

/** Each batch of an import in order, and how many of its rows are of some records. */
function batchesOfOwners(db: ReadDb, id: ImportId, owners: ReadonlySet<number>) {
  return importRowRepository.firstLines(db, id).map((firstLine) => {
    const ids = importOwnerRepository.ownersOf(db, id, firstLine);
    return { firstLine, wanted: ids.filter((owner) => owners.has(owner ?? 0)).length };
  });
}

/** Cells behind the last header keep their number as a name: they are why the row was rejected. */
function byHeader(header: readonly string[], cells: readonly string[]): ImportRow['cells'] {
  const names = cells.length > header.length ? cells.map((_, index) => header[index] ?? `#${index + 1}`) : header;
  return names.map((column, index) => ({ column, value: shorten(cells[index] ?? '') }));
}

function shorten(cell: string): string {
  return cell.length > shownCell ? `${cell.slice(0, shownCell)}…` : cell;
}
