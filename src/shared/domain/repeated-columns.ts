import { AppError } from './app-error';
import { fold } from './cells/fold';
import { findField } from './column-synonyms';
import type { ColumnMapping, ImportField, ImportKind } from './import';
import { takesSeveralColumns } from './propose-mapping';

/** A column that has the name of a former one, which fills a field that takes one column. Places count from 0. */
export interface RepeatedColumn {
  readonly field: ImportField;
  readonly former: number;
  readonly column: number;
}

/** The columns that a proposed mapping leaves aside because another of the same name was first. */
export function repeatedColumns(
  kind: ImportKind,
  header: readonly string[],
  mapping: ColumnMapping,
): readonly RepeatedColumn[] {
  const formers = new Map<ImportField, number>();
  mapping.forEach((field, column) => {
    if (field !== null && !takesSeveralColumns(field)) formers.set(field, column);
  });
  return header.flatMap((name, column) => {
    const field = mapping[column] === null ? (findField(kind, name)?.field ?? null) : null;
    const former = field === null ? undefined : formers.get(field);
    if (field === null || former === undefined || ownName(header[former] ?? '') !== ownName(name)) return [];
    return [{ field, former, column }];
  });
}

/** The reader names the second of two equal headers "Titre (2)". */
function ownName(name: string): string {
  return fold(name.replace(/ \(\d+\)$/, ''));
}

/** Whether a row says one thing under the former name and another under the same name again; an empty cell says nothing. */
export function contradicts({ former, column }: RepeatedColumn, cells: readonly string[]): boolean {
  const [one, two] = [cells[former]?.trim() ?? '', cells[column]?.trim() ?? ''];
  return two !== '' && one !== two;
}

/**
 * Refuses a row in which two columns of one name say different things: throws `invalid-input` (`column-mapped-twice`)
 * with the field, both columns and the line.
 */
export function refuseContradiction(
  repeats: readonly RepeatedColumn[],
  header: readonly string[],
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
): void {
  const repeated = repeats.find((one) => contradicts(one, cells));
  if (!repeated) return;
  const { field, column, former } = repeated;
  const details = { field, column: header[column] ?? '', former: header[former] ?? '', line };
  throw new AppError('invalid-input', `Two columns fill "${field}".`, 'column-mapped-twice', details);
}
