import { setTimeout as delay } from 'node:timers/promises';
import type { ImportId } from '../../../shared/domain/ids';
import { checkpointFile } from '../../core/db/checkpoints';
import { encryptBackup } from '../../core/db/convert-database';
import { copyDatabase } from '../../core/db/copy-database';
import { openDatabaseInThread } from '../../core/db/open-in-thread';
import { findChangedBlock } from '../../core/db/page-sums';
import { integrityOf, rehearseRestore } from '../../core/db/rehearse';
import { salvageDatabase } from '../../core/db/salvage';
import { createIntakeServices } from '../../core/imports/intake-services';
import { storeFile } from '../../core/imports/store-file';
import type { StoredFileRows, StoreOrder } from '../../core/ports';
import { createCsvReader, csvThreadLimits } from '../csv/csv-reader';
import { serveWorker } from '../serve-worker';
import { joinApplication } from '../join-application';
import { spawnThread } from '../spawn-thread';
import { writeContract, type StoreEvent } from './write-contract';

const progressEveryMs = 100;
const clock = { now: () => new Date() };
const [csvEntry = ''] = process.argv.slice(2);
const csvReader = createCsvReader(spawnThread(csvEntry, { resourceLimits: csvThreadLimits }));
/** What is being stored, or was cancelled before it began. */
const storing = new Map<ImportId, AbortController>();

function storingOf(importId: ImportId): AbortController {
  const controller = storing.get(importId) ?? new AbortController();
  storing.set(importId, controller);
  return controller;
}

async function store(
  databasePath: string,
  order: StoreOrder,
  onProgress: (step: 'read' | 'commit', bytesRead: number) => void,
): Promise<StoredFileRows> {
  const database = openDatabaseInThread(databasePath);
  try {
    const parts = { ...createIntakeServices(database, clock), database, csvReader, clock };
    return await storeFile(parts, order, { signal: storingOf(order.importId).signal, onProgress });
  } finally {
    await database.close();
    storing.delete(order.importId);
  }
}

/** Rows are told as they pass, however seldom the other side asks. */
async function* storeTelling(databasePath: string, order: StoreOrder): AsyncGenerator<StoreEvent> {
  let progress: StoreEvent | null = null;
  const over = store(databasePath, order, (step, bytesRead) => (progress = { step, bytesRead }));
  // Thrown below; until then nobody listens.
  over.catch(() => undefined);
  while (true) {
    const rows = await Promise.race([over, delay(progressEveryMs, null)]);
    if (rows) break;
    if (progress) yield progress;
    progress = null;
  }
  yield { step: 'over', rows: await over };
}

joinApplication();
serveWorker(writeContract, {
  write: {
    store: ({ databasePath, order }) => storeTelling(databasePath, order),
    cancel: ({ importId }) => {
      storingOf(importId).abort();
      return null;
    },
    checkpoint: ({ databasePath }) => {
      checkpointFile(databasePath);
      return null;
    },
    copy: ({ databasePath, target }) => copyDatabase(databasePath, target),
    encryptBackup: ({ path, keyId }) => {
      encryptBackup(path, keyId);
      return null;
    },
    rehearse: ({ backupPath, place }) => rehearseRestore(backupPath, place),
    findChangedBlock: ({ databasePath }) => ({ at: findChangedBlock(databasePath) }),
    salvage: (place) => salvageDatabase(place),
    integrity: ({ databasePath }) => ({ found: integrityOf(databasePath) }),
  },
});
