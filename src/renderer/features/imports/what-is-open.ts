import type { ImportPreview } from '../../../shared/contract/imports';
import { findDoubt, type FileDoubt } from '../../../shared/domain/file-doubts';
import type { ImportKind } from '../../../shared/domain/import';
import { mappingProblems, type MappingProblems } from './mapping-problems';

/** What a person has to settle before a file can be imported with others; null where all is understood. */
export type WhatIsOpen = { readonly problems: MappingProblems } | { readonly doubt: FileDoubt } | null;

/** Looks for it; a file whose header somebody imported before is not doubted. */
export function whatIsOpen({
  kind,
  header,
  mapping,
  profile,
}: Pick<ImportPreview, 'header' | 'mapping' | 'profile'> & { readonly kind: ImportKind }): WhatIsOpen {
  const problems = mappingProblems(kind, mapping);
  if (problems.missing.length > 0 || problems.twice.length > 0) return { problems };
  const doubt = profile ? null : findDoubt(kind, header, mapping);
  return doubt && { doubt };
}
