import { fileIdSchema, type FileId } from '../../../shared/domain/ids';
import {
  importKindSchema,
  importRowStateSchema,
  type Import,
  type ImportKind,
  type ImportRowState,
} from '../../../shared/domain/import';

/** What the address of the import page says: the kind of file, and the handles of those that were chosen. */
export function readImportAddress(params: URLSearchParams): {
  /** What somebody said that it holds; null leaves it to its columns. */
  readonly kind: ImportKind | null;
  readonly fileId: FileId | null;
  /** The file of another university, of which `fileId` then is a table. */
  readonly packageId: FileId | null;
  /** The handles of several files that were chosen together, of which `fileId` then is the one that is open. */
  readonly fileIds: readonly FileId[];
} {
  return {
    kind: importKindSchema.safeParse(params.get('kind')).data ?? null,
    fileId: fileIdSchema.safeParse(params.get('file')).data ?? null,
    packageId: fileIdSchema.safeParse(params.get('package')).data ?? null,
    fileIds: (params.get('files') ?? '').split(',').flatMap((id) => fileIdSchema.safeParse(id).data ?? []),
  };
}

/** Where one table of a file of another university is looked at. */
export function partAddress(part: {
  readonly kind: ImportKind;
  readonly fileId: FileId;
  readonly packageId: FileId;
}): string {
  return `/imports/new?${new URLSearchParams({ kind: part.kind, file: part.fileId, package: part.packageId }).toString()}`;
}

/** Where the whole package is that an import is a part of; null for any other, and for a trial. */
export function packageAddress({ id, state, packageOrigin, rereadOf, takenWith }: Import): string | null {
  // What is read again is of no package of its own.
  const isPart = packageOrigin !== null && state !== 'checked' && (rereadOf === null || takenWith !== null);
  return isPart ? `/imports/packages/${takenWith ?? id}` : null;
}

/** Which rows of a report are shown: those of an outcome, all of them (null), those that an undo kept or that may come twice. */
export type ShownRows = ImportRowState | 'kept' | 'alike' | null;

/** Which rows of a report the address asks for. */
export function readRowsAddress(params: URLSearchParams): ShownRows {
  const asked = params.get('state');
  return asked === 'kept' || asked === 'alike' ? asked : (importRowStateSchema.safeParse(asked).data ?? null);
}

/** One of the figures of what became of the rows; undefined for rows that none of them stands for. */
export function outcomeOf(shown: ShownRows): ImportRowState | null | undefined {
  return shown === 'kept' || shown === 'alike' ? undefined : shown;
}
