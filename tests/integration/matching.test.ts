import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embedTexts, vectorAt } from '../../src/main/core/embeddings/embedding-service';
import { createEmbedder, createMatcher, type Disposable } from '../../src/main/workers/adapters';
import { loadTable } from '../../src/main/workers/embed/load-table';
import { readPieceTable } from '../../src/main/workers/embed/onnx-table';
import { loadNetwork } from '../../src/main/workers/embed/pipeline';
import type { SpawnWorker, WorkerConnection } from '../../src/main/workers/lazy-worker';
import { spawnProcess } from '../../src/main/workers/spawn-process';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import type { Embedder, Matcher } from '../../src/main/core/ports';
import genderForms from '../../src/shared/domain/text/gender-forms.json';
import { offerMatchText, type MatchText } from '../../src/shared/domain/text/match-text';
import { prepareText } from '../../src/shared/domain/text/prepare-text';
import { buildEntries } from '../support/build-entry';

// The built workers and the real model, as the application runs them.
const root = resolve(import.meta.dirname, '../..');
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');
const never = new AbortController().signal;

let folder = '';
let entries: Record<'embed' | 'network' | 'match', string>;
beforeAll(async () => {
  entries = await buildEntries('matching', {
    embed: 'src/main/workers/embed/entry.ts',
    network: 'src/main/workers/embed/network-entry.ts',
    match: 'src/main/workers/match/entry.ts',
  });
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const spawnTable = (model = modelFolder): SpawnWorker => spawnThread(entries.embed, { args: [model] });
const spawnNetwork = (): SpawnWorker => spawnProcess(entries.network, { args: [modelFolder] });
const realEmbedder = (model = modelFolder) => createEmbedder({ table: spawnTable(model), network: spawnNetwork() });

/** Keeps the connections that are made, so that a test can end one as a crash would. */
function watched(
  spawn: SpawnWorker,
): SpawnWorker & { readonly connections: (WorkerConnection & { closed: boolean })[] } {
  const connections: (WorkerConnection & { closed: boolean })[] = [];
  const spawnOne: SpawnWorker = () => {
    const connection = Object.assign(spawn(), { closed: false });
    connection.port.onClose(() => (connection.closed = true));
    connections.push(connection);
    return connection;
  };
  return Object.assign(spawnOne, { connections });
}

function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
}

function cosine(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let dot = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let at = 0; at < left.length; at += 1) {
    dot += (left[at] ?? 0) * (right[at] ?? 0);
    leftSquares += (left[at] ?? 0) ** 2;
    rightSquares += (right[at] ?? 0) ** 2;
  }
  return dot / (Math.sqrt(leftSquares * rightSquares) || 1);
}

describe('the embed workers', () => {
  it('gives the vectors of training', async () => {
    const cases = readJson(
      'models/smart-recruiting-fr-v1/verification.json',
      z.array(z.object({ text: z.string(), prepared: z.string(), vector: z.array(z.number()) })),
    );
    expect(cases.map(({ text }) => prepareText(text))).toEqual(cases.map(({ prepared }) => prepared));
    const embedder = realEmbedder();
    try {
      const { dimensions } = await embedder.model();
      const texts = cases.filter(({ prepared }) => prepared !== '');
      const vectors = await embedder.embed(
        texts.map(({ prepared }) => prepared),
        never,
      );
      const likeness = texts.map(({ vector }, row) => cosine(vector, vectorAt(vectors, row, dimensions)));
      expect(Math.min(...likeness)).toBeGreaterThan(0.999);
    } finally {
      await embedder.dispose();
    }
  });

  it('reads the table as the network does, on thousands of texts', async () => {
    const samples = ['offers', 'formations'].map((name) =>
      readFileSync(join(root, `data/samples/${name}.csv`), 'utf8'),
    );
    const sentences = [
      ...new Set(
        samples
          .join('\n')
          .split(/[;.\n]/)
          .map(prepareText),
      ),
    ];
    const odd = [
      '',
      'a',
      'xqzjw kqxz',
      'c++ c# 7',
      'comptable '.repeat(3_000),
      'mot trop long '.concat('x'.repeat(5_000)),
    ];
    const pairs = sentences.slice(1).map((sentence, at) => `${sentences[at] ?? ''} ${sentence}`);
    const texts = [...odd, sentences.slice(0, 400).join(' '), ...sentences, ...pairs].slice(0, 6_000);
    const fast = (await (await loadTable(modelFolder))?.encode(texts, never)) ?? new Float32Array(0);
    const slow = (await (await loadNetwork(modelFolder)).encode(texts, never)) ?? new Float32Array(0);
    let largest = 0;
    for (const [at, value] of slow.entries()) largest = Math.max(largest, Math.abs(value - (fast[at] ?? NaN)));
    expect([texts.length, slow.length]).toEqual([6_000, fast.length]);
    expect(largest).toBeLessThan(1e-6);
  });

  it('takes no other network for a table', () => {
    const network = readFileSync(join(modelFolder, 'onnx/model_quantized.onnx'));
    expect(readPieceTable(network)).not.toBeNull();
    const other = Buffer.from(network);
    other.write('Add', other.lastIndexOf('Mul'));
    expect(readPieceTable(other)).toBeNull();
    expect(readPieceTable(network.subarray(0, 100_000))).toBeNull();
    expect(readPieceTable(Buffer.alloc(0))).toBeNull();
  });

  it('starts the process only for what the table cannot embed', async () => {
    const network = watched(spawnNetwork());
    const embedder = createEmbedder({ table: spawnTable(), network });
    try {
      const prepared = await embedder.embed(['developpeur web'], never);
      expect(network.connections).toHaveLength(0);
      const raw = await embedder.embed(['Développeur (web)'], never);
      expect(network.connections).toHaveLength(1);
      expect(cosine(raw, prepared)).toBeGreaterThan(0.999999);
    } finally {
      await embedder.dispose();
    }
  });

  it.each([
    ['thread', () => spawnTable()],
    ['process', () => spawnNetwork()],
  ])('ends pending calls when the %s dies, and starts anew with the next one', async (_, spawnOne) => {
    const spawn = watched(spawnOne());
    const embedder = createEmbedder({ table: spawn, network: spawn });
    try {
      const pending = embedder.embed(new Array<string>(20_000).fill('developpeur web'), never);
      const failure = expect(pending).rejects.toMatchObject({ code: 'unavailable', reason: 'worker-stopped' });
      await spawn.connections[0]?.stop();
      await failure;
      expect((await embedder.embed(['comptable'], never)).length).toBe((await embedder.model()).dimensions);
      expect(spawn.connections).toHaveLength(2);
    } finally {
      await embedder.dispose();
    }
    expect(spawn.connections.map(({ closed }) => closed)).toEqual([true, true]);
  });

  it('is stopped when it has nothing to do, and is started again when it has', async () => {
    const spawn = watched(spawnTable());
    const embedder = createEmbedder({ table: spawn, network: spawnNetwork() }, 50);
    try {
      await embedder.embed(['comptable'], never);
      while (!spawn.connections[0]?.closed) await wait(20);
      await embedder.embed(['comptable'], never);
      expect(spawn.connections).toHaveLength(2);
    } finally {
      await embedder.dispose();
    }
  });

  it('refuses calls once it is let go of', async () => {
    const embedder = realEmbedder();
    await embedder.dispose();
    await expect(embedder.embed(['comptable'], never)).rejects.toMatchObject({ reason: 'worker-stopped' });
  });

  it.each([
    ['config.json', 'model-missing', (path: string) => rmSync(path)],
    ['manifest.json', 'model-missing', (path: string) => rmSync(path)],
    ['manifest.json', 'model-damaged', (path: string) => writeFileSync(path, '{')],
    ['tokenizer.json', 'model-damaged', (path: string) => writeFileSync(path, '{}')],
    [
      'onnx/model_quantized.onnx',
      'model-damaged',
      (path: string) => {
        const content = readFileSync(path);
        content[content.length >> 1] = 255 - (content[content.length >> 1] ?? 0);
        writeFileSync(path, content);
      },
    ],
  ])('tells that %s is wrong: %s', async (file, reason, harm) => {
    const copy = join(folder, 'model');
    cpSync(modelFolder, copy, { recursive: true });
    harm(join(copy, file));
    const embedder = realEmbedder(copy);
    try {
      await expect(embedder.model()).rejects.toMatchObject({ code: 'unavailable', reason, details: { file } });
      await expect(embedder.embed(['comptable'], never)).rejects.toMatchObject({ reason });
    } finally {
      await embedder.dispose();
      rmSync(copy, { recursive: true });
    }
  });
});

describe('the preparation of texts', () => {
  it('knows the gender forms that the model was trained with', () => {
    expect(genderForms).toEqual(
      readJson('models/smart-recruiting-fr-v1/gender-forms.json', z.record(z.string(), z.string())),
    );
  });
});

const fixtureSchema = z.object({
  formations: z.array(
    z.object({
      ...{ kind: z.string(), title: z.string(), keywords: z.string() },
      ...{ description: z.string().optional(), skills: z.string().optional(), outcomes: z.string().optional() },
      romeCodes: z.array(z.string()).optional(),
    }),
  ),
  offers: z.array(z.object({ title: z.string(), description: z.string() })),
  expected: z.array(
    z.object({ score: z.array(z.number()), semantic: z.array(z.number()), lexical: z.array(z.number()) }),
  ),
});

describe('the match thread', () => {
  let embedder: Disposable<Embedder>;
  let matcher: Disposable<Matcher>;
  beforeAll(() => {
    embedder = realEmbedder();
    matcher = createMatcher(spawnThread(entries.match, { args: [modelFolder] }));
  });
  afterAll(async () => {
    await Promise.all([embedder.dispose(), matcher.dispose()]);
  });

  it('gives the scores of the reference', async () => {
    const fixture = readJson('models/training/fixtures/ranking-check.json', fixtureSchema);
    const model = await embedder.model();
    const itemsOf = async (texts: readonly MatchText[]) => {
      const vectors = await embedTexts(embedder, model, texts, never);
      return texts.map((text, id) => ({ id, ...text, vector: vectorAt(vectors, id, model.dimensions) }));
    };
    const formations = fixture.formations.map((formation): MatchText => ({
      kind: 'formation',
      title: prepareText(`${formation.kind} ${formation.title} ${formation.keywords}`),
      body: prepareText(`${formation.description ?? ''} ${formation.skills ?? ''} ${formation.outcomes ?? ''}`),
      ...{ levels: [], romeCodes: formation.romeCodes ?? [] },
    }));
    const offers = fixture.offers.map(({ title, description }): MatchText => ({
      kind: 'offer',
      title: prepareText(title),
      body: prepareText(description),
      ...{ levels: [], romeCodes: [] },
    }));
    const corpus = { version: '1', formations: await itemsOf(formations), parameters: model.ranking };
    const ranked = await matcher.rank(corpus, await itemsOf(offers), formations.length, never);
    const differences = ranked.flatMap(({ formations: found }, offer) =>
      found.flatMap(({ formationId, score, semantic, lexical }) => {
        const expected = fixture.expected[offer];
        return [
          score - (expected?.score[formationId] ?? NaN),
          semantic - (expected?.semantic[formationId] ?? NaN),
          lexical - (expected?.lexical[formationId] ?? NaN),
        ];
      }),
    );
    expect(differences).toHaveLength(3 * fixture.offers.length * fixture.formations.length);
    // The reference has the table in float32, the application in int8.
    expect(differences.filter((difference) => !(Math.abs(difference) < 0.005))).toEqual([]);
  });

  it('gets its formations again when it had to be started again', async () => {
    const spawn = watched(spawnThread(entries.match));
    const restarted = createMatcher(spawn, { threads: 1 });
    const { ranking } = await embedder.model();
    const item = { id: 1, title: 'comptable', body: '', levels: [], romeCodes: [], vector: Float32Array.of(1, 0) };
    try {
      const corpus = { version: '1', formations: [item], parameters: ranking };
      await restarted.rank(corpus, [item], 5, never);
      await spawn.connections[0]?.stop();
      const ranked = await restarted.rank(corpus, [item], 5, never);
      expect(ranked.map(({ formations }) => formations.map(({ formationId }) => formationId))).toEqual([[1]]);
      expect(spawn.connections).toHaveLength(2);
    } finally {
      await restarted.dispose();
    }
  });

  it('compares each call with its own formations, whoever else ranks meanwhile', async () => {
    const shared = createMatcher(spawnThread(entries.match), { threads: 2 });
    const { ranking } = await embedder.model();
    const vector = Float32Array.of(1, 0);
    const item = { body: '', levels: [], romeCodes: [], vector };
    const offers = Array.from({ length: 40 }, (_, id) => ({ id, title: 'comptable', ...item }));
    const corpusOf = (id: number) => ({
      version: String(id),
      formations: [{ id, title: `licence ${id}`, ...item }],
      parameters: ranking,
    });
    try {
      const calls = Array.from({ length: 12 }, async (_, call) => {
        const wanted = 1 + (call % 3);
        const ranked = await shared.rank(corpusOf(wanted), offers, 5, never);
        const found = new Set(ranked.flatMap(({ formations }) => formations.map(({ formationId }) => formationId)));
        return { wanted, count: ranked.length, found: [...found] };
      });
      for (const { wanted, count, found } of await Promise.all(calls)) {
        expect({ count, found }).toEqual({ count: offers.length, found: [wanted] });
      }
    } finally {
      await shared.dispose();
    }
  });
});

describe('the text of an offer', () => {
  it('never holds the name, city or contact of the sample offers', () => {
    const text = offerMatchText(
      { title: 'Stage chez Nuvélia Systèmes', description: 'Contact : Léa Morvan, Valmont.', skills: [] },
      { company: 'Nuvélia Systèmes', contact: 'Léa Morvan', city: 'Valmont' },
    );
    expect(`${text.title} ${text.body}`).not.toMatch(/nuvelia|systemes|lea|morvan|valmont/);
  });
});
