import type { ImportRowState } from '../../../shared/domain/import';
import type { FieldChange } from '../../../shared/domain/row-trial';
import type { KeptRow, StoredRow } from '../ports';
import type { AlikeRow } from './alike-rows';

/** Rows of each outcome that are kept, the first ones: those that are rejected have to be mended one by one. */
const keptRows: Readonly<Record<ImportRowState, number>> = {
  rejected: 10_000,
  created: 1_000,
  updated: 1_000,
  unchanged: 1_000,
};
/** Beside those, rows that are taken and of which something is said, and those that may come twice. */
const keptWithIssues = 1_000;
const keptAlike = 1_000;
/** Cells may be as long as a file: of each outcome this many characters are kept, some 20 MB in memory. */
const keptCharacters = 10_000_000;

/** The rows of a trial that stay to be looked at; no outcome takes the place of another. */
export interface TrialRows {
  /** `cells`, and of an updated row `changes`, are asked only where the row is kept. */
  put(row: StoredRow, cells: () => readonly string[], changes: () => FieldChange[]): void;
  /** Tells of rows, kept already or not, which offers they may be one with. */
  mark(rows: readonly AlikeRow[]): void;
  /** In the order of the file. */
  rows(): readonly KeptRow[];
}

export function createTrialRows(): TrialRows {
  const kept = new Map<number, KeptRow>();
  const counts = new Map<string, number>();
  const characters = new Map<string, number>();
  const hasRoom = (name: string, most: number): boolean =>
    (counts.get(name) ?? 0) < most && (characters.get(name) ?? 0) < keptCharacters;
  const roomFor = ({ state, issues }: StoredRow): string | null => {
    if (hasRoom(state, keptRows[state])) return state;
    return state !== 'rejected' && issues.length > 0 && hasRoom('issues', keptWithIssues) ? 'issues' : null;
  };
  return {
    put({ line, state, issues }, cellsOf, changesOf) {
      const row = { line, state, issues };
      const name = roomFor(row);
      if (name === null) return;
      const cells = cellsOf();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      characters.set(
        name,
        cells.reduce((sum, cell) => sum + cell.length, characters.get(name) ?? 0),
      );
      const changes = state === 'updated' ? changesOf() : [];
      kept.set(line, { ...row, cells, trial: changes.length > 0 ? { changes, alike: [] } : null });
    },
    mark(rows) {
      for (const { row, alike } of rows.slice(0, keptAlike)) {
        const { trial, ...known } = kept.get(row.line) ?? row;
        kept.set(row.line, { ...known, trial: { changes: trial?.changes ?? [], alike: [...alike] } });
      }
    },
    rows: () => [...kept.values()].sort((one, other) => one.line - other.line),
  };
}
