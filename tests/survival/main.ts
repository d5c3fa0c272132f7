import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runBitFlips } from './bit-flips';
import { runConversionKills } from './conversion-kills';
import { runFullDisk } from './full-disk';
import { runKills } from './kills';
import { runPowerCuts } from './power-cuts';
import { runRecoveries } from './recoveries';
import { copyFolder, encryptFolder, makeStartFolder, type SurvivalPlace } from './run-office';

// `npm run survival`: what the application was made to survive, with a table at the end and the figures as JSON in
// bench-results/. Each series is left out when its number is 0.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    encrypted: { type: 'boolean', default: false },
    conversions: { type: 'string', default: '500' },
    cuts: { type: 'string', default: '10000' },
    flips: { type: 'string', default: '1000' },
    recoveries: { type: 'string', default: '500' },
    writes: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261122' },
  },
});
const seed = Number(values.seed);
const rootDir = process.cwd();
const entriesDir = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-survival-'));
const place: SurvivalPlace = { rootDir, entriesDir, officeEntry: join(entriesDir, 'office.js'), folder };
const report: Record<string, unknown> = { seed, measuredAt: new Date().toISOString() };
try {
  const startDir = await makeStartFolder(place);
  if (Number(values.kills) > 0) {
    const kills = Number(values.kills);
    const dataDir = join(folder, 'start of kills');
    copyFolder(startDir, dataDir);
    const killed = values.encrypted ? await encryptFolder(place, dataDir) : place;
    const isEncrypted = values.encrypted;
    report['kills'] = {
      isEncrypted,
      ...(await runKills(killed, dataDir, { kills, seed, tell: telling(kills, 'kills') })),
    };
  }
  if (Number(values.conversions) > 0) {
    const kills = Number(values.conversions);
    report['conversions'] = await runConversionKills(place, startDir, {
      ...{ kills, seed },
      tell: telling(kills, 'conversions'),
    });
  }
  if (Number(values.cuts) > 0) {
    const cuts = Number(values.cuts);
    report['powerCuts'] = await runPowerCuts(place, startDir, { cuts, seed, tell: telling(cuts, 'power cuts') });
  }
  if (Number(values.flips) > 0) {
    const flips = Number(values.flips);
    report['bitFlips'] = await runBitFlips(place, startDir, { flips, seed, tell: telling(flips, 'bits in each file') });
  }
  if (Number(values.recoveries) > 0) {
    const cases = Number(values.recoveries);
    report['recoveries'] = await runRecoveries(place, startDir, { cases, seed, tell: telling(cases, 'recoveries') });
  }
  if (Number(values.writes) > 0) {
    const most = Number(values.writes);
    report['fullDisk'] = await runFullDisk(place, startDir, {
      most,
      every: 1,
      tell: telling(most, 'writes that fail'),
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
/** Says every hundredth how far a series is. */
function telling(all: number, what: string): (done: number) => void {
  return (done) => {
    if (done % 100 === 0 || done === all) process.stderr.write(`${done} of ${all} ${what}\n`);
  };
}

const out = resolve(rootDir, 'bench-results');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'survival.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report, null, 2));
if (hasFaults(report)) process.exitCode = 1;

/** Whether anything was lost, half done or not noticed in any of the series. */
function hasFaults(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, part]) =>
      (name === 'faults' && Array.isArray(part) && part.length > 0) ||
      (name === 'unnoticed' && part !== 0) ||
      hasFaults(part),
  );
}
