import type { ImportRowState } from '../../../shared/domain/import';
import type { KeptRow, StoredRow } from '../ports';

/** Rows of each outcome that are kept, the first ones: those that are rejected have to be mended one by one. */
const keptRows: Readonly<Record<ImportRowState, number>> = {
  rejected: 10_000,
  created: 1_000,
  updated: 1_000,
  unchanged: 1_000,
};
/** Beside those, rows that are taken and of which something is said. */
const keptWithIssues = 1_000;
/** Cells may be as long as a file: of each outcome this many characters are kept, some 20 MB in memory. */
const keptCharacters = 10_000_000;

/** The rows of a trial that stay to be looked at; no outcome takes the place of another. */
export interface TrialRows {
  /** `cells` is asked only where the row is kept. */
  put(row: StoredRow, cells: () => readonly string[]): void;
  /** In the order of the file. */
  rows(): readonly KeptRow[];
}

export function createTrialRows(): TrialRows {
  const kept: KeptRow[] = [];
  const counts = new Map<string, number>();
  const characters = new Map<string, number>();
  const hasRoom = (name: string, most: number): boolean =>
    (counts.get(name) ?? 0) < most && (characters.get(name) ?? 0) < keptCharacters;
  const roomFor = ({ state, issues }: StoredRow): string | null => {
    if (hasRoom(state, keptRows[state])) return state;
    return state !== 'rejected' && issues.length > 0 && hasRoom('issues', keptWithIssues) ? 'issues' : null;
  };
  return {
    put(row, cellsOf) {
      const name = roomFor(row);
      if (name === null) return;
      const cells = cellsOf();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      characters.set(
        name,
        cells.reduce((sum, cell) => sum + cell.length, characters.get(name) ?? 0),
      );
      kept.push({ ...row, cells });
    },
    rows: () => kept,
  };
}
