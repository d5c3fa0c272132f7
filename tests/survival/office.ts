import { join } from 'node:path';
import { holdDataKey } from '../../src/main/core/db/data-keys';
import { compose, type ComposedApp } from '../../src/main/hosts/compose';
import { contract, type AppClient } from '../../src/shared/contract/contract';
import { AppError } from '../../src/shared/domain/app-error';
import type { JobId } from '../../src/shared/domain/ids';
import { createClient } from '../../src/shared/rpc/client';
import { inProcessTransport } from '../../src/shared/rpc/in-process';
import { digestOf } from './digest';
import { ordersSchema, type Said, type Work } from './office-orders';

// The application as a terminal runs it, in a process of its own: does the works that it is told, says on standard
// output what begins and what is acknowledged, and stays until it is killed.

const orders = ordersSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { dataDir, rootDir, entriesDir, migrationsDir } = orders;
const resourcesDir = join(rootDir, 'resources');
const paths = {
  ...{ programDir: rootDir, version: '0.0.0-test', entriesDir, migrationsDir, resourcesDir, dataDir },
  ...{ rendererDir: join(rootDir, 'out/renderer'), preloadFile: join(rootDir, 'out/preload/preload.cjs') },
  ...{ modelsDir: join(rootDir, 'models'), samplesDir: join(rootDir, 'data/samples') },
  referenceDir: join(rootDir, 'data/reference'),
  ...{ filesDir: join(dataDir, 'files'), logsDir: join(dataDir, 'logs') },
};
for (const key of orders.keys) holdDataKey(key);
let office: { readonly app: ComposedApp; readonly client: AppClient } | null = null;

function opened(): NonNullable<typeof office> {
  if (!office) throw new Error('Nothing is open.');
  return office;
}

function say(said: Omit<Said, 'digest'>): void {
  const digest = orders.digests && said.state === 'done' && office ? digestOf(office.app.database.read) : null;
  process.stdout.write(`${JSON.stringify({ ...said, digest } satisfies Said)}\n`);
}

/** The job when it is over; throws what it failed with. */
async function endOf(jobId: JobId) {
  let last = null;
  for await (const job of opened().client.jobs.watch({ jobId })) last = job;
  if (last?.error) throw AppError.fromWire(last.error);
  if (last?.state !== 'succeeded') throw new Error(`The job ended as ${last?.state ?? 'nothing'}.`);
  return last;
}

async function perform(work: Work): Promise<string | null> {
  switch (work.kind) {
    case 'open': {
      const app = await compose({ paths, shell: 'terminal' });
      office = { app, client: createClient(contract, inProcessTransport(app.dispatcher)) };
      return null;
    }
    case 'close':
      await opened().app.dispose();
      office = null;
      return null;
    case 'import': {
      const { app, client } = opened();
      const source = { fileId: app.fileStore.adopt(work.path), kind: work.of, format: null, mapping: null };
      const { importId, jobId } = await client.imports.start({ ...source, dryRun: false });
      await endOf(jobId);
      return String(importId);
    }
    case 'edit': {
      const { client } = opened();
      const { form, revision } = await client.offers.edit({ offerId: work.offerId });
      const changed = { ...form, title: work.title };
      await client.offers.save({ offerId: work.offerId, revision, form: changed, hasNames: true });
      return work.title;
    }
    case 'match': {
      const { client } = opened();
      await client.settings.update({ matchThreshold: work.threshold });
      await endOf((await client.matches.refresh({})).jobId);
      return null;
    }
    case 'undo':
      await endOf((await opened().client.imports.undo({ importId: work.importId })).jobId);
      return null;
    case 'search': {
      const question = { text: 'dossier', filter: {}, page: 0, pageSize: 10 };
      const sort = { by: 'relevance', direction: 'desc' } as const;
      return String((await opened().client.search.offers({ ...question, sort })).total);
    }
    case 'backup':
      return String((await endOf((await opened().client.backups.start({})).jobId)).summary['name']);
    case 'restore': {
      const { client } = opened();
      const { rows } = await client.backups.state({});
      const name = work.name ?? rows.find(({ reason }) => reason === 'asked')?.name ?? '';
      await client.backups.restore({ name });
      return name;
    }
  }
}

for (const [index, work] of orders.works.entries()) {
  say({ state: 'begin', index, answer: null });
  try {
    say({ state: 'done', index, answer: await perform(work) });
  } catch (error) {
    say({
      state: 'failed',
      index,
      answer:
        error instanceof AppError
          ? (error.reason ?? error.code)
          : `${String(error)} ${error instanceof Error && 'code' in error ? String(error.code) : ''}`,
    });
  }
}
// Whoever started it ends it.
setInterval(() => undefined, 60_000);
