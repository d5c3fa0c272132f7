import { useState } from 'react';
import { fileIdSchema, importIdSchema, type FileId } from '../../../shared/domain/ids';
import { importKindSchema } from '../../../shared/domain/import';
import { queueOf, type FileQueue, type QueuedFile } from './file-queue';

const key = 'import-queue';

/**
 * The queue of files that were chosen together, with what was begun with each. What is known of them is kept by the window,
 * so that a report that is looked at in between, or a page that is loaded again, has nothing imported twice.
 */
export function useFileQueue(
  fileIds: readonly FileId[],
): readonly [queue: FileQueue, change: (change: (queue: FileQueue) => FileQueue) => void] {
  const [known, setKnown] = useState(readKnown);
  return [
    queueOf(fileIds, known),
    (change) => {
      // Of the window and not of this page: work goes on after somebody left it.
      const next = change(queueOf(fileIds, readKnown()));
      window.sessionStorage.setItem(key, JSON.stringify(next));
      setKnown(next);
    },
  ];
}

function readKnown(): FileQueue {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap(toFile) : [];
  } catch {
    return [];
  }
}

function toFile(stored: Readonly<Record<keyof QueuedFile, unknown>>): readonly QueuedFile[] {
  const fileId = fileIdSchema.safeParse(stored.fileId);
  if (!fileId.success) return [];
  return [
    {
      fileId: fileId.data,
      kind: importKindSchema.safeParse(stored.kind).data ?? null,
      trialId: importIdSchema.safeParse(stored.trialId).data ?? null,
      importId: importIdSchema.safeParse(stored.importId).data ?? null,
    },
  ];
}
