import { stat } from 'node:fs/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import type { FormationDraft } from '../../../shared/domain/formation';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { batchesOf } from '../../../shared/util/batches-of';
import { embedTexts, vectorAt } from '../embeddings/embedding-service';
import type { CsvReader, Embedder, EmbeddingModel, MatchCorpus, MatchItem, Matcher, RankedFormation } from '../ports';
import {
  batchSize,
  collectRejected,
  readFormations,
  statOf,
  toItem,
  toOffers,
  toPrepare,
  type FileOffer,
  type MatchFilesProgress,
  type OnRejected,
  type RejectedRow,
} from './match-file-rows';
import { headerLine, linesOf } from './match-lines';
import { createRowIds, readAs } from './row-ids';

export type { MatchFilesProgress } from './match-file-rows';

export interface MatchFilesRequest {
  readonly offersPath: string;
  readonly formationsPath: string;
  readonly outputPath: string;
  /** How many formations an offer gets at most. */
  readonly top: number;
  /** Pairs below this score are left out; 0 ranks everything, null stands for the threshold of the model. */
  readonly minScore: number | null;
}

export interface MatchFilesParts {
  readonly csvReader: CsvReader;
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  /** Writes a file whole or not at all; throws `unavailable` (`output-unwritable`, `disk-full`) and what `chunks` throws. */
  readonly writeOutput: (path: string, chunks: AsyncIterable<string>) => Promise<void>;
  /** Says why in a last column of the output, `reason`; without it there is none, and it costs nothing. */
  readonly reasonColumn?: ReasonColumn;
}

/** A formation of a file, whole; the matcher knows it by its place among all. */
export interface FileFormation extends MatchItem {
  readonly draft: FormationDraft;
}

/** An offer of a file, whole, with the formations that it is written with, best first. */
export interface RankedOffer {
  readonly draft: FileOffer['draft'];
  /** The one that it was ranked by. */
  readonly vector: Float32Array;
  readonly pairs: readonly RankedFormation[];
}

export interface ReasonColumn {
  /** Called once, with all formations by their places; the function that it gives says why, a text a pair in their order. */
  open(formations: readonly FileFormation[], model: EmbeddingModel): ReasonsOf;
}
type ReasonsOf = (offers: readonly RankedOffer[], signal: AbortSignal) => Promise<readonly string[]>;

/** What became of the rows of both files. */
export interface MatchFilesSummary {
  readonly formations: number;
  readonly offers: number;
  readonly ranked: number;
  readonly noSuitableFormation: number;
  readonly insufficientText: number;
  readonly pairs: number;
  /** Rows of either file that cannot be used, for example without a title. */
  readonly rejectedRows: number;
  /** The first of them, formations before offers. */
  readonly rejected: readonly RejectedRow[];
  readonly modelId: string;
}

/** As many rows that cannot be used are told one by one. */
const toldRows = 1_000;
/** A few batches are on their way at once, so that no process waits for another. */
const batchesAtOnce = 3;

/**
 * Ranks the formations of one file for each offer of another and writes the pairs as CSV (UTF-8, `,`), offers in the
 * order of their file. No database is touched; of the offers only their ids are kept in memory. Throws what the reader,
 * the embedder and the matcher throw, `invalid-input` (`nothing-to-match`, `output-is-input`), and `unavailable`
 * (`output-unwritable`, `disk-full`).
 */
export async function matchFiles(
  parts: MatchFilesParts,
  request: MatchFilesRequest,
  progress: (progress: MatchFilesProgress) => void,
  signal: AbortSignal,
): Promise<MatchFilesSummary> {
  await refuseInputAsOutput(request);
  const model = await parts.embedder.model(signal);
  const { csvReader, embedder } = parts;
  const rejected = collectRejected(toldRows);
  const keepsDrafts = parts.reasonColumn !== undefined;
  const source = { csvReader, embedder, path: request.formationsPath, keepsDrafts, onRejected: rejected.add };
  const { ids, corpus, drafts } = await readFormations(source, model, progress, signal);
  const whole = drafts.flatMap((draft, place) => {
    const item = corpus.formations[place];
    return item ? [{ ...item, draft }] : [];
  });
  const run: Run = {
    ...parts,
    model,
    corpus,
    formationIds: ids,
    reasonsOf: parts.reasonColumn?.open(whole, model) ?? null,
    top: Math.min(request.top, ids.length),
    minScore: request.minScore ?? model.ranking.threshold,
    onRejected: rejected.add,
    signal,
  };
  const counts = { offers: 0, ranked: 0, noSuitableFormation: 0, insufficientText: 0, pairs: 0 };
  await parts.writeOutput(request.outputPath, rankedLines(run, request.offersPath, counts, progress));
  const rejections = { rejectedRows: rejected.count(), rejected: rejected.rows() };
  return { formations: ids.length, ...counts, ...rejections, modelId: model.id };
}

/** The result would replace the file that it is made from, under whatever name the two were given. */
async function refuseInputAsOutput({ outputPath, offersPath, formationsPath }: MatchFilesRequest): Promise<void> {
  const output = await identityOf(outputPath);
  for (const path of [offersPath, formationsPath]) {
    if (output === null || output !== (await identityOf(path))) continue;
    throw new AppError('invalid-input', 'The output is one of the inputs.', 'output-is-input', { file: outputPath });
  }
}

/** What tells one file from another on this computer; null where there is none. */
async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
}

interface Run extends MatchFilesParts {
  readonly model: EmbeddingModel;
  readonly corpus: MatchCorpus;
  /** The ids of the formations, each at the place that the matcher knows it by. */
  readonly formationIds: readonly string[];
  readonly reasonsOf: ReasonsOf | null;
  readonly top: number;
  readonly minScore: number;
  readonly onRejected: OnRejected;
  readonly signal: AbortSignal;
}

type Counted = 'offers' | 'ranked' | 'noSuitableFormation' | 'insufficientText' | 'pairs';
type Counts = Record<Counted, number>;

/** The lines of the output in the order of the offers; `counts` is kept up to date. */
async function* rankedLines(
  run: Run,
  path: string,
  counts: Counts,
  progress: (progress: MatchFilesProgress) => void,
): AsyncIterable<string> {
  yield headerLine(run.reasonsOf !== null);
  const { size } = await statOf(path);
  const identify = createRowIds(run.csvReader, path, 'offers', run.signal);
  const underway: Promise<BatchResult>[] = [];
  const finish = async (): Promise<string> => {
    const result = await underway.shift();
    if (!result) return '';
    counts.ranked += result.ranked;
    counts.noSuitableFormation += result.noSuitableFormation;
    counts.insufficientText += result.insufficientText;
    counts.pairs += result.pairs;
    return result.lines;
  };
  try {
    for await (const { rows, bytesRead } of run.csvReader.read(path, readAs('offers'), run.signal)) {
      for (const batch of batchesOf(rows, batchSize)) {
        throwIfCancelled(run.signal);
        const offers = await toOffers(batch, identify, run.onRejected);
        counts.offers += offers.length;
        const result = rankBatch(run, offers);
        // It may fail while something else is waited for; its turn to tell comes with `finish`.
        result.catch(() => undefined);
        underway.push(result);
        if (underway.length >= batchesAtOnce) yield await finish();
      }
      progress({ step: 'offers', done: counts.offers, ratio: Math.min(1, bytesRead / Math.max(1, size)) });
    }
    while (underway.length > 0) yield await finish();
  } finally {
    // After a failure nobody waits for the rest any more, whatever becomes of it.
    await Promise.allSettled(underway);
  }
}

interface BatchResult {
  readonly lines: string;
  readonly ranked: number;
  readonly noSuitableFormation: number;
  readonly insufficientText: number;
  readonly pairs: number;
}

async function rankBatch(run: Run, read: readonly FileOffer[]): Promise<BatchResult> {
  const prepared = await run.embedder.prepare(read.map(toPrepare), run.signal);
  const wanted = read.flatMap((offer, index) => {
    const text = prepared[index];
    return text && (run.minScore === 0 || !isInsufficient(text)) ? [{ ...offer, text }] : [];
  });
  const texts = wanted.map(({ text }) => text);
  const vectors = await embedTexts(run.embedder, run.model, texts, run.signal);
  const items = texts.map((text, index) => toItem(index, text, vectorAt(vectors, index, run.model.dimensions)));
  const rankings = items.length === 0 ? [] : await run.matcher.rank(run.corpus, items, run.top, run.signal);
  const offers = rankings.flatMap(({ offerId, formations }) => {
    const [named, item] = [wanted[offerId], items[offerId]];
    const pairs = formations.filter(({ score }) => score >= run.minScore);
    return named && item && pairs.length > 0 ? [{ id: named.id, draft: named.draft, vector: item.vector, pairs }] : [];
  });
  const reasons = run.reasonsOf ? await run.reasonsOf(offers, run.signal) : null;
  const lines = linesOf(run.formationIds, offers, reasons);
  return {
    lines: lines.join(''),
    ranked: offers.length,
    noSuitableFormation: rankings.length - offers.length,
    insufficientText: read.length - wanted.length,
    pairs: lines.length,
  };
}
