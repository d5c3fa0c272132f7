import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/domain/app-error';
import type { FormationDraft } from '../../../shared/domain/formation';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { RowIssue } from '../../../shared/domain/import';
import type { OfferContact } from '../../../shared/domain/offer-row';
import { formationMatchText, type MatchText, type OfferToPrepare } from '../../../shared/domain/text/match-text';
import { batchesOf } from '../../../shared/util/batches-of';
import { embedTexts, vectorAt } from '../embeddings/embedding-service';
import type { CsvReader, Embedder, EmbeddingModel, MatchCorpus, MatchItem, ReadRow } from '../ports';
import { createRowIds, readAs, type RowIds } from './row-ids';

/** Rows that travel together. */
export const batchSize = 256;

/** How far the reading of the two files has come. */
export interface MatchFilesProgress {
  readonly step: 'formations' | 'offers';
  /** Rows behind. */
  readonly done: number;
  /** The part of the file that was read, 0 to 1. */
  readonly ratio: number;
}

/** A formation of a file under its id there, as it is compared. */
interface FormationText {
  readonly id: string;
  readonly text: MatchText;
  /** Null where nobody asks why. */
  readonly draft: FormationDraft | null;
}

/** An offer of a file, under its id there; the draft is all that the file says. */
export interface FileOffer {
  readonly id: string;
  readonly draft: { readonly offer: OfferDraft; readonly contact: OfferContact };
}

export interface FormationsToRank {
  readonly ids: readonly string[];
  readonly corpus: MatchCorpus;
  /** Of all formations in the order of the corpus, or none. */
  readonly drafts: readonly FormationDraft[];
}

/** A row of one of the two files that cannot be used, and why. */
export interface RejectedRow {
  readonly file: 'formations' | 'offers';
  readonly line: number;
  readonly issue: RowIssue;
}

/** Hears of the rows of a file that cannot be used. */
export type OnRejected = (file: RejectedRow['file'], rows: readonly ReadRow[]) => void;

/** Counts the rows that cannot be used and keeps the first ones: memory must not grow with a file. */
export function collectRejected(limit: number): { readonly add: OnRejected; count(): number; rows(): RejectedRow[] } {
  const kept: RejectedRow[] = [];
  let count = 0;
  return {
    add(file, rows) {
      count += rows.length;
      for (const { line, issues } of rows) {
        const issue = issues.find(({ severity }) => severity === 'error');
        if (issue && kept.length < limit) kept.push({ file, line, issue });
      }
    },
    count: () => count,
    rows: () => kept,
  };
}

export interface FormationSource {
  readonly csvReader: CsvReader;
  readonly embedder: Embedder;
  readonly path: string;
  /** Whether whole formations are kept beside what is compared of them. */
  readonly keepsDrafts: boolean;
  readonly onRejected: OnRejected;
}

/**
 * Reads all formations of a file and embeds them, in the order of their ids. Throws what the reader and the embedder
 * throw, and `invalid-input` (`nothing-to-match`) when no row can be used.
 */
export async function readFormations(
  { csvReader, embedder, path, keepsDrafts, onRejected }: FormationSource,
  model: EmbeddingModel,
  progress: (progress: MatchFilesProgress) => void,
  signal: AbortSignal,
): Promise<FormationsToRank> {
  const texts: FormationText[] = [];
  const { size } = await statOf(path);
  const identify = createRowIds(csvReader, path, 'formations', signal);
  for await (const { rows, bytesRead } of csvReader.read(path, readAs('formations'), signal)) {
    for (const row of rows) {
      const identified = await identify(row);
      if (identified.id !== null && identified.draft.kind === 'formations') {
        const { formation } = identified.draft;
        texts.push({ id: identified.id, text: formationMatchText(formation), draft: keepsDrafts ? formation : null });
      } else onRejected('formations', [identified.row]);
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
    vectors.push(
      await embedTexts(
        embedder,
        model,
        batch.map(({ text }) => text),
        signal,
      ),
    );
  const items = texts.map(({ text }, index) => {
    const batch = vectors[Math.floor(index / batchSize)] ?? new Float32Array(0);
    return toItem(index, text, vectorAt(batch, index % batchSize, model.dimensions));
  });
  const corpus = { version: 'file', formations: items, parameters: model.ranking };
  return { ids: texts.map(({ id }) => id), corpus, drafts: texts.flatMap(({ draft }) => draft ?? []) };
}

/** Ids that are numbers sort as numbers and before all others. */
function compareIds(left: string, right: string): number {
  const leftNumber = /^\d{1,15}$/.test(left) ? Number(left) : Infinity;
  const rightNumber = /^\d{1,15}$/.test(right) ? Number(right) : Infinity;
  if (leftNumber !== rightNumber) return leftNumber < rightNumber ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The offers of some rows; those that cannot be used are told. Throws what `identify` throws. */
export async function toOffers(
  rows: readonly ReadRow[],
  identify: RowIds,
  onRejected: OnRejected,
): Promise<FileOffer[]> {
  const offers: FileOffer[] = [];
  for (const row of rows) {
    const identified = await identify(row);
    if (identified.id !== null && identified.draft.kind === 'offers') {
      const { offer, contact } = identified.draft;
      offers.push({ id: identified.id, draft: { offer, contact } });
    } else onRejected('offers', [identified.row]);
  }
  return offers;
}

/** What of an offer of a file goes into its comparison. */
export function toPrepare({ draft: { offer, contact } }: FileOffer): OfferToPrepare {
  const { title, description, skills, levels, city } = offer;
  return { title, description, skills, levels, company: contact.companyName, contact: contact.contactName, city };
}

/** What the matcher compares; `id` is what it names the item by. */
export function toItem(id: number, { title, body, levels, romeCodes }: MatchText, vector: Float32Array): MatchItem {
  return { id, title, body, levels, romeCodes, vector };
}

/** The size of a file in bytes, for progress. */
export async function statOf(path: string): Promise<{ readonly size: number }> {
  // A file that is not there is reported by the reader, with its reason.
  return await stat(path).catch(() => ({ size: 0 }));
}
