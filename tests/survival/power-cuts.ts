import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { databaseFileName, openDatabase } from '../../src/main/core/db/open';
import { importIdSchema, offerIdSchema } from '../../src/shared/domain/ids';
import { createRandom } from '../../src/shared/util/random';
import { digestOf } from './digest';
import { Disk } from './disk';
import { faultsOf, faultsOfBackups } from './examine';
import { saidSchema, type Said, type Work } from './office-orders';
import { copyFolder, completeOffice, startTag, writeOffersOf, type SurvivalPlace } from './run-office';
import { readWriteLog, recorder, type DiskEvent } from './write-log';

export interface PowerCutReport {
  readonly cuts: number;
  /** Writes, synchronisations and the like that were recorded. */
  readonly events: number;
  /** In how many of the cuts something had been written that was not synchronised. */
  readonly torn: number;
  readonly faults: string[];
}

/**
 * Records every write of an office that edits, imports, ranks, undoes, backs up and restores; then lets the power fail
 * at `cuts` moments of that record and looks at what the next start finds.
 */
export async function runPowerCuts(
  place: SurvivalPlace,
  startDir: string,
  { cuts, seed, tell }: { readonly cuts: number; readonly seed: number; readonly tell: (done: number) => void },
): Promise<PowerCutReport> {
  const { events, initial } = await record(place, startDir);
  const digests = digestsOf(events);
  const random = createRandom(seed);
  const first = events.findIndex((event) => doneIn(event)?.index === 0);
  const moments = Array.from({ length: cuts }, () => first + 1 + random.below(events.length - first - 1)).sort(
    (a, b) => a - b,
  );
  const disk = new Disk(initial);
  const dataDir = join(place.folder, 'cut');
  const faults: string[] = [];
  let lying: ReadonlyMap<string, Buffer> = new Map();
  rmSync(dataDir, { recursive: true, force: true });
  let [at, acknowledged, torn] = [0, 0, 0];
  for (const [cut, moment] of moments.entries()) {
    for (; at <= moment; at += 1) {
      const event = events[at];
      if (event?.kind === 'said') acknowledged = doneIn(event)?.index ?? acknowledged;
      else if (event) disk.apply(event);
    }
    if (disk.isUncertain()) torn += 1;
    const files = disk.cut(random);
    const known = writeFolder(dataDir, files, lying);
    const allowed = [digests[acknowledged], digests[acknowledged + 1]];
    const found = await look(place, dataDir, allowed, known);
    // A backup that was found good once need not be written and looked at again; the rest was used.
    lying = new Map([...files].filter(([name]) => name.startsWith('backup/')));
    for (const fault of found) faults.push(`cut ${cut} after event ${moment} (work ${acknowledged}): ${fault}`);
    tell(cut + 1);
  }
  return { cuts, events: events.length, torn, faults };
}

async function look(
  { rootDir }: SurvivalPlace,
  dataDir: string,
  allowed: readonly (string | undefined)[],
  known: ReadonlySet<string>,
): Promise<string[]> {
  const faults = faultsOfBackups(dataDir, known);
  try {
    const migrationsDir = join(rootDir, 'resources/migrations');
    const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
    try {
      faults.push(...faultsOf(database));
      if (!allowed.includes(digestOf(database.read)))
        faults.push('something acknowledged is gone, or something is half there');
    } finally {
      await database.close();
    }
  } catch (error) {
    faults.push(`does not open: ${String(error)}`);
  }
  return faults;
}

async function record(place: SurvivalPlace, startDir: string) {
  const dataDir = join(place.folder, 'recorded');
  copyFolder(startDir, dataDir);
  const initial = new Map(namesIn(dataDir).map((name) => [name, readFileSync(join(dataDir, name))]));
  const logFile = join(place.folder, 'writes.log');
  const run = { dataDir, migrationsDir: join(place.rootDir, 'resources/migrations'), digests: true };
  await completeOffice(place, { ...run, works: worksOf(place, dataDir), under: recorder(logFile) });
  const events: DiskEvent[] = [];
  for await (const event of readWriteLog(logFile, dataDir)) events.push(event);
  rmSync(logFile);
  return { events, initial };
}

function worksOf({ folder }: SurvivalPlace, dataDir: string): Work[] {
  const sqlite = new BetterSqlite(join(dataDir, databaseFileName), { readonly: true });
  const offerId = offerIdSchema.parse(
    sqlite.prepare('select id from offer where external_id = ?').pluck().get(`${startTag}-0`),
  );
  const importId = importIdSchema.parse(
    sqlite.prepare("select max(id) from import where kind = 'offers'").pluck().get(),
  );
  sqlite.close();
  const edits = (name: string, count: number): Work[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'edit', offerId, title: `Assistant ${name} ${index}` }));
  const file = (tag: string, count: number): Work => {
    const path = join(folder, `${tag}.csv`);
    writeOffersOf(path, tag, count);
    return { kind: 'import', of: 'offers', path };
  };
  const again: Work[] = [{ kind: 'close' }, { kind: 'open' }];
  return [
    { kind: 'open' },
    ...edits('un', 15),
    file('petit', 60),
    { kind: 'undo', importId },
    ...again,
    ...edits('deux', 8),
    { kind: 'backup' },
    file('grand', 700),
    { kind: 'match', threshold: 0.2 },
    { kind: 'restore', name: null },
    ...again,
    ...edits('trois', 8),
    file('dernier', 100),
    ...again,
    ...edits('quatre', 3),
  ];
}

function doneIn(event: DiskEvent | undefined): Said | null {
  if (event?.kind !== 'said' || !event.text.startsWith('{')) return null;
  const said = saidSchema.parse(JSON.parse(event.text));
  return said.state === 'done' ? said : null;
}

/** What a start finds after each work. A restore happens at the next start; closing changes nothing. */
function digestsOf(events: readonly DiskEvent[]): string[] {
  const digests: string[] = [];
  let restored: number | null = null;
  for (const event of events) {
    const said = doneIn(event);
    if (!said) continue;
    const isRestore = said.digest !== null && digests.length > 0 && isAsked(events, said.index);
    if (isRestore) restored = said.index;
    digests[said.index] = said.digest ?? digests[said.index - 1] ?? '';
    // The first start after it tells what it brought.
    if (restored !== null && said.digest !== null && said.index > restored) {
      for (let index = restored; index < said.index; index += 1) digests[index] = said.digest;
      restored = null;
    }
  }
  return digests;
}

/** Whether the work at `index` asked for a restore: it is the one that writes the request. */
function isAsked(events: readonly DiskEvent[], index: number): boolean {
  const end = events.findIndex((event) => doneIn(event)?.index === index);
  const begin = events.findIndex((event) => doneIn(event)?.index === index - 1);
  return events.slice(begin, end).some((event) => event.kind === 'rename' && event.name === 'restore.json');
}

/** The names of all files below a folder. */
function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

/** Makes the folder hold these files, of which `lying` lie there already; answers with the names of those. */
function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  lying: ReadonlyMap<string, Buffer>,
): ReadonlySet<string> {
  const known = new Set<string>();
  mkdirSync(folder, { recursive: true });
  for (const name of namesIn(folder))
    if (!files.has(name) || lying.get(name) !== files.get(name)) rmSync(join(folder, name));
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (lying.get(name) === content) known.add(basename(name));
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  return known;
}
