import { AppError } from '../../../shared/domain/app-error';
import type { ColumnName } from './table-writer';

interface Named {
  readonly header: ColumnName;
}

/**
 * The columns that somebody chose by their French or English names, in the order of the choice and each once; all of
 * them for null. Throws `invalid-input`, which names the first one that there is not.
 */
export function chosenColumns<Column extends Named>(
  columns: readonly Column[],
  names: readonly string[] | null,
): readonly Column[] {
  if (names === null) return columns;
  const chosen = names.map((name) => {
    const wanted = name.trim().toLowerCase();
    const found = columns.find(({ header }) => header.some((known) => known.toLowerCase() === wanted));
    if (found) return found;
    const details = { column: name, columns: columns.map(({ header }) => header[0]).join(', ') };
    throw new AppError('invalid-input', `There is no column "${name}".`, null, details);
  });
  return [...new Set(chosen)];
}
