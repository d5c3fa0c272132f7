import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { labelledOffers, readingFields, tallyReadings, type Tally } from '../tests/support/reading-gold';
import { embedTexts } from '../src/main/core/embeddings/embedding-service';
import type { EmbeddingModel } from '../src/main/core/ports';
import { openSkillFinder } from '../src/main/core/reading/skill-finder-service';
import { startWorkers, type Workers } from '../src/main/hosts/start-workers';
import { resolvePaths } from '../src/main/hosts/paths';
import { parseContract, strongestContract } from '../src/shared/domain/cells/parse-contract';
import { parseSeniority } from '../src/shared/domain/cells/parse-words';
import type { OccupationProposal } from '../src/shared/domain/reading/occupation-proposal';
import { domainCodeOf } from '../src/shared/domain/reading/propose-occupations';
import { readText } from '../src/shared/domain/reading/read-text';
import { readPlainTable } from '../src/shared/domain/plain-table';
import { isInsufficient } from '../src/shared/domain/text/is-insufficient';
import { offerMatchText } from '../src/shared/domain/text/match-text';

// How often what is read in an offer is right. Skills, levels and terms on the labelled offers of the sample, half by
// half: the rules were tuned on one of them. Occupations, contract and seniority on real offers, where they are there;
// the codes and columns of those were filled by employers and are often wrong themselves.

const root = process.cwd();
const referenceDir = join(root, 'data/reference');
const realOffers = join(root, '../shared/data/offers/offers_dev.csv');
const finder = openSkillFinder(referenceDir);
/** Half of the real offers are of three occupations of computing: a second figure takes at most so many of each. */
const mostOfParent = 20;
const batchSize = 256;
const never = new AbortController().signal;

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function measureLabelled() {
  return (['tuning', 'held-out'] as const).map((half) => {
    const offers = labelledOffers(root).filter((offer) => offer.half === half);
    return { half, offers: offers.length, fields: tallyReadings(finder, offers) };
  });
}

function showLabelled(halves: ReturnType<typeof measureLabelled>): void {
  console.log('\nLabelled offers of the sample: precision / recall (read, labelled)');
  const cell = ({ read, right, found, labelled }: Tally): string =>
    `${percent(right, read)} / ${percent(found, labelled)} (${read}, ${labelled})`.padEnd(34);
  console.log(`${''.padEnd(14)}${halves.map(({ half, offers }) => `${half}, ${offers} offers`.padEnd(34)).join('')}`);
  for (const field of readingFields)
    console.log(`${field.padEnd(14)}${halves.map(({ fields }) => cell(fields[field])).join('')}`);
}

/** CPU milliseconds for 2,000 characters, after a first round that nobody counts. */
function measureSpeed(texts: readonly string[]) {
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const timeOf = (work: (text: string) => unknown): number => {
    for (const text of texts) work(text);
    const before = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / (letters / 2_000);
  };
  return { skillsMs: timeOf((text) => finder.skillsIn(text)), allMs: timeOf((text) => readText(finder, '', text)) };
}

interface RealOffer {
  readonly title: string;
  readonly description: string;
  readonly parent: string;
  readonly contract: string | null;
  readonly seniority: string | null;
}

function readRealOffers(): readonly RealOffer[] {
  const occupations = readPlainTable(readFileSync(join(referenceDir, 'rome-occupations.csv'), 'utf8'), [
    'code',
    'label',
    'parent_code',
  ]);
  const parents = new Map(occupations.map(({ code, parent_code: parent }) => [code, parent || code]));
  const { data } = Papa.parse<Record<string, string>>(readFileSync(realOffers, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.flatMap((row) => {
    const parent = parents.get(row['romeCode'] ?? '');
    if (parent === undefined) return [];
    const contracts = [row['typeContrat'], row['natureContrat'], row['alternance'] === 'True' ? 'alternance' : '']
      .map((cell) => parseContract(cell ?? ''))
      .filter((contract) => contract !== undefined);
    const seniority = parseSeniority(row['experience'] ?? '') ?? null;
    return [
      {
        title: row['intitule'] ?? '',
        description: row['description'] ?? '',
        parent,
        contract: strongestContract(contracts),
        seniority,
      },
    ];
  });
}

async function occupationsOf(
  { embedder, matcher }: Workers,
  model: EmbeddingModel,
  offers: readonly RealOffer[],
): Promise<readonly (readonly OccupationProposal[])[]> {
  const found: (readonly OccupationProposal[])[] = [];
  const nobody = { company: null, contact: null, city: null };
  for (let from = 0; from < offers.length; from += batchSize) {
    const texts = offers.slice(from, from + batchSize).map((offer) => offerMatchText({ ...offer, skills: [] }, nobody));
    const vectors = await embedTexts(embedder, model, texts, never);
    const named = model.ranking.occupation && (await matcher.occupations(vectors, model.ranking.occupation, never));
    texts.forEach((text, row) => found.push(isInsufficient(text) ? [] : (named?.[row] ?? [])));
  }
  return found;
}

interface Judged {
  readonly offer: RealOffer;
  readonly occupations: readonly OccupationProposal[];
}

function judgeOccupations(judged: readonly Judged[]) {
  const withAny = judged.filter(({ occupations }) => occupations.length > 0);
  const among = (top: number): number =>
    withAny.filter(({ offer, occupations }) => occupations.slice(0, top).some(({ code }) => code === offer.parent))
      .length;
  return { offers: judged.length, proposed: withAny.length, first: among(1), firstThree: among(3) };
}

/** How often proposals of a certain part are right. */
function calibrate(judged: readonly Judged[]) {
  const bounds = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01];
  return bounds.slice(1).map((to, at) => {
    const from = bounds[at] ?? 0;
    const inside = judged.flatMap(({ offer, occupations }) =>
      occupations
        .slice(0, 3)
        .filter(({ part }) => part >= from && part < to)
        .map(({ code }) => code === offer.parent),
    );
    const domains = judged.flatMap(({ offer, occupations }) => {
      const domain = domainCodeOf(occupations, 0);
      return domain && domain.part >= from && domain.part < to ? [domain.code === offer.parent.slice(0, 3)] : [];
    });
    const rightOf = (list: readonly boolean[]) => ({ count: list.length, right: list.filter(Boolean).length });
    return { from, to: Math.min(to, 1), occupations: rightOf(inside), domains: rightOf(domains) };
  });
}

function judgeRules(offers: readonly RealOffer[]) {
  const tally = { contract: { read: 0, labelled: 0, right: 0 }, seniority: { read: 0, labelled: 0, right: 0 } };
  for (const { title, description, contract, seniority } of offers) {
    const reading = readText(finder, title, description);
    for (const [name, read, label] of [
      ['contract', reading.contractType?.value ?? null, contract],
      ['seniority', reading.seniority?.value ?? null, seniority],
    ] as const) {
      if (label === null) continue;
      tally[name].labelled += 1;
      tally[name].read += Number(read !== null);
      tally[name].right += Number(read === label);
    }
  }
  return tally;
}

async function measureReal() {
  if (!existsSync(realOffers)) return null;
  const offers = readRealOffers();
  const workers = startWorkers({ ...resolvePaths(null), entriesDir: import.meta.dirname }, console);
  try {
    const model = await workers.embedder.model(never);
    const occupations = await occupationsOf(workers, model, offers);
    const judged = offers.map((offer, at): Judged => ({ offer, occupations: occupations[at] ?? [] }));
    const counts = new Map<string, number>();
    const even = judged.filter(({ offer: { parent } }) => {
      counts.set(parent, (counts.get(parent) ?? 0) + 1);
      return (counts.get(parent) ?? 0) <= mostOfParent;
    });
    return {
      modelId: model.id,
      all: judgeOccupations(judged),
      even: judgeOccupations(even),
      calibration: calibrate(even),
      rules: judgeRules(offers),
    };
  } finally {
    await workers.dispose();
  }
}

function showReal(real: NonNullable<Awaited<ReturnType<typeof measureReal>>>): void {
  console.log('\nROME parents of real offers: first right / among the first three');
  for (const [name, { offers, proposed, first, firstThree }] of [
    ['all', real.all],
    [`at most ${mostOfParent} a parent`, real.even],
  ] as const) {
    console.log(
      `${name.padEnd(22)}${percent(first, proposed)} / ${percent(firstThree, proposed)} (${proposed} of ${offers} offers)`,
    );
  }
  console.log(`\nRight by the part that is said (at most ${mostOfParent} a parent): occupations, domain`);
  for (const { from, to, occupations, domains } of real.calibration) {
    const cell = ({ count, right }: { count: number; right: number }): string =>
      `${percent(right, count)} of ${count}`.padEnd(20);
    console.log(`${from.toFixed(1)}–${to.toFixed(1)}   ${cell(occupations)}${cell(domains)}`);
  }
  console.log('\nRules against the columns of real offers: right of what was read (read, filled in)');
  for (const [name, { read, right, labelled }] of Object.entries(real.rules)) {
    console.log(`${name.padEnd(14)}${percent(right, read)} (${read}, ${labelled})`);
  }
}

const labelled = measureLabelled();
showLabelled(labelled);
const speed = measureSpeed(labelledOffers(root).map(({ description }) => description));
console.log(
  `\nCPU for 2,000 characters: skills ${speed.skillsMs.toFixed(2)} ms, everything ${speed.allMs.toFixed(2)} ms`,
);
const real = await measureReal();
if (real) showReal(real);
else console.log('\nNo real offers here: occupations were not measured.');
mkdirSync(join(root, 'bench-results'), { recursive: true });
writeFileSync(join(root, 'bench-results/reading.json'), `${JSON.stringify({ labelled, speed, real }, null, 2)}\n`);
