import { levelMaskOf } from '../../shared/domain/study-years';
import { availableParallelism } from 'node:os';
import type { Embedder, Matcher, MatchItem, RankedFormation } from '../core/ports';
import { embedContract, embedThreadContract, matchContract, type PackedItems, type PackedRankings } from './contracts';
import { lazyWorker, type LazyWorker, type SpawnWorker } from './lazy-worker';

/** A port that is served by a worker and must be let go of at the end. */
export type Disposable<P> = P & { dispose(): Promise<void> };

/** The embed workers give their memory back after this long without work, in milliseconds. */
const embedIdleMs = 60_000;
/** The match thread is small, but its formations are not worth keeping through a quiet afternoon. */
const matchIdleMs = 300_000;
/** Bounds for threads through which texts pass in batches: a small nursery, so that each batch is cleared early. */
export const batchThreadLimits = { maxYoungGenerationSizeMb: 16 } as const;
/** More would take the machine from whoever works on it, and memory. */
const maxMatchThreads = 2;
/** Fewer offers than this are not worth a second thread. */
const minShare = 16;

/** How the two embed workers are started; `network` only for a model that `table` cannot read. */
export interface EmbedSpawns {
  readonly table: SpawnWorker;
  readonly network: SpawnWorker;
}

/** The port Embedder over a thread for models that are tables, and a process for all others. */
export function createEmbedder(spawns: EmbedSpawns, idleMs: number | null = embedIdleMs): Disposable<Embedder> {
  const table = lazyWorker(embedThreadContract, spawns.table, { idleMs });
  const network = lazyWorker(embedContract, spawns.network, { idleMs });
  return {
    model: (signal) => table.client.embedder.model({}, signal ? { signal } : undefined),
    async embed(texts, signal) {
      const input = { texts: [...texts] };
      const answer =
        (await table.client.embedder.embed(input, { signal })) ??
        (await network.client.embedder.embed(input, { signal }));
      if (!answer) throw new Error('Neither embed worker can embed these texts.');
      return answer.vectors;
    },
    async prepare(offers, signal) {
      return (await table.client.texts.prepare({ offers: [...offers] }, { signal })).texts;
    },
    async dispose() {
      await Promise.all([table.dispose(), network.dispose()]);
    },
  };
}

export interface MatcherOptions {
  /** How long the threads may have nothing to do before they are stopped, in milliseconds; null keeps them. */
  readonly idleMs?: number | null;
  /** How many threads share the offers. */
  readonly threads?: number;
}

/**
 * The port Matcher over match threads, which share the offers of each call; a thread that keeps other formations, or is
 * a fresh one, is sent those of the call. `spawn` is given the model folder (absolute path) as its argument.
 */
export function createMatcher(spawn: SpawnWorker, options: MatcherOptions = {}): Disposable<Matcher> {
  const { idleMs = matchIdleMs, threads = Math.min(maxMatchThreads, availableParallelism()) } = options;
  const workers = Array.from({ length: threads }, () => lazyWorker(matchContract, spawn, { idleMs }));
  const shareOf = workers.map((worker) => rankIn(worker));

  return {
    async rank(corpus, offers, top, signal) {
      const share = Math.max(minShare, Math.ceil(offers.length / workers.length));
      const shares = shareOf
        .map((rank, index) => ({ rank, part: offers.slice(index * share, (index + 1) * share) }))
        .filter(({ part }) => part.length > 0);
      const rankings = await Promise.all(shares.map(({ rank, part }) => rank(corpus, part, top, signal)));
      return rankings.flat();
    },
    async occupations(vectors, parameters, signal, romeCodes = []) {
      const [worker] = workers;
      // A copy, because its buffer is moved to the thread.
      const question = { vectors: vectors.slice(), parameters, romeCodes: romeCodes.map((codes) => [...codes]) };
      return worker ? await worker.client.matcher.occupations(question, { signal }) : null;
    },
    async dispose() {
      await Promise.all(workers.map((worker) => worker.dispose()));
    },
  };
}

/** Ranks in one thread, which keeps one corpus at a time. */
function rankIn({ client }: LazyWorker<typeof matchContract>): Matcher['rank'] {
  let loading: Promise<unknown> = Promise.resolve();
  return async (corpus, offers, top, signal) => {
    const { version } = corpus;
    const ask = () => client.matcher.rank({ version, offers: pack(offers), top }, { signal });
    const load = async () => {
      // What a formation says beside its title is in its vector; its words are not compared.
      const formations = corpus.formations.map((formation) => ({ ...formation, body: '' }));
      await client.matcher.load({ ...corpus, formations: pack(formations) }, { signal });
    };
    /** Others with the same corpus may have had it loaded meanwhile. */
    const loadAndAsk = async () => {
      const known = await ask();
      if (known) return known;
      await load();
      return await ask();
    };
    let rankings = await ask();
    if (!rankings) {
      // One after the other, so that nobody loads another corpus between the two steps.
      const mine = loading.then(loadAndAsk);
      loading = mine.catch(() => undefined);
      rankings = await mine;
    }
    if (!rankings) throw new Error('The match worker does not keep its formations.');
    return unpack(offers, rankings);
  };
}

/** Copies items into arrays of their own, which may then be moved to another thread. */
export function pack(items: readonly MatchItem[]): PackedItems {
  const dimensions = items[0]?.vector.length ?? 0;
  const vectors = new Float32Array(items.length * dimensions);
  items.forEach((item, index) => vectors.set(item.vector, index * dimensions));
  return {
    ids: Int32Array.from(items, (item) => item.id),
    titles: items.map((item) => item.title),
    bodies: items.map((item) => item.body),
    levels: Int32Array.from(items, ({ levels }) => levelMaskOf(levels)),
    romeCodes: items.map(({ romeCodes }) => [...romeCodes]),
    vectors,
  };
}

function unpack(offers: readonly MatchItem[], rankings: PackedRankings) {
  let next = 0;
  return offers.map((offer, index) => {
    const formations: RankedFormation[] = [];
    for (let count = rankings.counts[index] ?? 0; count > 0; count -= 1, next += 1) {
      formations.push({
        formationId: rankings.formationIds[next] ?? 0,
        score: rankings.scores[next] ?? 0,
        semantic: rankings.semantics[next] ?? 0,
        lexical: rankings.lexicals[next] ?? 0,
      });
    }
    return { offerId: offer.id, formations };
  });
}
