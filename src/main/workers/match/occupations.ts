import { z } from 'zod';
import type { OccupationParameters } from '../../../shared/domain/score';
import { parseModelJson, readChecked, readManifest } from '../embed/model-folder';
import { createUnitRows } from '../simd/unit-rows';
import { topRanked } from './top-ranked';

const listFile = 'occupations.json';
const vectorFile = 'occupations.bin';

/** The lists of `occupations.json` (models/training/ranking.md, section 3). */
const listSchema = z.object({
  dimensions: z.int().positive(),
  parents: z.array(z.tuple([z.string(), z.string()])),
  codes: z.array(z.tuple([z.string(), z.string(), z.int().nonnegative()])),
  titles: z.array(z.tuple([z.string(), z.int().nonnegative()])),
});

/** Unit vectors of the ROME parents and of job titles, as a model places them. */
export interface Occupations {
  readonly dimensions: number;
  /** Code and official label of each parent. */
  readonly parents: readonly (readonly [code: string, label: string])[];
  /** One row a parent. */
  readonly prototypes: Float32Array;
  /** One row a title, titles of one parent side by side. */
  readonly titles: Float32Array;
  /** Where the titles of each parent begin; one more than there are parents. */
  readonly titlesFrom: Int32Array;
  /** Code and official label of the occupation within its parent that each title is of. */
  readonly titleCodes: readonly (readonly [code: string, label: string])[];
}

/**
 * Reads the occupations of a model folder (absolute path), null when it has none. Throws `unavailable` with
 * `model-missing` or `model-damaged`.
 */
export async function readOccupations(folder: string): Promise<Occupations | null> {
  const manifest = await readManifest(folder);
  const list = await readChecked(folder, manifest, listFile);
  const vectors = await readChecked(folder, manifest, vectorFile);
  if (!list || !vectors) return null;
  const { dimensions, parents, codes, titles } = parseModelJson(list, listSchema, listFile);
  const rows = unitRows(vectors, dimensions);
  const parentOf = titles.map(([, code]) => codes[code]?.[2] ?? 0);
  const order = [...parentOf.keys()].sort((left, right) => (parentOf[left] ?? 0) - (parentOf[right] ?? 0));
  const sorted = new Float32Array(titles.length * dimensions);
  const titlesFrom = new Int32Array(parents.length + 1);
  order.forEach((from, to) => {
    const start = (parents.length + from) * dimensions;
    sorted.set(rows.subarray(start, start + dimensions), to * dimensions);
    titlesFrom[(parentOf[from] ?? 0) + 1] = to + 1;
  });
  for (let parent = 0; parent < parents.length; parent += 1) {
    titlesFrom[parent + 1] = Math.max(titlesFrom[parent + 1] ?? 0, titlesFrom[parent] ?? 0);
  }
  const titleCodes = order.map((from): readonly [string, string] => {
    const code = codes[titles[from]?.[1] ?? 0];
    return code ? [code[0], code[1]] : ['', ''];
  });
  const prototypes = rows.slice(0, parents.length * dimensions);
  return { dimensions, parents, prototypes, titles: sorted, titlesFrom, titleCodes };
}

/** Signed bytes, each row divided by its own length. */
function unitRows(bytes: Buffer, dimensions: number): Float32Array {
  const rows = Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (let start = 0; start + dimensions <= rows.length; start += dimensions) {
    let squares = 0;
    for (let at = start; at < start + dimensions; at += 1) squares += (rows[at] ?? 0) ** 2;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = start; at < start + dimensions; at += 1) rows[at] = (rows[at] ?? 0) * scale;
  }
  return rows;
}

/** Takes what a text, the one at `row`, is about; both arrays are written over by the next one. */
type TakeRoots = (row: number, parents: Int32Array, roots: Float32Array) => void;

/** Says which occupations texts are about. */
export interface OccupationReader {
  readonly parentCount: number;
  /**
   * Gives for each of the unit vectors (row after row) the ROME parents that it may be about and the square roots of its
   * distribution over them, so that the product of two rows is their Bhattacharyya coefficient, 0 to 1.
   */
  read(vectors: Float32Array, take: TakeRoots): void;
}

export function createOccupationReader(
  { dimensions, prototypes, titles, titlesFrom }: Occupations,
  { prototypeWeight, titleWeight, temperature, candidates }: OccupationParameters,
): OccupationReader {
  const parentRows = createUnitRows(prototypes, dimensions);
  const titleRows = createUnitRows(titles, dimensions);
  const parentCount = parentRows.count;
  /** 1 more than the cosine, so that none is negative. */
  const likeness = new Float32Array(parentCount);
  const logits = new Float32Array(Math.min(candidates ?? parentCount, parentCount));
  return {
    parentCount,
    read(vectors, take) {
      const cosines = parentRows.products(vectors);
      for (let row = 0; row * dimensions < vectors.length; row += 1) {
        const own = cosines.subarray(row * parentCount, (row + 1) * parentCount);
        for (let parent = 0; parent < parentCount; parent += 1) likeness[parent] = 1 + (own[parent] ?? 0);
        const parents = topRanked(likeness, logits.length);
        titleRows.compare(vectors.subarray(row * dimensions, (row + 1) * dimensions));
        for (let at = 0; at < logits.length; at += 1) {
          const parent = parents[at] ?? 0;
          const nearest = titleRows.nearest(titlesFrom[parent] ?? 0, titlesFrom[parent + 1] ?? 0);
          logits[at] = (prototypeWeight * (own[parent] ?? 0) + titleWeight * nearest) / temperature;
        }
        softmaxRoots(logits);
        take(row, parents, logits);
      }
    },
  };
}

/** √softmax, in place: √(eˣ / Σeˣ) = eˣᐟ² / √Σ(eˣᐟ²)². */
function softmaxRoots(logits: Float32Array): void {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (let at = 0; at < logits.length; at += 1) {
    const root = Math.exp(((logits[at] ?? 0) - highest) / 2);
    logits[at] = root;
    sum += root * root;
  }
  const scale = 1 / Math.sqrt(sum);
  for (let at = 0; at < logits.length; at += 1) logits[at] = (logits[at] ?? 0) * scale;
}
