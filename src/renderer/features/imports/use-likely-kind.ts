import type { FileDoubt } from '../../../shared/domain/file-doubts';
import type { FileId } from '../../../shared/domain/ids';
import type { ColumnMapping, ImportKind } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';
import { mappingProblems } from './mapping-problems';

/**
 * The doubt of a file that cannot be imported as what it is said to hold, but as something else; null where there is none.
 * Its header may be found in another line then, so that the columns found so far cannot tell.
 */
export function useLikelyKind(fileId: FileId, kind: ImportKind, mapping: ColumnMapping | null): FileDoubt | null {
  const isImpossible = mapping !== null && mappingProblems(kind, mapping).missing.length > 0;
  const { data } = useCall('imports', 'recognise', { fileId, kind: null }, { enabled: isImpossible });
  if (!isImpossible || !data || data.kind === kind) return null;
  if (mappingProblems(data.kind, data.mapping).missing.length > 0) return null;
  const known = mapping.filter((field) => field !== null).length;
  return { code: 'other-kind', kind, likelyKind: data.kind, known, columns: mapping.length };
}
