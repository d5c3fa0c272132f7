import type { GroupHandlers } from '../../../shared/contract/define';
import type { imports } from '../../../shared/contract/imports';
import type { ImportService } from './import-service';

export function createImportHandlers(service: ImportService): GroupHandlers<typeof imports> {
  return {
    preview: (request, signal) => service.preview(request, signal),
    recognise: (request, signal) => service.recognise(request, signal),
    start: (request) => service.start(request),
    previewReread: (request) => service.previewReread(request),
    reread: (request) => service.startReread(request),
    list: (request) => service.list(request),
    get: ({ importId }) => service.get(importId),
    rows: (request) => service.rows(request),
    undo: async ({ importId }) => ({ jobId: await service.undo(importId) }),
    redo: async ({ importId }) => ({ jobId: await service.redo(importId) }),
    previewUndo: async function* ({ importId }, signal) {
      yield await service.previewUndo(importId, signal);
    },
    previewGoBack: async function* ({ at }, signal) {
      yield await service.previewGoBack(at, signal);
    },
    ofPackage: ({ importId }) => service.packages.parts(importId),
    previewUndoPackage: async function* ({ importId }, signal) {
      yield await service.packages.previewUndo(importId, signal);
    },
    undoPackage: async ({ importId }) => ({ jobId: await service.packages.undo(importId) }),
    redoPackage: async ({ importId }) => ({ jobId: await service.packages.redo(importId) }),
    goBack: async ({ at }) => ({ jobId: await service.goBack(at) }),
    goForward: async ({ undoneAt }) => ({ jobId: await service.goForward(undoneAt) }),
    lastGoBack: () => service.lastGoBack(),
    origin: ({ kind, id }) => service.origin(kind, id),
    takeFileValue: async (cell) => {
      await service.takeFileValue(cell);
      return null;
    },
    keepOwnValue: async (cell) => {
      await service.keepOwnValue(cell);
      return null;
    },
    synonyms: () => service.synonyms(),
  };
}
