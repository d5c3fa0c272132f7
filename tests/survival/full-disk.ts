import { join } from 'node:path';
import { openDatabase } from '../../src/main/core/db/open';
import { errorReasons } from '../../src/shared/domain/app-error';
import { faultsOf, faultsOfBackups } from './examine';
import { copyFolder, startOffice, writeOffersOf, type SurvivalPlace } from './run-office';

const rows = 120;
const tag = 'plein';

export interface FullDiskReport {
  /** At how many writes the disk became full; the last import met none. */
  readonly writes: number;
  /** What the person was told, and how often; `succeeded` where the import did not need the write that failed. */
  readonly told: Record<string, number>;
  readonly faults: string[];
}

/**
 * Imports a file again and again; each time the disk is full from one write of each thread later on, or only at that one
 * write. Ends with the first import that no longer meets it, or after `most` writes. `every` leaves some out.
 */
export async function runFullDisk(
  place: SurvivalPlace,
  startDir: string,
  { most, every, tell }: { readonly most: number; readonly every: number; readonly tell: (done: number) => void },
): Promise<FullDiskReport> {
  const path = join(place.folder, 'full.csv');
  writeOffersOf(path, tag, rows);
  const told: Record<string, number> = {};
  const faults: string[] = [];
  let writes = 0;
  for (let at = 1; at <= most; at += every) {
    const outcomes: string[] = [];
    for (const when of [`${at}+`, `${at}`]) {
      const { outcome, found } = await importOnFullDisk(place, startDir, path, when);
      outcomes.push(outcome);
      told[outcome] = (told[outcome] ?? 0) + 1;
      for (const fault of found) faults.push(`full at write ${when}: ${fault}`);
    }
    writes = at;
    tell(at);
    if (outcomes.every((outcome) => outcome === 'succeeded')) break;
  }
  return { writes, told, faults };
}

async function importOnFullDisk(place: SurvivalPlace, startDir: string, path: string, when: string) {
  const dataDir = join(place.folder, 'full');
  copyFolder(startDir, dataDir);
  const migrationsDir = join(place.rootDir, 'resources/migrations');
  const under = [
    'strace',
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-e',
    'trace=pwrite64',
    '-e',
    'signal=none',
    '-o',
    '/dev/null',
  ];
  const office = startOffice(place, {
    ...{ dataDir, migrationsDir },
    works: [{ kind: 'open' }, { kind: 'import', of: 'offers', path }],
    under: [...under, '-e', `inject=pwrite64:error=ENOSPC:when=${when}`],
  });
  let outcome = 'ended without a word';
  for await (const { state, index, answer } of office.said) {
    if (state === 'begin' || (state === 'done' && index === 0)) continue;
    outcome = state === 'failed' ? (answer ?? '') : 'succeeded';
    break;
  }
  await office.kill();
  const found = faultsOfBackups(dataDir, new Set());
  const isTold = outcome === 'succeeded' || errorReasons.some((reason) => reason === outcome);
  if (!isTold) found.push(`said ${outcome}`);
  const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  found.push(...faultsOf(database));
  const count = Number(
    database.read.prepare('select count(*) from offer where external_id glob ?').pluck().get(`${tag}-*`),
  );
  await database.close();
  if (count !== 0 && count !== rows) found.push(`${count} of ${rows} offers`);
  if (outcome === 'succeeded' && count !== rows) found.push('said to have succeeded, and is not there');
  return { outcome, found };
}
