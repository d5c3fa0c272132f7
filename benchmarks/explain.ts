import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { embedTexts } from '../src/main/core/embeddings/embedding-service';
import { explainPair, readFormations, readOffers } from '../src/main/core/matching/explain-pair';
import { openSkillFinder } from '../src/main/core/reading/skill-finder-service';
import { createEmbedder, createMatcher } from '../src/main/workers/adapters';
import { readFileRows } from '../src/main/workers/csv/read-rows';
import { spawnThread } from '../src/main/workers/spawn-thread';
import { wordWeights } from '../src/shared/domain/explanation/word-weights';
import { formationMatchText, offerMatchText } from '../src/shared/domain/text/match-text';

// What the reasons of a pair take: an offer that was never seen (read, cut, embedded, named), and a pair of two texts
// that were taken apart before. CPU time of this process is given beside: the machine may be shared.

const root = process.cwd();
const never = new AbortController().signal;
const entry = (name: string): string => resolve(import.meta.dirname, `${name}.js`);
const args = [join(root, 'models/smart-recruiting-fr-v1')];

async function rowsOf(kind: 'offers' | 'formations') {
  const rows = [];
  const path = join(root, `data/samples/${kind}.csv`);
  for await (const batch of readFileRows(path, { kind, format: null, mapping: null }, never)) rows.push(...batch.rows);
  return rows;
}

function percentile(sorted: readonly number[], part: number): number {
  return Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 100) / 100;
}

async function measure() {
  const spawn = spawnThread(entry('embed-worker'), { args });
  const embedder = createEmbedder({ table: spawn, network: spawn });
  const matcher = createMatcher(spawnThread(entry('match-worker'), { args }));
  const parts = { embedder, matcher, skillFinder: openSkillFinder(join(root, 'data/reference')) };
  try {
    const model = await embedder.model();
    const formations = (await rowsOf('formations')).flatMap(({ draft }) =>
      draft?.kind === 'formations' ? [draft.formation] : [],
    );
    const texts = formations.map((formation) => formationMatchText(formation));
    const vectors = await embedTexts(embedder, model, texts, never);
    const explained = await readFormations(parts, model, formations, vectors, never);
    const weightOf = wordWeights(texts.map(({ title, body }) => `${title} ${body}`));
    const offerMs: number[] = [];
    const pairMs: number[] = [];
    let pairCpuMs = 0;
    for (const { draft } of await rowsOf('offers')) {
      if (draft?.kind !== 'offers') continue;
      const { companyName: company, contactName: contact } = draft.contact;
      const offer = { ...draft.offer, company, contact };
      const startedMs = performance.now();
      const vector = await embedTexts(embedder, model, [offerMatchText(offer, offer)], never);
      const [read] = await readOffers(parts, model, [offer], vector, never);
      offerMs.push(performance.now() - startedMs);
      if (!read) continue;
      const cpu = process.threadCpuUsage();
      for (const formation of explained) {
        const pairStartedMs = performance.now();
        explainPair(read, formation, { semantic: 0.5, lexical: 0.1 }, model, weightOf);
        pairMs.push(performance.now() - pairStartedMs);
      }
      pairCpuMs += process.threadCpuUsage(cpu).user / 1_000;
    }
    const summary = (times: number[]) => {
      times.sort((one, two) => one - two);
      return { count: times.length, medianMs: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
    };
    return {
      'an offer, taken apart': { ...summary(offerMs), cpuMs: null },
      'a pair, compared': { ...summary(pairMs), cpuMs: Math.round((pairCpuMs / pairMs.length) * 1_000) / 1_000 },
    };
  } finally {
    await Promise.all([embedder.dispose(), matcher.dispose()]);
  }
}

const results = await measure();
console.table(results);
const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, load: loadavg()[0] ?? 0, node: process.version };
const target = join(root, 'bench-results');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'explain.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
console.log(
  `bench-results/explain.json, model ${readFileSync(join(args[0] ?? '', 'manifest.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1] ?? ''}`,
);
