import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/main/core/db/open';
import { createChangeFeed } from '../../src/main/core/jobs/change-feed';
import { createJobRunner, type JobRunner } from '../../src/main/core/jobs/job-runner';
import type { Ports, WatchedFiles } from '../../src/main/core/ports';
import { createServices } from '../../src/main/core/services';
import { watchedHere } from '../../src/main/core/watched-folder/folder-files';
import {
  createWatchedFolderService,
  type WatchedFolderService,
} from '../../src/main/core/watched-folder/watched-folder-service';
import { createFileStore, type HostFileStore } from '../../src/main/hosts/file-store';
import { drawReport } from '../../src/main/workers/letters/draw-report';
import { drawSheet } from '../../src/main/workers/letters/draw-sheet';
import { writeDraft } from '../../src/main/workers/letters/write-draft';
import { readDocument } from '../../src/main/workers/documents/read-document';
import { AppError } from '../../src/shared/domain/app-error';
import type { FileId } from '../../src/shared/domain/ids';
import type { ColumnMapping } from '../../src/shared/domain/import';
import { refusedFolder, takenFolder } from '../../src/shared/domain/watched-folder';
import { directCsvReader } from '../support/open-app';
import { createQuietLog } from '../support/quiet-log';
import { migrationsDir } from '../support/temporary-database';
import { createDirectMatcher, createWordEmbedder } from '../support/word-embedder';

const dataOf = (name: string): string => resolve(import.meta.dirname, '../../data', name);

type Services = Awaited<ReturnType<typeof createServices>>;

let place = '';
let folder = '';
let nowMs = 0;
let fileStore: HostFileStore;
let database: Database;
let jobRunner: JobRunner;
let services: Services;
let service: WatchedFolderService;

/** What a share that hangs never answers. */
let hangs: keyof WatchedFiles | null = null;

/** The folder as it is, but for what hangs; each question to it has so many milliseconds, as over the process. */
const shareMs = 100;
let copyFailure: Error | null = null;
let listing: Promise<void> | null = null;
const silent = (asked: string): Promise<never> =>
  delay(shareMs).then(() =>
    Promise.reject(new AppError('unavailable', 'Silence.', 'watched-folder-silent', { folder: asked })),
  );
const share: WatchedFiles = {
  async list(asked) {
    const found = await (hangs === 'list' ? silent(asked) : watchedHere.list(asked));
    await listing;
    return found;
  },
  check: (asked) => (hangs === 'check' ? silent(asked) : watchedHere.check(asked)),
  async *read(asked, name) {
    if (hangs === 'read') await silent(asked);
    if (copyFailure) throw copyFailure;
    yield* watchedHere.read(asked, name);
  },
  putAway: (asked, name) => (hangs === 'putAway' ? silent(asked) : watchedHere.putAway(asked, name)),
  putAside: (asked, name, note) => watchedHere.putAside(asked, name, note),
};

/** Starts the application on its data, as after a crash. */
async function start(): Promise<void> {
  const clock = { now: () => new Date(nowMs) };
  const log = createQuietLog();
  database = openDatabase({ dataDir: join(place, 'data'), migrationsDir, now: clock.now() });
  const toAppError = (_where: string, error: unknown): AppError =>
    error instanceof AppError ? error : new AppError('internal', String(error));
  jobRunner = await createJobRunner({ database, clock, log, feed: createChangeFeed(), toAppError });
  fileStore = createFileStore({ dir: join(place, 'data', 'files'), clock });
  const ports: Ports = {
    ...{ fileStore, csvReader: directCsvReader, documentReader: { read: readDocument }, clock, log },
    letterWriter: { writeDraft, drawSheet, drawReport },
    ...{ embedder: createWordEmbedder(), matcher: createDirectMatcher() },
  };
  const fail = (error: unknown): void => {
    throw error;
  };
  services = await createServices(
    { ports, database, samplesDir: dataOf('samples'), referenceDir: dataOf('reference') },
    jobRunner,
    fail,
  );
  service = createWatchedFolderService({
    ...{ ...ports, ...services, database, jobRunner, watchedFiles: share },
    report: (error) => (error === copyFailure ? undefined : fail(error)),
    announce: () => undefined,
  });
}

async function stop(): Promise<void> {
  await jobRunner.dispose();
  await database.close();
}

beforeEach(async () => {
  [hangs, copyFailure, listing] = [null, null, null];
  place = mkdtempSync(join(tmpdir(), 'dossier surveillé '));
  folder = join(place, 'à importer');
  mkdirSync(folder);
  nowMs = Date.now();
  await start();
  await service.set(folder);
});
afterEach(async () => {
  await stop();
  rmSync(place, { recursive: true });
});

const header = 'Code interne;Poste proposé par la société\n';

function drop(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

/** Looks twice, with enough time in between for a file to count as written. */
async function lookTwice(): Promise<void> {
  await service.look();
  nowMs += 5_000;
  await service.look();
}

const waiting = () => service.state().waiting.map(({ name, reason }) => [name, reason]);
const lying = (name: string): string[] =>
  existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : [];
const titles = (): string[] => database.read.prepare<string>('select title from offer order by id').pluck().all();
const imports = () => services.importService.list({ page: 0, pageSize: 20 }).rows;

/** A person imports a waiting file, with columns of their choice, as the page does. */
async function importByHand(name: string): Promise<void> {
  const { fileId } = await service.open(name);
  await importFile(fileId, ['externalId', 'title']);
}

async function importFile(fileId: FileId, mapping: ColumnMapping | null): Promise<void> {
  const { jobId } = await services.importService.start({
    fileId,
    kind: 'offers',
    format: null,
    mapping,
    dryRun: false,
  });
  for await (const job of jobRunner.watch(jobId, new AbortController().signal)) {
    if (job.state === 'failed') throw new Error(job.error?.message);
  }
}

/** Once such a file is known. */
async function teach(): Promise<void> {
  drop('premier.csv', `${header}A1;Stage de premier fichier\n`);
  await lookTwice();
  await importByHand('premier.csv');
  await service.look();
}

describe('the watched folder', () => {
  it('waits for a person with a first file, and then takes the next ones by itself, in their place', async () => {
    drop('premier.csv', `${header}A1;Stage de premier fichier\n`);
    await lookTwice();
    expect(waiting()).toEqual([['premier.csv', 'unknown-header']]);
    expect(imports()).toEqual([]);
    await importByHand('premier.csv');
    await service.look();
    expect([waiting(), lying(takenFolder)]).toEqual([[], ['premier.csv']]);

    drop('offres de mai.csv', `${header}A2;Stage de mai\nA3;Alternance de mai\n`);
    await lookTwice();
    expect(titles()).toEqual(['Stage de premier fichier', 'Stage de mai', 'Alternance de mai']);
    expect(lying(takenFolder)).toEqual(['offres de mai.csv', 'premier.csv']);
    expect(imports().map(({ fileName, isWatched, state }) => [fileName, isWatched, state])).toEqual([
      ['offres de mai.csv', true, 'committed'],
      ['premier.csv', true, 'committed'],
    ]);
  });

  it('takes a file like one that was imported elsewhere as it was understood', async () => {
    const usual = 'Référence;Intitulé;Ville\n';
    const elsewhere = join(place, 'mars.csv');
    writeFileSync(elsewhere, `${usual}B1;Stage de mars;Lyon\n`);
    drop('avril.csv', `${usual}B2;Stage d’avril;Lyon\n`);
    await lookTwice();
    expect(waiting()).toEqual([['avril.csv', 'unknown-header']]);
    await importFile(fileStore.adopt(elsewhere), null);
    await service.look();
    expect([waiting(), titles()]).toEqual([[], ['Stage de mars', 'Stage d’avril']]);
  });

  it('takes no file that still grows, that a program is at, or that lies in a subfolder', async () => {
    await teach();
    drop('gros.csv', `${header}B1;Stage un\n`);
    drop('~$gros.csv', 'x');
    drop('gros.csv.part', 'x');
    mkdirSync(join(folder, 'archives'));
    await service.look();
    expect(waiting()).toEqual([['gros.csv', 'arriving']]);
    // Nobody would know otherwise why nothing of it is taken; those of the application's own are no news.
    expect(service.state().subfolders).toEqual(['archives']);
    nowMs += 5_000;
    drop('gros.csv', `${header}B1;Stage un\nB2;Stage deux\n`);
    await service.look();
    expect(waiting()).toEqual([['gros.csv', 'arriving']]);
    nowMs += 5_000;
    await service.look();
    expect(titles()).toEqual(['Stage de premier fichier', 'Stage un', 'Stage deux']);
  });

  it('refuses what cannot be read with a note that says why, and keeps every file', async () => {
    await teach();
    const cut = `${header}C1;"Stage sans fin\nC2;Autre\n`;
    drop('coupé.csv', cut);
    await lookTwice();
    drop('coupé.csv', cut);
    await lookTwice();
    expect(lying(refusedFolder)).toEqual(['coupé (2).csv', 'coupé (2).csv.txt', 'coupé.csv', 'coupé.csv.txt']);
    expect(readFileSync(join(folder, refusedFolder, 'coupé.csv'), 'utf8')).toBe(cut);
    const note = readFileSync(join(folder, refusedFolder, 'coupé.csv.txt'), 'utf8');
    expect(note).toContain('Un guillemet ouvert n’est jamais refermé (ligne 2, colonne');
    expect(note).toContain('Rien n’a été changé');
    expect(titles()).toEqual(['Stage de premier fichier']);
  });

  it('leaves what it is not sure of: rows that do not suit, a package of another university', async () => {
    await teach();
    drop('autre.csv', `${header}D1;\nD2;\nD3;Stage\n`);
    drop('don.smartrecruiting', 'PK');
    await lookTwice();
    await service.look();
    expect(waiting()).toEqual([
      ['autre.csv', 'doubtful'],
      ['don.smartrecruiting', 'package'],
    ]);
    expect(titles()).toEqual(['Stage de premier fichier']);
    expect((await service.open('don.smartrecruiting')).isPackage).toBe(true);
    await expect(service.open('../secret.csv')).rejects.toMatchObject({ reason: 'file-missing' });
  });

  it('takes a file once when the application dies behind the import, and again when it dies before', async () => {
    await teach();
    const content = `${header}E1;Stage unique\n`;
    drop('unique.csv', content);
    const { mtime } = statSync(join(folder, 'unique.csv'));
    await lookTwice();
    // As if the process had been killed between the import and the move.
    renameSync(join(folder, takenFolder, 'unique.csv'), join(folder, 'unique.csv'));
    utimesSync(join(folder, 'unique.csv'), mtime, mtime);
    const count = imports().length;
    await stop();
    await start();
    await lookTwice();
    expect([imports().length, lying(takenFolder)]).toEqual([count, ['premier.csv', 'unique.csv']]);

    drop('mort.csv', `${header}F1;Stage du lendemain\n`);
    const { size, mtimeMs } = statSync(join(folder, 'mort.csv'));
    const watched = JSON.stringify({ name: 'mort.csv', sizeBytes: size, modifiedMs: Math.round(mtimeMs) });
    await database.write((db) => {
      db.prepare(
        `insert into import (kind, file_name, state, created_at, watched_file)
         values ('offers', 'mort.csv', 'reading', '2026-03-02T09:00:00.000Z', :watched)`,
      ).run({ watched });
    });
    await lookTwice();
    expect(waiting()).toEqual([['mort.csv', 'being-imported']]);
    await stop();
    await start();
    await lookTwice();
    expect(titles()).toEqual(['Stage de premier fichier', 'Stage unique', 'Stage du lendemain']);
    expect(waiting()).toEqual([]);
  });

  it('never imports by itself what a person has undone', async () => {
    await teach();
    drop('retour.csv', `${header}G1;Stage retiré\n`);
    const { mtime } = statSync(join(folder, 'retour.csv'));
    await lookTwice();
    const [last] = imports();
    if (!last) throw new Error('Nothing was imported.');
    const jobId = await services.importService.undo(last.id);
    for await (const job of jobRunner.watch(jobId, new AbortController().signal)) expect(job.state).not.toBe('failed');
    drop('retour.csv', `${header}G1;Stage retiré\n`);
    utimesSync(join(folder, 'retour.csv'), mtime, mtime);
    await lookTwice();
    expect([waiting(), titles()]).toEqual([[['retour.csv', 'not-imported']], ['Stage de premier fichier']]);
  });

  it.each(['failed', 'cancelled'])('leaves to a person what %s, also after a restart', async (state) => {
    await teach();
    drop('fin.csv', `${header}G1;Stage arrêté\n`);
    const { size, mtimeMs } = statSync(join(folder, 'fin.csv'));
    const watched = JSON.stringify({ name: 'fin.csv', sizeBytes: size, modifiedMs: Math.round(mtimeMs) });
    await database.write((db) => {
      db.prepare(
        `insert into import (kind, file_name, state, created_at, watched_file)
         values ('offers', 'fin.csv', :state, '2026-03-02T09:00:00.000Z', :watched)`,
      ).run({ state, watched });
    });
    await stop();
    await start();
    await lookTwice();
    expect([waiting(), titles()]).toEqual([[['fin.csv', 'not-imported']], ['Stage de premier fichier']]);
  });

  it('survives a share that goes away, and watches again when it is back', async () => {
    await teach();
    const away = join(place, 'parti');
    renameSync(folder, away);
    await service.look();
    expect(service.state()).toMatchObject({ folder, isReachable: false });
    renameSync(away, folder);
    drop('revenu.csv', `${header}H1;Stage revenu\n`);
    await lookTwice();
    expect(service.state()).toMatchObject({ isReachable: true, waiting: [] });
    expect(titles()).toContain('Stage revenu');
  });

  it.each(['list', 'read', 'putAway'] as const)(
    'goes on when its share stops answering (%s), and later',
    async (what) => {
      await teach();
      drop('muet.csv', `${header}J1;Stage muet\n`);
      hangs = what;
      await lookTwice();
      expect(service.state()).toMatchObject({ folder, isReachable: false });
      expect(titles().includes('Stage muet')).toBe(what === 'putAway');
      if (what === 'read') {
        await expect(service.open('muet.csv')).rejects.toMatchObject({ reason: 'watched-folder-silent' });
      }
      hangs = null;
      await lookTwice();
      expect(service.state()).toMatchObject({ isReachable: true, waiting: [] });
      expect(titles()).toEqual(['Stage de premier fichier', 'Stage muet']);
      expect(lying(takenFolder)).toEqual(['muet.csv', 'premier.csv']);
    },
  );

  it.each([
    new AppError('unavailable', 'The disk is full.', 'disk-full', { path: 'ici' }),
    new AppError('internal', 'EIO: i/o error, read'),
    new Error('EEXIST: file already exists, mkdir'),
  ])('tries a file again that could not be copied: $message', async (failure) => {
    await teach();
    drop('plus tard.csv', `${header}K1;Stage plus tard\n`);
    copyFailure = failure;
    await lookTwice();
    expect(service.state().waiting).toMatchObject([
      { reason: 'not-copied', failure: { code: failure instanceof AppError ? failure.code : 'internal' } },
    ]);
    copyFailure = null;
    await service.look();
    expect([waiting(), titles()]).toEqual([[], ['Stage de premier fichier', 'Stage plus tard']]);
  });

  it('says of a file whose bytes cannot be had that it cannot be read', async () => {
    // A folder opens like a file on some systems, and has no bytes on any.
    mkdirSync(join(folder, 'dossier.csv'));
    const bytes = watchedHere.read(folder, 'dossier.csv')[Symbol.asyncIterator]();
    await expect(bytes.next()).rejects.toMatchObject({ code: 'unavailable', reason: 'file-unreadable' });
  });

  it('shows no file of a former folder that answers late', async () => {
    drop('ancien.csv', `${header}L1;Stage ancien\n`);
    let answer = (): void => undefined;
    listing = new Promise((resolve) => (answer = resolve));
    const looking = service.look();
    const other = join(place, 'autre');
    mkdirSync(other);
    await service.set(other);
    answer();
    await looking;
    expect(service.state()).toMatchObject({ folder: other, isReachable: true, waiting: [] });
  });

  it('is not chosen while it does not answer, and keeps nobody from closing', async () => {
    hangs = 'check';
    await expect(service.set(join(place, 'autre'))).rejects.toMatchObject({
      ...{ code: 'unavailable', reason: 'watched-folder-silent' },
      details: { folder: join(place, 'autre') },
    });
    expect(service.state().folder).toBe(folder);
    hangs = 'list';
    const end = service.keepOn();
    const looking = service.look();
    await end();
    await looking;
  });

  it('is off until it is asked for, and refuses a folder that it could not tidy', async () => {
    await service.set(null);
    drop('rien.csv', `${header}I1;Stage\n`);
    await lookTwice();
    expect(service.state()).toEqual({ folder: null, isReachable: true, waiting: [], subfolders: [] });
    for (const wrong of ['relatif', join(place, 'absent')]) {
      await expect(service.set(wrong)).rejects.toMatchObject({ reason: 'folder-unwatchable' });
    }
  });
});
