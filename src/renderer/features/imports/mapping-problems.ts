import { requiredFields, type ColumnMapping, type ImportField, type ImportKind } from '../../../shared/domain/import';
import { takesSeveralColumns } from '../../../shared/domain/propose-mapping';

/** What keeps a mapping from being used: required fields without a column, plain fields with more than one. */
export interface MappingProblems {
  readonly missing: readonly ImportField[];
  readonly twice: readonly ImportField[];
}

/** Looks for what would make an import refuse this mapping. */
export function mappingProblems(kind: ImportKind, mapping: ColumnMapping): MappingProblems {
  const used = mapping.filter((field) => field !== null);
  const twice = used.filter((field, index) => used.indexOf(field) !== index && !takesSeveralColumns(field));
  const required: readonly ImportField[] = requiredFields[kind];
  return { missing: required.filter((field) => !used.includes(field)), twice: [...new Set(twice)] };
}
