import type { ImportField } from '../../../shared/domain/import';
import type { CsvReader, ImportDraft, ReadRow } from '../ports';

/** How the reader is asked: format and columns as the file itself shows them. */
export function readAs(kind: ImportDraft['kind']) {
  return { kind, format: null, mapping: null };
}

/** A row with the id that it goes by, or one that cannot be used. */
export type IdentifiedRow =
  | { readonly row: ReadRow; readonly id: string; readonly draft: ImportDraft }
  | { readonly row: ReadRow; readonly id: null; readonly draft: null };

/** Gives the rows of one file their ids, in the order of the file. */
export type RowIds = (row: ReadRow) => Promise<IdentifiedRow>;

/**
 * Makes the function that says by which id each row of a file goes. Of rows with one id the first counts; a later one is
 * given back as a row that cannot be used, with the line of the first. A row without an id goes by the number of its line,
 * with `#` before it where that is another row's id. Ids are kept, no texts. Throws what the reader throws.
 */
export function createRowIds(
  csvReader: CsvReader,
  path: string,
  kind: 'offers' | 'formations',
  signal: AbortSignal,
): RowIds {
  const firstLines = new Map<string, number>();
  let taken: Promise<ReadonlySet<string>> | null = null;
  return async (row) => {
    const { draft, line } = row;
    if (draft?.kind !== kind) return { row, id: null, draft: null };
    const own = ownId(draft);
    if (own === null) {
      taken ??= idsLikeLines(csvReader, path, kind, signal);
      return { row, id: standIn(line, await taken), draft };
    }
    const first = firstLines.get(own);
    if (first !== undefined) return { row: withRepeatedId(row, first), id: null, draft: null };
    firstLines.set(own, line);
    return { row, id: own, draft };
  };
}

function ownId(draft: ImportDraft | null): string | null {
  if (draft?.kind === 'offers') return draft.offer.externalId;
  return draft?.kind === 'formations' ? draft.formation.externalId : null;
}

function withRepeatedId(row: ReadRow, first: number): ReadRow {
  const issue = { severity: 'error', code: 'duplicate-id', column: null, value: String(first) } as const;
  return { ...row, draft: null, issues: [issue, ...row.issues] };
}

function standIn(line: number, taken: ReadonlySet<string>): string {
  let id = String(line);
  while (taken.has(id)) id = `#${id}`;
  return id;
}

/** All ids of a file that a line could be called by; read only where a row has none, and some column gives them. */
async function idsLikeLines(
  csvReader: CsvReader,
  path: string,
  kind: 'offers' | 'formations',
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const idField: ImportField = 'externalId';
  const { mapping } = await csvReader.inspect(path, readAs(kind), 0, signal);
  if (!mapping.includes(idField)) return ids;
  for await (const { rows } of csvReader.read(path, readAs(kind), signal)) {
    for (const { draft } of rows) {
      const id = ownId(draft);
      if (id !== null && /^#*\d+$/.test(id)) ids.add(id);
    }
  }
  return ids;
}
