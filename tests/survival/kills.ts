import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/main/core/db/open';
import { importIdSchema, offerIdSchema } from '../../src/shared/domain/ids';
import { createRandom, type Random } from '../../src/shared/util/random';
import { backupNames, backupsOfFormer, faultsOf, faultsOfBackups } from './examine';
import { faultsOfEncryption, faultsOfIndex } from './examine-files';
import type { Work } from './office-orders';
import { copyFolder, startCount, startOffice, startTag, writeOffersOf, type SurvivalPlace } from './run-office';

const sorts = ['import', 'edit', 'match', 'undo', 'migration', 'backup', 'restore'] as const;
type Sort = (typeof sorts)[number];
/** How often each comes in twenty. */
const weights: Record<Sort, number> = { import: 5, edit: 3, match: 3, undo: 3, migration: 2, backup: 2, restore: 2 };
const wheel = sorts.flatMap((sort) => Array.from({ length: weights[sort] }, () => sort));
/** A folder bears so many kills, one after the other, before a fresh one is taken. */
const killsPerFolder = 20;
const editsInARow = 40;

export interface KillReport {
  readonly kills: number;
  /** Of each sort: how many, and how many of them before the work was acknowledged. */
  readonly bySort: Record<Sort, { kills: number; unfinished: number }>;
  /** What was lost, half there or damaged; empty when nothing was. */
  readonly faults: string[];
}

/** What must be found again. A list of more than one value: what was interrupted may have happened or not. */
interface Ledger {
  /** How many offers there may be of each file. */
  readonly files: Map<string, { allowed: number[]; rows: number; importId: number | null }>;
  titles: string[];
}

interface Folder {
  readonly dataDir: string;
  readonly migrationsDir: string;
  ledger: Ledger;
  /** What stands in each backup. */
  readonly backups: Map<string, Ledger>;
  /** How many migrations were added to those of the application. */
  added: number;
  tags: number;
}

/**
 * Kills the office without warning `kills` times, at moments that the seed spreads over everything that it does, and
 * looks after each at what the next start finds.
 */
export async function runKills(
  place: SurvivalPlace,
  startDir: string,
  { kills, seed, tell }: { readonly kills: number; readonly seed: number; readonly tell: (done: number) => void },
): Promise<KillReport> {
  const random = createRandom(seed);
  const usualMs = new Map<Sort, number>();
  const bySort = Object.fromEntries(sorts.map((sort) => [sort, { kills: 0, unfinished: 0 }])) as KillReport['bySort'];
  const faults: string[] = [];
  let folder: Folder | null = null;
  for (let kill = 0; kill < kills; kill += 1) {
    if (folder === null || kill % killsPerFolder === 0) folder = freshFolder(place, startDir);
    const wanted = wheel[(kill + random.below(3)) % wheel.length] ?? 'import';
    const { sort, works, aim, expect } = await plan(place, folder, wanted, random);
    const limit = usualMs.get(sort);
    const waitMs = limit === undefined ? Infinity : random.next() * limit * 1.15;
    const seen = new Set(backupNames(folder.dataDir));
    const { answers, tookMs } = await runAndKill(place, folder, works, aim, waitMs);
    const isOver = answers.has(works.length - 1);
    usualMs.set(sort, isOver ? tookMs : Math.max(limit ?? 0, tookMs));
    bySort[sort].kills += 1;
    if (!isOver) bySort[sort].unfinished += 1;
    const before = copyOf(folder.ledger);
    expect(answers, isOver);
    const found = await look(folder, { seen, before, isRestore: sort === 'restore' });
    for (const { id } of place.keys ?? []) found.push(...faultsOfEncryption(folder.dataDir, id));
    for (const fault of found) faults.push(`kill ${kill} (${sort}): ${fault}`);
    // What is broken once would be found broken ever after.
    if (found.length > 0) folder = null;
    tell(kill + 1);
  }
  return { kills, bySort, faults };
}

interface Plan {
  readonly sort: Sort;
  readonly works: readonly Work[];
  /** The work with whose beginning the clock begins. */
  readonly aim: number;
  /** Writes into the ledger what must be there after what was acknowledged. */
  readonly expect: (answers: ReadonlyMap<number, string | null>, isOver: boolean) => void;
}

async function plan(place: SurvivalPlace, folder: Folder, wanted: Sort, random: Random): Promise<Plan> {
  const { ledger } = folder;
  const open: Work = { kind: 'open' };
  const nothing = (): void => undefined;
  switch (wanted) {
    case 'edit': {
      const offerId = offerIdSchema.parse(
        await ask(folder, `select min(id) from offer where external_id = '${startTag}-0'`),
      );
      folder.tags += 1;
      const titles = Array.from({ length: editsInARow }, (_, index) => `Assistant ${folder.tags} ${index}`);
      return {
        sort: 'edit',
        works: [open, ...titles.map((title): Work => ({ kind: 'edit', offerId, title }))],
        aim: 1,
        expect(answers) {
          const acknowledged = titles.filter((_, index) => answers.has(index + 1)).length;
          const known = acknowledged === 0 ? ledger.titles : titles.slice(acknowledged - 1, acknowledged);
          ledger.titles = [...known, ...titles.slice(acknowledged, acknowledged + 1)];
        },
      };
    }
    case 'match':
      return {
        sort: 'match',
        works: [open, { kind: 'match', threshold: 0.05 + random.next() / 2 }],
        aim: 1,
        expect: nothing,
      };
    case 'undo': {
      const [, file] =
        [...ledger.files].find(([, { importId, allowed }]) => importId !== null && allowed[0] !== 0) ?? [];
      if (!file) return await plan(place, folder, 'import', random);
      return {
        sort: 'undo',
        works: [open, { kind: 'undo', importId: importIdSchema.parse(file.importId) }],
        aim: 1,
        expect: (_, isOver) => void (file.allowed = isOver ? [0] : [0, file.rows]),
      };
    }
    case 'migration':
      for (let count = 0; count < 2; count += 1) addMigration(folder);
      return { sort: 'migration', works: [open], aim: 0, expect: nothing };
    case 'backup':
      return { sort: 'backup', works: [open, { kind: 'backup' }], aim: 1, expect: nothing };
    case 'restore': {
      // Some have been thinned out by now.
      const names = backupNames(folder.dataDir).filter((name) => folder.backups.has(name));
      const name = names[random.below(names.length)];
      if (name === undefined) return await plan(place, folder, 'backup', random);
      return {
        sort: 'restore',
        works: [open, { kind: 'restore', name }, { kind: 'close' }, open],
        aim: 2,
        expect: () => void (folder.ledger = copyOf(folder.backups.get(name) ?? ledger)),
      };
    }
    case 'import': {
      folder.tags += 1;
      const [tag, rows] = [`fichier${folder.tags}`, 150 + random.below(450)];
      const path = join(place.folder, 'import.csv');
      writeOffersOf(path, tag, rows);
      return {
        sort: 'import',
        // The question has the index of the search follow.
        works: [open, { kind: 'import', of: 'offers', path }, { kind: 'search' }],
        aim: 1,
        expect(answers) {
          const isDone = answers.has(1);
          const importId = isDone ? Number(answers.get(1)) : null;
          ledger.files.set(tag, { allowed: isDone ? [rows] : [0, rows], rows, importId });
        },
      };
    }
  }
}

/** Starts the office and kills it `waitMs` after it began the work at `aim`, at the latest when all is done. */
async function runAndKill(place: SurvivalPlace, folder: Folder, works: readonly Work[], aim: number, waitMs: number) {
  const office = startOffice(place, { ...folder, works });
  const answers = new Map<number, string | null>();
  const over = new AbortController();
  let beganMs = 0;
  let tookMs = 0;
  for await (const { state, index, answer } of office.said) {
    if (state === 'failed') {
      await office.kill();
      throw new Error(`${works[index]?.kind}: ${answer}`);
    }
    if (state === 'begin' && index === aim) {
      beganMs = performance.now();
      if (waitMs < Infinity) {
        void delay(waitMs, null, { signal: over.signal }).then(
          () => office.kill(),
          () => undefined,
        );
      }
    }
    if (state === 'done') answers.set(index, answer);
    if (state === 'done' && index === works.length - 1) {
      tookMs = performance.now() - beganMs;
      over.abort();
      await office.kill();
    }
  }
  over.abort();
  await office.kill();
  return { answers, tookMs: tookMs || performance.now() - beganMs };
}

interface Round {
  /** The backups that were there before. */
  readonly seen: ReadonlySet<string>;
  /** What stood in the database before. */
  readonly before: Ledger;
  readonly isRestore: boolean;
}

/** Opens the folder as the next start would, compares it with the ledger, and narrows that to what is there. */
async function look(folder: Folder, round: Round): Promise<string[]> {
  const faults = faultsOfBackups(folder.dataDir, round.seen);
  let database: Database | null = null;
  try {
    database = openDatabase({ dataDir: folder.dataDir, migrationsDir: folder.migrationsDir, now: new Date() });
    faults.push(...faultsOf(database), ...faultsOfFiles(database, folder), ...faultsOfMigrations(database, folder));
    faults.push(...(await faultsOfIndex(database)));
    if (faults.length > 0 && database.restore) faults.push(`after a restore: ${JSON.stringify(database.restore)}`);
  } catch (error) {
    faults.push(`does not open: ${String(error)}`);
  } finally {
    await database?.close();
  }
  for (const name of backupsOfFormer(backupNames(folder.dataDir), round)) folder.backups.set(name, round.before);
  return faults;
}

function faultsOfFiles({ read }: Database, { ledger }: Folder): string[] {
  const faults: string[] = [];
  const count = read
    .prepare<[number, number | null], [string]>('select count(*), min(import_id) from offer where external_id glob ?')
    .raw();
  for (const [tag, file] of ledger.files) {
    const [offers = 0, importId = null] = count.get(`${tag}-*`) ?? [];
    if (!file.allowed.includes(offers)) faults.push(`${offers} offers of ${tag}, not ${file.allowed.join(' or ')}`);
    ledger.files.set(tag, { ...file, allowed: [offers], importId: tag === startTag ? null : importId });
  }
  const title = String(read.prepare('select raw_title from offer where external_id = ?').pluck().get(`${startTag}-0`));
  if (!ledger.titles.includes(title)) faults.push(`the title is ${title}, not ${ledger.titles.join(' or ')}`);
  ledger.titles = [title];
  return faults;
}

function faultsOfMigrations({ read }: Database, { added }: Folder): string[] {
  const tables = Number(
    read.prepare("select count(*) from sqlite_schema where type = 'table' and name glob 'grown_*'").pluck().get(),
  );
  return tables === added ? [] : [`${tables} of ${added} migrations`];
}

async function ask({ dataDir, migrationsDir }: Folder, sql: string): Promise<unknown> {
  const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  try {
    return database.read.prepare(sql).pluck().get();
  } finally {
    await database.close();
  }
}

function freshFolder({ folder, rootDir }: SurvivalPlace, startDir: string): Folder {
  const dataDir = join(folder, 'killed');
  const migrationsDir = join(folder, 'migrations');
  copyFolder(startDir, dataDir);
  copyFolder(join(rootDir, 'resources/migrations'), migrationsDir);
  const files = new Map([[startTag, { allowed: [startCount], rows: startCount, importId: null }]]);
  const ledger: Ledger = { files, titles: ['Assistant de gestion 0'] };
  const backups = new Map(backupNames(dataDir).map((name) => [name, copyOf(ledger)]));
  // Made while the first files came in, before anything was there.
  for (const name of [...backups.keys()].slice(0, -1)) {
    backups.delete(name);
    rmSync(join(dataDir, 'backup', name));
  }
  return { dataDir, migrationsDir, ledger, backups, added: 0, tags: 0 };
}

/** Adds a migration that takes long: it makes a table of every offer five times. */
function addMigration(folder: Folder): void {
  const journalFile = join(folder.migrationsDir, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { idx: number; tag: string }[] };
  folder.added += 1;
  const tag = `grown_${folder.added}`;
  const statements = [
    `create table ${tag} (id integer primary key, text text not null) strict;`,
    `insert into ${tag} (text) select description from offer, (values (1), (2), (3), (4), (5));`,
    `create index ${tag}_by_text on ${tag} (text);`,
  ];
  writeFileSync(join(folder.migrationsDir, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'));
  journal.entries.push({ idx: journal.entries.length, tag });
  writeFileSync(journalFile, JSON.stringify(journal));
}

function copyOf({ files, titles }: Ledger): Ledger {
  return {
    files: new Map([...files].map(([tag, file]) => [tag, { ...file, allowed: [...file.allowed] }])),
    titles: [...titles],
  };
}
