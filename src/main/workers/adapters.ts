import type { Embedder, MatchCorpus, Matcher, MatchItem, RankedFormation } from '../core/ports';
import { embedContract, matchContract, type PackedItems, type PackedRankings } from './contracts';
import { lazyWorker, type SpawnWorker } from './lazy-worker';

/** A port that is served by a worker and must be let go of at the end. */
export type Disposable<P> = P & { dispose(): Promise<void> };

/** The embed process gives its memory back after this long without work, in milliseconds. */
const embedIdleMs = 60_000;
/** The match thread is small, but its formations are not worth keeping through a quiet afternoon. */
const matchIdleMs = 300_000;

/** The port Embedder over the embed process. */
export function createEmbedder(spawn: SpawnWorker, idleMs: number | null = embedIdleMs): Disposable<Embedder> {
  const worker = lazyWorker(embedContract, spawn, { idleMs });
  const { embedder } = worker.client;
  return {
    model: () => embedder.model({}),
    embed: async (texts, signal) => (await embedder.embed({ texts: [...texts] }, { signal })).vectors,
    dispose: worker.dispose,
  };
}

/** The port Matcher over the match thread; its formations are sent again when the thread is a fresh one. */
export function createMatcher(spawn: SpawnWorker, idleMs: number | null = matchIdleMs): Disposable<Matcher> {
  const worker = lazyWorker(matchContract, spawn, { idleMs });
  const { matcher } = worker.client;
  let corpus: MatchCorpus | null = null;

  const send = async (signal: AbortSignal): Promise<void> => {
    if (corpus) await matcher.load({ ...corpus, formations: pack(corpus.formations) }, { signal });
  };
  return {
    async load(wanted, signal) {
      corpus = wanted;
      await send(signal);
    },
    async rank(offers, top, signal) {
      if (!corpus) throw new Error('Formations are loaded before offers are ranked.');
      const { version } = corpus;
      const ask = () => matcher.rank({ version, offers: pack(offers), top }, { signal });
      let rankings = await ask();
      if (!rankings) {
        await send(signal);
        rankings = await ask();
      }
      if (!rankings) throw new Error('The match worker does not keep its formations.');
      return unpack(offers, rankings);
    },
    dispose: worker.dispose,
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
