import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { holdDataKey, type DataKey } from '../../src/main/core/db/data-keys';
import { openDatabase } from '../../src/main/core/db/open';
import { wantKey } from '../../src/main/core/db/wanted-key';
import { makeDataKey } from '../../src/main/core/encryption/key-file';
import { saidSchema, type Orders, type Said, type Work } from './office-orders';

/** What a series needs: where the built office and its workers lie, and a folder for everything that it writes. */
export interface SurvivalPlace {
  readonly rootDir: string;
  readonly entriesDir: string;
  readonly officeEntry: string;
  readonly folder: string;
  /** Of data that are encrypted. */
  readonly keys?: readonly DataKey[];
}

export interface Office {
  readonly child: ChildProcess;
  /** What it says, in order; ends when it is gone. */
  readonly said: AsyncIterable<Said>;
  kill(): Promise<void>;
}

export interface OfficeRun {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly works: readonly Work[];
  readonly digests?: boolean;
  /** A program that the office runs under, with its arguments. */
  readonly under?: readonly string[];
}

/** Starts the office on a data folder; it goes on until it is killed. */
export function startOffice(place: SurvivalPlace, run: OfficeRun): Office {
  const { dataDir, migrationsDir, works, digests = false, under = [] } = run;
  const { rootDir, entriesDir, keys = [] } = place;
  const orders: Orders = { dataDir, rootDir, entriesDir, migrationsDir, keys: [...keys], works: [...works], digests };
  const [program = '', ...args] = [...under, process.execPath, place.officeEntry, JSON.stringify(orders)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stderr?.on('data', () => undefined);
  const gone = once(child, 'exit');
  return {
    child,
    said: lines(child),
    async kill() {
      // The whole group: what it runs under as well.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

async function* lines(child: ChildProcess): AsyncGenerator<Said> {
  if (!child.stdout) return;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) yield saidSchema.parse(JSON.parse(line));
  }
}

/** Does all works and ends the office by itself; the answers by index. Throws when one fails. */
export async function completeOffice(place: SurvivalPlace, run: OfficeRun): Promise<readonly Said[]> {
  const office = startOffice(place, run);
  const done: Said[] = [];
  for await (const said of office.said) {
    if (said.state === 'failed') {
      await office.kill();
      throw new Error(`${run.works[said.index]?.kind}: ${said.answer}`);
    }
    if (said.state === 'done') done.push(said);
    if (done.length === run.works.length) await office.kill();
  }
  return done;
}

/** Writes a file of invented offers whose references begin with `tag`. */
export function writeOffersOf(path: string, tag: string, count: number): void {
  const rows = Array.from({ length: count }, (_, index) => {
    const text = `Vous suivez le dossier ${tag}-${index}, rédigez les comptes rendus et préparez les réunions. `;
    return `${tag}-${index};Assistant de gestion ${index};${text.repeat(8)};Société ${tag} ${index % 40};Stage;Valmont`;
  });
  const header = 'référence;intitulé;description;entreprise;type de contrat;ville';
  writeFileSync(path, `\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
}

/** The tag of the offers that every series begins with, and how many there are. */
export const startTag = 'debut';
export const startCount = 300;

/** A closed data folder with formations, offers, rankings and one backup, which series copy and then mistreat. */
export async function makeStartFolder(place: SurvivalPlace): Promise<string> {
  const dataDir = join(place.folder, 'start');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const offers = join(place.folder, 'start.csv');
  writeOffersOf(offers, startTag, startCount);
  await completeOffice(place, {
    dataDir,
    migrationsDir: join(place.rootDir, 'resources/migrations'),
    works: [
      { kind: 'open' },
      { kind: 'import', of: 'formations', path: join(place.rootDir, 'data/samples/formations.csv') },
      { kind: 'import', of: 'offers', path: offers },
      { kind: 'match', threshold: 0.1 },
      { kind: 'backup' },
      { kind: 'close' },
    ],
  });
  return dataDir;
}

/** Encrypts a closed data folder, but for its backups; what opens it and what is made in it from then on. */
export async function encryptFolder(place: SurvivalPlace, dataDir: string): Promise<SurvivalPlace> {
  const key = makeDataKey();
  holdDataKey(key);
  wantKey(dataDir, key.id);
  const migrationsDir = join(place.rootDir, 'resources/migrations');
  await openDatabase({ dataDir, migrationsDir, now: new Date() }).close();
  return { ...place, keys: [key] };
}

export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
