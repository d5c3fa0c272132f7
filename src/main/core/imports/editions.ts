import { findYearColumn } from '../../../shared/domain/year-column';
import { fold } from '../../../shared/domain/fold';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { CellPacker, ReadRow, RowBatch } from '../ports';
import type { ImportReading } from './import-row-repository';

/** The line of a file that counts for a formation of which it tells in several years. */
export interface Edition {
  readonly line: number;
  readonly year: number;
  /** The folded name of its component; lines of another one tell of another formation under the same reference. */
  readonly component: string;
}

export interface Editions {
  /** By reference; a reference without a year has none. */
  readonly newest: ReadonlyMap<string, Edition>;
  yearOf(cells: readonly string[]): number | null;
}

/** Collects the newest lines of a file of formations; null when none of its columns tells a year. */
export function collectEditions({ kind, header, mapping }: Pick<ImportReading, 'kind' | 'header' | 'mapping'>) {
  const column = kind === 'formations' && mapping.includes('externalId') ? findYearColumn(header, mapping) : null;
  if (column === null) return null;
  const newest = new Map<string, Edition>();
  const yearOf = (cells: readonly string[]): number | null => yearIn(cells[column] ?? '');
  return {
    add({ draft, line }: ReadRow, cells: readonly string[]): void {
      const year = yearOf(cells);
      if (draft?.kind !== 'formations' || draft.formation.externalId === null || year === null) return;
      const reference = draft.formation.externalId;
      const component = componentOf(draft);
      const known = newest.get(reference);
      if (known && (known.component !== component || known.year >= year)) return;
      newest.set(reference, { line, year, component });
    },
    editions: { newest, yearOf } satisfies Editions,
  };
}

/** Goes through all rows, with their cells, for the newest lines; null as `collectEditions`. Throws what reading throws. */
export async function findEditions(
  packer: CellPacker,
  readAll: () => AsyncIterable<RowBatch>,
  reading: ImportReading,
): Promise<Editions | null> {
  const collection = collectEditions(reading);
  if (!collection) return null;
  for await (const { rows, packedCells } of readAll()) {
    const cells = packedCells ? packer.unpackCells(packedCells) : [];
    rows.forEach((row, index) => collection.add(row, cells[index] ?? []));
  }
  return collection.editions;
}

/** The folded name of a formation's component. */
export function componentOf(draft: ImportDraft): string {
  return draft.kind === 'formations' ? fold(draft.formation.component ?? '') : '';
}

/** The first year that a cell names: "2024-2025" is the year in which it begins. */
function yearIn(text: string): number | null {
  const found = /\b(?:19|20)\d\d\b/.exec(text);
  return found ? Number(found[0]) : null;
}
