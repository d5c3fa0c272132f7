import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import type { OpenApp } from './open-app';

let files = 0;

/** Puts a file into the application's own folder and hands it over, as a person who chooses it does. */
export async function adopt(app: OpenApp, content: string | Buffer, name = `file-${files++}.csv`): Promise<FileId> {
  const path = join(app.dataDir, name);
  await writeFile(path, content);
  return app.fileStore.adopt(path);
}

/** Imports a file as it is understood, or tries it; `job` is the one that ended. */
export async function start(app: OpenApp, kind: ImportKind, fileId: FileId, dryRun = false) {
  const { importId, jobId } = await app.client.imports.start({ fileId, kind, format: null, mapping: null, dryRun });
  return { importId, jobId, job: await app.endOf(jobId) };
}

/** Read, created, updated, unchanged, rejected, warnings. */
export function counts(...[read, created, updated, unchanged, rejected, warnings = 0]: readonly number[]) {
  return { read, created, updated, unchanged, rejected, warnings };
}
