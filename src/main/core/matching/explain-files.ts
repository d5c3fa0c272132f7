import { wordWeights } from '../../../shared/domain/explanation/word-weights';
import type { WordWeight } from '../../../shared/domain/explanation/best-passages';
import type { PairReasons } from '../../../shared/domain/explanation/explanation';
import type { SkillFinder } from '../../../shared/domain/reading/skill-finder';
import { formationMatchText, offerMatchText } from '../../../shared/domain/text/match-text';
import { embedTexts } from '../embeddings/embedding-service';
import type { EmbeddingModel, ReadRow } from '../ports';
import {
  explainPair,
  readFormations,
  readOffers,
  type ExplainedFormation,
  type ExplainedOffer,
  type OfferToExplain,
} from './explain-pair';
import type { MatchFilesParts, MatchFilesRequest } from './match-files';

export interface ExplainFilesParts extends MatchFilesParts {
  readonly skillFinder: SkillFinder;
  /** Puts the reasons of a pair into one sentence. */
  readonly reasonOf: (reasons: PairReasons) => string;
}

/** Offers and formations that are taken apart at once. */
const batchSize = 64;
/** One line of the output of `matchFiles`; a field may be quoted and hold anything then. */
const line = /("(?:[^"]|"")*"|[^,\n]*),("(?:[^"]|"")*"|[^,\n]*),(\d+),([\d.]+),([\d.]+),([\d.]+)\n/y;

/**
 * The parts for `matchFiles` with which its output gets a last column `reason`, a sentence a pair. Both files are read
 * once more beside it, so that ranking alone costs nothing for it; an explained pair takes about as long as ten ranked
 * offers. `signal` is the one that `matchFiles` gets.
 */
export function withReasons(
  parts: ExplainFilesParts,
  request: MatchFilesRequest,
  signal: AbortSignal,
): MatchFilesParts {
  return {
    ...parts,
    writeOutput: (path, chunks) => parts.writeOutput(path, explainedLines(parts, request, chunks, signal)),
  };
}

/** One pair of the output as it stands there. */
interface RankedLine {
  readonly text: string;
  readonly offerId: string;
  readonly formationId: string;
  readonly rank: number;
  readonly semantic: number;
  readonly lexical: number;
}

async function* explainedLines(
  parts: ExplainFilesParts,
  request: MatchFilesRequest,
  chunks: AsyncIterable<string>,
  signal: AbortSignal,
): AsyncIterable<string> {
  let offers: PairExplainer | null = null;
  for await (const chunk of chunks) {
    // The first chunk is the header; the formations are known to be usable by then.
    if (!offers) {
      yield chunk.replace('\n', ',reason\n');
      offers = await openExplainer(parts, request, signal);
      continue;
    }
    const explained: string[] = [];
    for (const pair of linesOf(chunk)) {
      const reason = csvField(parts.reasonOf(await offers.reasonsOf(pair)));
      explained.push(`${pair.text.slice(0, -1)},${reason}\n`);
    }
    yield explained.join('');
  }
}

function linesOf(chunk: string): readonly RankedLine[] {
  const pairs: RankedLine[] = [];
  line.lastIndex = 0;
  for (let found = line.exec(chunk); found; found = line.exec(chunk)) {
    const [text, offerId = '', formationId = '', rank, , semantic, lexical] = found;
    pairs.push({
      text,
      offerId: unquoted(offerId),
      formationId: unquoted(formationId),
      rank: Number(rank),
      semantic: Number(semantic),
      lexical: Number(lexical),
    });
  }
  return pairs;
}

interface PairExplainer {
  /** The reasons of the pairs of the output, to be asked for in its order. */
  reasonsOf(pair: RankedLine): Promise<PairReasons>;
}

async function openExplainer(
  parts: ExplainFilesParts,
  request: MatchFilesRequest,
  signal: AbortSignal,
): Promise<PairExplainer> {
  const model = await parts.embedder.model(signal);
  const { formations, weightOf } = await explainFormations(parts, model, request.formationsPath, signal);
  const offers = explainOffers(parts, model, request.offersPath, signal)[Symbol.asyncIterator]();
  let current: { readonly id: string; readonly explained: ExplainedOffer } | null = null;
  let rank = 0;
  return {
    async reasonsOf(pair) {
      // Pairs stand in the order of the offers, of which some have none; a rank that does not rise begins the next.
      for (let isNext = pair.rank <= rank; isNext || current?.id !== pair.offerId; isNext = false) {
        const next = await offers.next();
        if (next.done) throw new Error(`The pair of ${pair.offerId} stands behind the last offer.`);
        current = next.value;
      }
      rank = pair.rank;
      const formation = formations.get(pair.formationId);
      if (!current || !formation) throw new Error(`The formation ${pair.formationId} is not in its file any more.`);
      return explainPair(current.explained, formation, pair, model, weightOf);
    },
  };
}

async function explainFormations(
  parts: ExplainFilesParts,
  model: EmbeddingModel,
  path: string,
  signal: AbortSignal,
): Promise<{ readonly formations: ReadonlyMap<string, ExplainedFormation>; readonly weightOf: WordWeight }> {
  const formations = new Map<string, ExplainedFormation>();
  const texts: string[] = [];
  for await (const { rows } of parts.csvReader.read(
    path,
    { kind: 'formations', format: null, mapping: null },
    signal,
  )) {
    for (const batch of batchesOf(rows.flatMap(formationOf))) {
      const matter = batch.map(({ formation }) => formationMatchText(formation));
      const vectors = await embedTexts(parts.embedder, model, matter, signal);
      const read = await readFormations(
        parts,
        model,
        batch.map(({ formation }) => formation),
        vectors,
        signal,
      );
      read.forEach((explained, row) => formations.set(batch[row]?.id ?? '', explained));
      texts.push(...matter.map(({ title, body }) => `${title} ${body}`));
    }
  }
  return { formations, weightOf: wordWeights(texts) };
}

async function* explainOffers(
  parts: ExplainFilesParts,
  model: EmbeddingModel,
  path: string,
  signal: AbortSignal,
): AsyncIterable<{ readonly id: string; readonly explained: ExplainedOffer }> {
  for await (const { rows } of parts.csvReader.read(path, { kind: 'offers', format: null, mapping: null }, signal)) {
    for (const batch of batchesOf(rows.flatMap(offerOf))) {
      const matter = batch.map(({ offer }) => offerMatchText(offer, offer));
      const vectors = await embedTexts(parts.embedder, model, matter, signal);
      const read = await readOffers(
        parts,
        model,
        batch.map(({ offer }) => offer),
        vectors,
        signal,
      );
      yield* read.map((explained, row) => ({ id: batch[row]?.id ?? '', explained }));
    }
  }
}

function formationOf({ draft, line: at }: ReadRow) {
  return draft?.kind === 'formations'
    ? [{ id: draft.formation.externalId ?? String(at), formation: draft.formation }]
    : [];
}

function offerOf({ draft, line: at }: ReadRow): readonly { readonly id: string; readonly offer: OfferToExplain }[] {
  if (draft?.kind !== 'offers') return [];
  const { title, description, skills, city, levels, contractType, externalId } = draft.offer;
  const { companyName: company, contactName: contact } = draft.contact;
  const offer = { title, description, skills, city, levels, contractType, company, contact };
  return [{ id: externalId ?? String(at), offer }];
}

function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function* batchesOf<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
