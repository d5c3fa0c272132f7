import { AppError } from './app-error';
import { findField } from './column-synonyms';
import { importFields, requiredFields, type ColumnMapping, type ImportField, type ImportKind } from './import';

/** Fields that several columns may fill: lists are joined, texts follow each other, contracts go to the strongest. */
const sharedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'skills',
  'levels',
  'keywords',
  'jobs',
  'romeCodes',
  'description',
  'contractType',
]);

/** Whether several columns of one file may fill a field. */
export function takesSeveralColumns(field: ImportField): boolean {
  return sharedFields.has(field);
}

/** For each header the field that its wording stands for; the clearest wording gets a field that takes one column. */
export function proposeMapping(kind: ImportKind, header: readonly string[]): ColumnMapping {
  const hits = header.map((wording) => findField(kind, wording));
  const best = new Map<ImportField, number>();
  hits.forEach((hit, column) => {
    if (!hit || sharedFields.has(hit.field)) return;
    const former = best.get(hit.field);
    if (former === undefined || hit.rank < (hits[former]?.rank ?? Infinity)) best.set(hit.field, column);
  });
  return hits.map((hit, column) => {
    if (!hit) return null;
    return sharedFields.has(hit.field) || best.get(hit.field) === column ? hit.field : null;
  });
}

/**
 * Checks a mapping that a person made or the application proposed. Throws `invalid-input` with `column-missing` when
 * nothing fills a required field, `column-mapped-twice` when two columns fill a field that takes one.
 */
export function checkMapping(kind: ImportKind, header: readonly string[], mapping: ColumnMapping): void {
  const known: readonly ImportField[] = importFields[kind];
  const seen = new Set<ImportField>();
  mapping.forEach((field, column) => {
    if (field === null || column >= header.length) return;
    if (!known.includes(field)) {
      throw new AppError('invalid-input', `"${field}" is no field of ${kind}.`, null, { field, column: column + 1 });
    }
    if (seen.has(field) && !sharedFields.has(field)) {
      const details = { field, column: header[column] ?? '' };
      throw new AppError('invalid-input', `Two columns fill "${field}".`, 'column-mapped-twice', details);
    }
    seen.add(field);
  });
  for (const field of requiredFields[kind]) {
    if (!seen.has(field)) {
      throw new AppError('invalid-input', `No column fills "${field}".`, 'column-missing', { field, column: field });
    }
  }
}
