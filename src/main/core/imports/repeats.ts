import type { RowIssue } from '../../../shared/domain/import';
import { keyValueOf, type MatchKey } from '../../../shared/domain/match-key';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { HeadRow } from '../ports';
import { collectEditions, componentOf, type Editions } from './editions';
import type { ImportReading } from './import-row-repository';

/** Tells what is to be said of a row whose reference another row of the file has; null for one that stands. */
type Repeats = (draft: ImportDraft, line: number, cells: () => readonly string[]) => RowIssue | null;

/** No component is called so: names are folded. */
const anyComponent = '*';

/**
 * The first row of a reference stands: taking the last one would make every import of the same file change everything
 * twice. Where rows tell the years of one formation, the newest stands instead, and the others are merged into it.
 */
export function createRepeats(
  cellsAt: (line: number) => readonly string[] | undefined,
  editions: Editions | null,
  key: MatchKey = 'automatic',
): Repeats {
  /** By reference and component: two components may have the same code. */
  const firstLines = new Map<string, number>();
  return (draft, line, cells) => {
    // A company may well stand on several lines, one for each of its contacts.
    const keyValue = draft.kind === 'companies' ? null : keyValueOf(draft, key);
    const reference = keyValue ?? referenceOf(draft);
    if (reference === null) return null;
    // A key says of itself whether the component belongs to it.
    const component = keyValue === null ? componentOf(draft) : '';
    const lineOf = (which: string): number | undefined => firstLines.get(`${reference}\n${which}`);
    const newest = editions?.newestOf(draft);
    // A row that names no component may be about any of them.
    const standing = newest?.line ?? lineOf(component) ?? lineOf(component === '' ? anyComponent : '');
    if (standing === undefined) {
      firstLines.set(`${reference}\n${component}`, line);
      if (component !== '') firstLines.set(`${reference}\n${anyComponent}`, line);
    }
    if (standing === undefined || standing === line) return null;
    const value = String(standing);
    const year = editions?.yearOf(cells()) ?? null;
    if (newest && year !== null && year < newest.year) {
      return { severity: 'warning', code: 'merged-into', column: null, value };
    }
    const code = keyValue === null || key === 'reference' || key === 'code' ? 'duplicate-id' : 'duplicate-key';
    const isSame = JSON.stringify(cellsAt(standing)) === JSON.stringify(cells());
    return { severity: isSame ? 'warning' : 'error', code, column: null, value };
  };
}

/** What an import would say of the first rows of a file, beside what each says of itself. */
export function withRepeats(
  rows: readonly HeadRow[],
  reading: Pick<ImportReading, 'kind' | 'header' | 'mapping'>,
): readonly HeadRow[] {
  const collection = collectEditions(reading);
  for (const row of rows) collection?.add(row, row.cells);
  const cellsAt = (line: number) => rows.find((row) => row.line === line)?.cells;
  const repeatedIn = createRepeats(cellsAt, collection?.editions ?? null);
  return rows.map((row) => {
    const issue = row.draft && repeatedIn(row.draft, row.line, () => row.cells);
    return issue ? { ...row, issues: [...row.issues, issue] } : row;
  });
}

/**
 * What two rows of a file cannot have in common: a reference of the same source, a code. A company may well stand on
 * several lines, one for each of its contacts.
 */
function referenceOf(draft: ImportDraft): string | null {
  if (draft.kind === 'offers') {
    const { externalId, source } = draft.offer;
    return externalId === null ? null : `${source ?? ''}\n${externalId}`;
  }
  if (draft.kind === 'formations') return draft.formation.externalId;
  return null;
}
