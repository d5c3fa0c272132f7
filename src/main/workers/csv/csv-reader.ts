import type { CsvReader } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { csvContract, unpackBatch } from './csv-contract';
import { cellPacker } from './packed-cells';

/** How long the thread stays after its last file, in milliseconds: a preview is mostly followed by an import. */
const idleMs = 30_000;

/** Bounds for the thread: a small nursery, so that what a long file leaves behind is cleared early. */
export const csvThreadLimits = { maxYoungGenerationSizeMb: 6 } as const;

/** The port `CsvReader` over a thread that runs `csv/entry.ts`; `dispose` stops the thread. */
export function createCsvReader(spawn: SpawnWorker): CsvReader & { dispose(): Promise<void> } {
  const worker = lazyWorker(csvContract, spawn, { idleMs });
  const { csv } = worker.client;
  return {
    ...cellPacker,
    inspect: (path, options, rowLimit, signal) => csv.inspect({ path, options, rowLimit }, { signal }),
    async *read(path, options, signal) {
      for await (const batch of readAhead(csv.read({ path, options }, { signal }))) yield unpackBatch(batch);
    },
    readRome: (files, signal) => csv.readRome({ files: files.map(({ path, name }) => ({ path, name })) }, { signal }),
    rest: () => worker.rest(),
    dispose: () => worker.dispose(),
  };
}

/** Asks for the next item before the present one is used up, so that both sides of a thread work at once. */
async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = iterator.next();
    // The failure is thrown when its turn comes; until then nobody listens.
    asked.catch(() => undefined);
    return asked;
  };
  let coming = ask();
  try {
    while (true) {
      const item = await coming;
      if (item.done) return;
      coming = ask();
      yield item.value;
    }
  } finally {
    await iterator.return?.();
  }
}
