import { fileIdSchema, type FileId } from '../../../shared/domain/ids';
import {
  importKindSchema,
  importRowStateSchema,
  type ImportKind,
  type ImportRowState,
} from '../../../shared/domain/import';

/** What the address of the import page says: the kind of file, and the handle of the one that was chosen. */
export function readImportAddress(params: URLSearchParams): {
  readonly kind: ImportKind;
  readonly fileId: FileId | null;
} {
  const kind = importKindSchema.safeParse(params.get('kind'));
  const fileId = fileIdSchema.safeParse(params.get('file'));
  return { kind: kind.success ? kind.data : 'offers', fileId: fileId.success ? fileId.data : null };
}

/** Which rows of a report the address asks for; null for all of them. */
export function readRowsAddress(params: URLSearchParams): ImportRowState | null {
  const state = importRowStateSchema.safeParse(params.get('state'));
  return state.success ? state.data : null;
}
