import type { FileId, ImportId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';

/** One of several files that were chosen together, and what was begun with it. */
export interface QueuedFile {
  readonly fileId: FileId;
  /** What a person says that it holds; null leaves it to its columns. */
  readonly kind: ImportKind | null;
  /** Null until it was tried, or imported. */
  readonly trialId: ImportId | null;
  readonly importId: ImportId | null;
}

export type FileQueue = readonly QueuedFile[];

/** The queue of the files that the address names, with what is known of them already. */
export function queueOf(fileIds: readonly FileId[], known: FileQueue): FileQueue {
  return fileIds.map(
    (fileId) => known.find((file) => file.fileId === fileId) ?? { fileId, kind: null, trialId: null, importId: null },
  );
}

/** The queue with something else known of one file. */
export function withFile(queue: FileQueue, fileId: FileId, known: Partial<QueuedFile>): FileQueue {
  return queue.map((file) => (file.fileId === fileId ? { ...file, ...known } : file));
}
