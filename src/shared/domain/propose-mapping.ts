import { AppError } from './app-error';
import { fold } from './cells/fold';
import { findField } from './column-synonyms';
import { columnSynonyms } from './column-wordings';
import { letterPairs, similarityOf } from './company-similarity';
import { importFields, requiredFields, type ColumnMapping, type ImportField, type ImportKind } from './import';

/** Fields that several columns may fill: lists are joined, texts follow each other, contracts go to the strongest. */
const sharedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'skills',
  'levels',
  'keywords',
  'jobs',
  'romeCodes',
  'description',
  'prerequisites',
  'contractType',
  'area',
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
 * nothing fills a required field (its details name the columns of the file and the one whose name is nearest),
 * `column-mapped-twice` when two columns fill a field that takes one (its details name both).
 */
export function checkMapping(kind: ImportKind, header: readonly string[], mapping: ColumnMapping): void {
  const known: readonly ImportField[] = importFields[kind];
  const seen = new Map<ImportField, number>();
  mapping.forEach((field, column) => {
    if (field === null || column >= header.length) return;
    if (!known.includes(field)) {
      throw new AppError('invalid-input', `"${field}" is no field of ${kind}.`, null, { field, column: column + 1 });
    }
    if (seen.has(field) && !sharedFields.has(field)) {
      const details = { field, column: header[column] ?? '', former: header[seen.get(field) ?? column] ?? '' };
      throw new AppError('invalid-input', `Two columns fill "${field}".`, 'column-mapped-twice', details);
    }
    seen.set(field, column);
  });
  for (const field of requiredFields[kind]) {
    if (!seen.has(field)) {
      const columns = header.filter((name) => name.trim() !== '');
      const details = { field, column: field, columns: listed(columns), nearest: nearestColumn(kind, field, columns) };
      throw new AppError('invalid-input', `No column fills "${field}".`, 'column-missing', details);
    }
  }
}

/** As many columns are named; a file may have thousands. */
const namedColumns = 20;
const longestName = 60;

function listed(columns: readonly string[]): string {
  const names = columns.slice(0, namedColumns).map((name) => cut(name.trim()));
  return columns.length > namedColumns ? [...names, '…'].join(', ') : names.join(', ');
}

function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

/** Below this likeness (Sørensen–Dice of letter pairs) a name has nothing to do with a field. */
const leastLikeness = 0.5;

/** The column whose name is most like a wording of the field; null where none is like it. */
function nearestColumn(kind: ImportKind, field: ImportField, columns: readonly string[]): string | null {
  const wordings = [field, ...(columnSynonyms[kind][field] ?? [])].map((wording) => letterPairs(fold(wording)));
  let best: { readonly name: string; readonly likeness: number } | null = null;
  for (const name of columns.slice(0, judgedColumns)) {
    const pairs = letterPairs(fold(cut(name)));
    const likeness = Math.max(...wordings.map((wording) => similarityOf(wording, pairs)));
    if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0)) best = { name: cut(name.trim()), likeness };
  }
  return best?.name ?? null;
}

/** More are no table that a person made. */
const judgedColumns = 500;
