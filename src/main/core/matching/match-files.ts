import { stat } from 'node:fs/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import type { FormationDraft } from '../../../shared/domain/formation';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { OfferContact } from '../../../shared/domain/offer-row';
import {
  formationMatchText,
  isInsufficient,
  offerMatchText,
  type MatchText,
} from '../../../shared/domain/text/match-text';
import { batchesOf } from '../../../shared/util/batches-of';
import { embedTexts, vectorAt } from '../embeddings/embedding-service';
import type {
  CsvReader,
  Embedder,
  EmbeddingModel,
  ImportDraft,
  MatchCorpus,
  MatchItem,
  Matcher,
  RankedFormation,
  ReadRow,
} from '../ports';

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
  readonly draft: { readonly offer: OfferDraft; readonly contact: OfferContact };
  /** The one that it was ranked by. */
  readonly vector: Float32Array;
  readonly pairs: readonly RankedFormation[];
}

export interface ReasonColumn {
  /** Called once, with all formations by their places; the function that it gives says why, a text a pair in their order. */
  open(formations: readonly FileFormation[], model: EmbeddingModel): ReasonsOf;
}
type ReasonsOf = (offers: readonly RankedOffer[], signal: AbortSignal) => Promise<readonly string[]>;

export interface MatchFilesProgress {
  readonly step: 'formations' | 'offers';
  /** Rows behind. */
  readonly done: number;
  /** The part of the file that was read, 0 to 1. */
  readonly ratio: number;
}

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
  readonly modelId: string;
}

/** Offers that travel together; a few batches are on their way at once, so that no process waits for another. */
const batchSize = 256;
const batchesAtOnce = 3;
const decimals = 6;
const header = 'offer_id,formation_id,rank,score,semantic,lexical';

/**
 * Ranks the formations of one file for each offer of another and writes the pairs as CSV (UTF-8, `,`), offers in the
 * order of their file. No database is touched; memory does not grow with the number of offers. Throws what the reader,
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
  const { ids, corpus, drafts, rejectedRows } = await readFormations(
    parts,
    model,
    request.formationsPath,
    progress,
    signal,
  );
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
    signal,
  };
  const counts = { offers: 0, ranked: 0, noSuitableFormation: 0, insufficientText: 0, pairs: 0, rejectedRows };
  await parts.writeOutput(request.outputPath, rankedLines(run, request.offersPath, counts, progress));
  return { formations: ids.length, ...counts, modelId: model.id };
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
  readonly signal: AbortSignal;
}

type Counts = { -readonly [K in keyof Omit<MatchFilesSummary, 'formations' | 'modelId'>]: number };

interface NamedText {
  readonly id: string;
  readonly text: MatchText;
}

interface FormationText extends NamedText {
  /** Null where nobody asks why. */
  readonly draft: FormationDraft | null;
}

interface OfferText extends NamedText {
  readonly draft: RankedOffer['draft'];
}

interface FormationsToRank {
  readonly ids: readonly string[];
  readonly corpus: MatchCorpus;
  /** Of all formations in the order of the corpus, or none. */
  readonly drafts: readonly FormationDraft[];
  readonly rejectedRows: number;
}

async function readFormations(
  { csvReader, embedder, reasonColumn }: MatchFilesParts,
  model: EmbeddingModel,
  path: string,
  progress: (progress: MatchFilesProgress) => void,
  signal: AbortSignal,
): Promise<FormationsToRank> {
  const texts: FormationText[] = [];
  let rejectedRows = 0;
  const { size } = await statOf(path);
  for await (const { rows, bytesRead } of csvReader.read(path, readAs('formations'), signal)) {
    for (const row of rows) {
      if (row.draft?.kind === 'formations') {
        const { formation } = row.draft;
        const id = formation.externalId ?? String(row.line);
        texts.push({ id, text: formationMatchText(formation), draft: reasonColumn ? formation : null });
      } else rejectedRows += 1;
    }
    progress({ step: 'formations', done: texts.length, ratio: Math.min(1, bytesRead / Math.max(1, size)) });
  }
  if (texts.length === 0) {
    throw new AppError('invalid-input', 'The file holds no usable formation.', 'nothing-to-match', { path });
  }
  // The matcher breaks ties by number, so numbers are given in the order of the ids.
  texts.sort((left, right) => compareIds(left.id, right.id));
  const vectors: Float32Array[] = [];
  for (const batch of batchesOf(texts, batchSize))
    vectors.push(await embedTexts(embedder, model, batch.map(textOf), signal));
  const items = texts.map(({ text }, index) => {
    const batch = vectors[Math.floor(index / batchSize)] ?? new Float32Array(0);
    return toItem(index, text, vectorAt(batch, index % batchSize, model.dimensions));
  });
  const corpus = { version: 'file', formations: items, parameters: model.ranking };
  return { ids: texts.map(({ id }) => id), corpus, drafts: texts.flatMap(({ draft }) => draft ?? []), rejectedRows };
}

/** Ids that are numbers sort as numbers and before all others. */
function compareIds(left: string, right: string): number {
  const leftNumber = /^\d{1,15}$/.test(left) ? Number(left) : Infinity;
  const rightNumber = /^\d{1,15}$/.test(right) ? Number(right) : Infinity;
  if (leftNumber !== rightNumber) return leftNumber < rightNumber ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The lines of the output in the order of the offers; `counts` is kept up to date. */
async function* rankedLines(
  run: Run,
  path: string,
  counts: Counts,
  progress: (progress: MatchFilesProgress) => void,
): AsyncIterable<string> {
  yield `${header}${run.reasonsOf ? ',reason' : ''}\n`;
  const { size } = await statOf(path);
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
        const texts = batch.flatMap(toOfferText);
        counts.offers += texts.length;
        counts.rejectedRows += batch.length - texts.length;
        const result = rankBatch(run, texts);
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

async function rankBatch(run: Run, texts: readonly OfferText[]): Promise<BatchResult> {
  const wanted = run.minScore === 0 ? texts : texts.filter(({ text }) => !isInsufficient(text));
  const vectors = await embedTexts(run.embedder, run.model, wanted.map(textOf), run.signal);
  const items = wanted.map(({ text }, index) => toItem(index, text, vectorAt(vectors, index, run.model.dimensions)));
  const rankings = items.length === 0 ? [] : await run.matcher.rank(run.corpus, items, run.top, run.signal);
  const offers = rankings.flatMap(({ offerId, formations }) => {
    const [named, item] = [wanted[offerId], items[offerId]];
    const pairs = formations.filter(({ score }) => score >= run.minScore);
    return named && item && pairs.length > 0 ? [{ id: named.id, draft: named.draft, vector: item.vector, pairs }] : [];
  });
  const reasons = run.reasonsOf ? await run.reasonsOf(offers, run.signal) : null;
  const lines = linesOf(run, offers, reasons);
  return {
    lines: lines.join(''),
    ranked: offers.length,
    noSuitableFormation: rankings.length - offers.length,
    insufficientText: texts.length - wanted.length,
    pairs: lines.length,
  };
}

/** One line a pair; `reasons` are those of all pairs in their order, or null. */
function linesOf(
  { formationIds }: Run,
  offers: readonly (RankedOffer & { readonly id: string })[],
  reasons: readonly string[] | null,
): readonly string[] {
  const lines: string[] = [];
  for (const { id, pairs } of offers) {
    const offer = csvField(id);
    pairs.forEach(({ formationId, score, semantic, lexical }, index) => {
      const formation = csvField(formationIds[formationId] ?? '');
      const figures = `${score.toFixed(decimals)},${semantic.toFixed(decimals)},${lexical.toFixed(decimals)}`;
      const reason = reasons ? `,${csvField(reasons[lines.length] ?? '')}` : '';
      lines.push(`${offer},${formation},${index + 1},${figures}${reason}\n`);
    });
  }
  return lines;
}

function toOfferText(row: ReadRow): readonly OfferText[] {
  if (row.draft?.kind !== 'offers') return [];
  const { offer, contact } = row.draft;
  const identity = { company: contact.companyName, contact: contact.contactName, city: offer.city };
  return [
    { id: offer.externalId ?? String(row.line), text: offerMatchText(offer, identity), draft: { offer, contact } },
  ];
}

function toItem(id: number, { title, body }: MatchText, vector: Float32Array): MatchItem {
  return { id, title, body, vector };
}

function textOf({ text }: NamedText): MatchText {
  return text;
}

function readAs(kind: ImportDraft['kind']) {
  return { kind, format: null, mapping: null };
}

function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

async function statOf(path: string): Promise<{ readonly size: number }> {
  // A file that is not there is reported by the reader, with its reason.
  return await stat(path).catch(() => ({ size: 0 }));
}
