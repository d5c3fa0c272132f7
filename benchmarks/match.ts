import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { embedTexts, vectorAt } from '../src/main/core/embeddings/embedding-service';
import { matchFiles, type MatchFilesParts } from '../src/main/core/matching/match-files';
import type { MatchItem } from '../src/main/core/ports';
import { keepHeapSmall } from '../src/main/hosts/keep-heap-small';
import { writeOutput } from '../src/main/hosts/write-file';
import { batchThreadLimits, createEmbedder, createMatcher } from '../src/main/workers/adapters';
import { createCsvReader, csvThreadLimits } from '../src/main/workers/csv/csv-reader';
import { spawnProcess } from '../src/main/workers/spawn-process';
import { spawnThread } from '../src/main/workers/spawn-thread';
import type { RankingParameters } from '../src/shared/domain/score';
import { formationMatchText, offerMatchText, type MatchText } from '../src/shared/domain/text/match-text';
import { randomFrom } from './make-offers';
import { rankPlainly } from './rank-plainly';

// The one-shot match of many offers with all formations, its phases alone, and plain loops in place of the matching.
// Each measure has a process of its own, for its own peak of memory. On a shared machine CPU times say more than wall times.

const root = process.cwd();
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { offers: { type: 'string', default: '16000' }, formations: { type: 'string', default: '685' } },
});
const descriptionLength = 2_000;
/** The plain loops get this part of the offers, and their time is scaled up. */
const plainShare = 16;
const never = new AbortController().signal;
const nobody = { company: null, contact: null, city: null };

interface InventedOffer {
  readonly title: string;
  readonly description: string;
}

interface InventedFormation {
  readonly title: string;
  readonly diplomaType: string;
  readonly keywords: readonly string[];
  readonly description: string;
}

/** Offers and formations out of the sentences and titles of the sample university, always the same. */
function invent(): { readonly offers: readonly InventedOffer[]; readonly formations: readonly InventedFormation[] } {
  const random = randomFrom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // The index is in range.
  const cells = ['offers', 'formations'].flatMap((name) =>
    readFileSync(join(root, `data/samples/${name}.csv`), 'utf8')
      .split(/[;\r\n"]+/)
      .map((cell) => cell.trim()),
  );
  const sentences = cells.flatMap((cell) => cell.match(/[^.!?:]{30,}[.!?:]/g) ?? []);
  const titles = cells.filter((cell) => cell.length > 12 && cell.length < 70 && /^[A-ZÉÀ]/.test(cell));
  const describe = (): string => {
    let description = '';
    while (description.length < descriptionLength) description += `${pick(sentences)} `;
    return description.slice(0, descriptionLength);
  };
  return {
    formations: Array.from({ length: Number(values.formations) }, () => ({
      title: pick(titles),
      diplomaType: pick(['BUT', 'Licence', 'Master', 'Diplôme d’ingénieur']),
      keywords: Array.from({ length: 4 }, () => pick(titles)),
      description: describe(),
    })),
    offers: Array.from({ length: Number(values.offers) }, () => ({
      title: `${pick(titles)} (H/F)`,
      description: describe(),
    })),
  };
}

function writeFiles(folder: string): void {
  const { offers, formations } = invent();
  const offerRows = offers.map(({ title, description }, at) => `O${at},"${title}","${description}"`);
  const formationRows = formations.map(
    ({ title, diplomaType, keywords, description }, at) =>
      `F${at},"${title}",${diplomaType},"${keywords.join(' | ')}","${description}"`,
  );
  writeFileSync(join(folder, 'O.csv'), `id,title,description\n${offerRows.join('\n')}\n`);
  writeFileSync(join(folder, 'F.csv'), `id,title,diploma_type,keywords,description\n${formationRows.join('\n')}\n`);
}

function startWorkers(threads: number) {
  const entry = (name: string): string => resolve(import.meta.dirname, `${name}.js`);
  const inBatches = { args: [modelFolder], resourceLimits: batchThreadLimits };
  return {
    embedder: createEmbedder({
      table: spawnThread(entry('embed-worker'), inBatches),
      network: spawnProcess(entry('embed-process'), inBatches),
    }),
    matcher: createMatcher(spawnThread(entry('match-worker'), inBatches), { threads }),
    csvReader: createCsvReader(spawnThread(entry('csv-worker'), { resourceLimits: csvThreadLimits })),
  };
}

async function stopWorkers(workers: ReturnType<typeof startWorkers>): Promise<void> {
  await Promise.all([workers.embedder.dispose(), workers.matcher.dispose(), workers.csvReader.dispose()]);
}

/** What a process has taken so far, as Linux tells it; zeros elsewhere. */
function usageOf(pid: number): { readonly peakMb: number; readonly cpuSeconds: number } {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { peakMb: Math.round(Number(peak?.[1]) / 1_024), cpuSeconds: ticks / 100 };
  } catch {
    return { peakMb: 0, cpuSeconds: 0 };
  }
}

function childProcesses(): readonly number[] {
  try {
    return readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const startedMs = performance.now();
  const result = await work();
  return { seconds: rounded((performance.now() - startedMs) / 1_000), result };
}

type Measure = Readonly<Record<string, number>>;

/** The whole way from two files to one, with the application's own threads. */
async function measureOneShot(folder: string): Promise<Measure> {
  keepHeapSmall(); // As the command does.
  const workers = startWorkers(2);
  const parts: MatchFilesParts = { ...workers, writeOutput };
  const request = {
    offersPath: join(folder, 'O.csv'),
    formationsPath: join(folder, 'F.csv'),
    outputPath: join(folder, 'M.csv'),
    ...{ top: 20, minScore: 0 },
  };
  const { seconds } = await timed(() => matchFiles(parts, request, () => undefined, never));
  const all = [process.pid, ...childProcesses()].map(usageOf);
  await stopWorkers(workers);
  return {
    'wall s': seconds,
    'CPU s': rounded(all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)),
    'peak MB, all processes': all.reduce((sum, { peakMb }) => sum + peakMb, 0),
    processes: all.length,
  };
}

async function measureReading(folder: string): Promise<Measure> {
  const workers = startWorkers(1);
  const read = { kind: 'offers', format: null, mapping: null } as const;
  const measure = await phase(async () => {
    for await (const batch of workers.csvReader.read(join(folder, 'O.csv'), read, never)) void batch;
  });
  await stopWorkers(workers);
  return measure;
}

/** Wall and CPU time of one phase, all threads together. */
async function phase(work: () => unknown): Promise<Measure> {
  const before = process.cpuUsage();
  const { seconds } = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { 'wall s': seconds, 'CPU s': rounded((user + system) / 1e6) };
}

async function toItems(workers: ReturnType<typeof startWorkers>, texts: readonly MatchText[]): Promise<MatchItem[]> {
  const model = await workers.embedder.model();
  const items: MatchItem[] = [];
  for (let start = 0; start < texts.length; start += 512) {
    const batch = texts.slice(start, start + 512);
    const vectors = await embedTexts(workers.embedder, model, batch, never);
    batch.forEach((text, row) => {
      items.push({ id: start + row, ...text, vector: vectorAt(vectors, row, model.dimensions) });
    });
  }
  return items;
}

interface Prepared {
  readonly offers: readonly MatchItem[];
  readonly formations: readonly MatchItem[];
  readonly parameters: RankingParameters;
  readonly preparing: Measure;
  readonly embedding: Measure;
}

async function prepareAll(): Promise<Prepared> {
  const { offers, formations } = invent();
  let texts: readonly MatchText[] = [];
  const preparing = await phase(
    () => (texts = offers.map((offer) => offerMatchText({ ...offer, skills: [] }, nobody))),
  );
  const workers = startWorkers(1);
  const formationItems = await toItems(
    workers,
    formations.map((formation) => formationMatchText({ ...formation, skills: [], jobs: [] })),
  );
  let items: readonly MatchItem[] = [];
  const embedding = await phase(async () => (items = await toItems(workers, texts)));
  const { ranking: parameters } = await workers.embedder.model();
  await stopWorkers(workers);
  return { offers: items, formations: formationItems, parameters, preparing, embedding };
}

/** All pairs of vectors and texts that are there already, to the best twenty of each offer. */
async function measureMatching(threads: number): Promise<Measure> {
  const { offers, formations, parameters } = await prepareAll();
  const workers = startWorkers(threads);
  const corpus = { version: '1', formations, parameters };
  await workers.matcher.rank(corpus, offers.slice(0, 512), 20, never);
  const measure = await phase(async () => {
    for (let start = 0; start < offers.length; start += 1_024) {
      await workers.matcher.rank(corpus, offers.slice(start, start + 1_024), 20, never);
    }
  });
  await stopWorkers(workers);
  return measure;
}

/** From the pasted text of one offer to its ranking, everything loaded; the median of 50. */
async function measureOneOffer(): Promise<Measure> {
  const { offers, formations } = invent();
  const workers = startWorkers(1);
  const { ranking: parameters } = await workers.embedder.model();
  const texts = formations.map((formation) => formationMatchText({ ...formation, skills: [], jobs: [] }));
  const corpus = { version: '1', formations: await toItems(workers, texts), parameters };
  await workers.matcher.rank(corpus, await toItems(workers, texts.slice(0, 1)), 20, never);
  const seconds: number[] = [];
  for (const offer of offers.slice(0, 50)) {
    const startedMs = performance.now();
    const items = await toItems(workers, [offerMatchText({ ...offer, skills: [] }, nobody)]);
    await workers.matcher.rank(corpus, items, 20, never);
    seconds.push((performance.now() - startedMs) / 1_000);
  }
  await stopWorkers(workers);
  const median = seconds.sort((left, right) => left - right)[Math.floor(seconds.length / 2)] ?? 0;
  return { 'wall s': Math.round(median * 10_000) / 10_000 };
}

async function measurePlainLoops(): Promise<Measure> {
  const { offers, formations, parameters } = await prepareAll();
  const part = offers.slice(0, Math.ceil(offers.length / plainShare));
  const { seconds } = await timed(() => rankPlainly(part, formations, parameters, 20));
  return { 'wall s': rounded((seconds * offers.length) / part.length) };
}

const ways: Readonly<Record<string, (folder: string) => Promise<Measure>>> = {
  'one-shot match, file to file': measureOneShot,
  'reading alone': measureReading,
  'preparing texts alone, one thread': async () => (await prepareAll()).preparing,
  'embedding alone, one thread': async () => (await prepareAll()).embedding,
  'matching alone, one thread': () => measureMatching(1),
  'matching alone, two threads': () => measureMatching(2),
  'rival: matching in plain loops, without occupations': measurePlainLoops,
  'one pasted offer, median': measureOneOffer,
};

function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
  try {
    writeFiles(folder);
    const load = loadavg()[0] ?? 0;
    const options = ['--offers', values.offers, '--formations', values.formations];
    const measures = Object.keys(ways).map((way) => {
      const output = execFileSync(process.execPath, [process.argv[1] ?? '', way, folder, ...options], {
        encoding: 'utf8',
      });
      return [way, JSON.parse(output) as Measure] as const; // Printed by the lines below.
    });
    const result = {
      machine: { cpu: cpus()[0]?.model ?? '', cores: availableParallelism(), node: process.version, loadBefore: load },
      offers: Number(values.offers),
      formations: Number(values.formations),
      measures: Object.fromEntries(measures),
    };
    mkdirSync(join(root, 'bench-results'), { recursive: true });
    writeFileSync(join(root, 'bench-results/match.json'), `${JSON.stringify(result, null, 2)}\n`);
    console.log(
      `${values.offers} offers × ${values.formations} formations; load of the machine before: ${load.toFixed(1)}`,
    );
    console.table(result.measures);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [way, folder] = positionals;
if (way === undefined) measureAll();
else process.stdout.write(JSON.stringify(await ways[way]?.(folder ?? '')));
