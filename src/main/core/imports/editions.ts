import { findYearColumn } from '../../../shared/domain/year-column';
import { fold } from '../../../shared/domain/fold';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { CellPacker, ReadRow, RowBatch } from '../ports';
import type { ImportReading } from './import-row-repository';

/** The line of a file that counts for a formation of which it tells in several years. */
export interface Edition {
  readonly line: number;
  readonly year: number;
}

export interface Editions {
  /** The newest of the formation of a row; another component has another formation. None where no row has a year. */
  newestOf(draft: ImportDraft): Edition | undefined;
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
      const known = newest.get(keyOf(draft));
      if (!known || known.year < year) newest.set(keyOf(draft), { line, year });
    },
    editions: { newestOf: (draft) => newest.get(keyOf(draft)), yearOf } satisfies Editions,
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

function keyOf(draft: ImportDraft): string {
  return draft.kind === 'formations' ? `${draft.formation.externalId ?? ''}\n${componentOf(draft)}` : '';
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
