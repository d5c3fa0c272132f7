import { createGrowingRows, rowsAtOnce, type GrowingRows } from '../../workers/simd/growing-rows';
import type { ReadDb } from '../db/open';

/** What 1 becomes in a signed byte, each vector stretched to its own largest number. */
const one = 127;
/** Room for so many vectors is made at once. */
const growth = 4_096;

interface VectorRow {
  readonly id: number;
  readonly vector: Buffer;
}

/** The stored vectors of offers, a byte a dimension: a hundred thousand take as many kilobytes as there are dimensions / 10. */
export interface OfferVectors {
  /** Takes the vectors of the offers between two ids, both included, in place of those that were there. */
  read(db: ReadDb, modelId: string, first: number, last: number): void;
  /** Forgets all of them. */
  clear(): void;
  /** The `top` offers nearest to a unit vector, those of at least `least` that are allowed, best first. */
  nearest(vector: Float32Array, top: number, least: number, isAllowed: (id: number) => boolean): Nearest[];
}

export interface Nearest {
  readonly id: number;
  /** The cosine, to about 0.005. */
  readonly cosine: number;
}

/** Keeps vectors in memory: read anew for each question they would be a hundred megabytes. */
export function createOfferVectors(): OfferVectors {
  let dimensions = 0;
  let rows: GrowingRows | null = null;
  let row = new Int8Array(0);
  let scales = new Float32Array(0);
  let ids = new Float64Array(0);
  let count = 0;
  const places = new Map<number, number>();

  const placeOf = (id: number): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    if (count === ids.length) {
      const size = Math.max(growth, count * 2);
      scales = grown(scales, new Float32Array(size));
      ids = grown(ids, new Float64Array(size));
    }
    places.set(id, count);
    ids[count] = id;
    count += 1;
    return count - 1;
  };
  const put = (id: number, vector: Float32Array): void => {
    const place = placeOf(id);
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[place] = largest / one;
    for (let at = 0; at < dimensions; at += 1) {
      row[at] = largest === 0 ? 0 : Math.round(((vector[at] ?? 0) / largest) * one);
    }
    rows?.put(place, row);
  };
  const clear = (): void => {
    dimensions = 0;
    count = 0;
    rows = null;
    scales = new Float32Array(0);
    ids = new Float64Array(0);
    places.clear();
  };

  return {
    clear,
    read(db, modelId, first, last) {
      const found = db
        .prepare<VectorRow, [string, number, number]>(
          `select owner_id id, vector from embedding
           where owner_kind = 'offer' and model_id = ? and owner_id between ? and ?`,
        )
        .all(modelId, first, last);
      // An offer that is gone, or whose text changed and waits for its vector, is near to nothing.
      for (let id = first; id <= last; id += 1) {
        const place = places.get(id);
        if (place !== undefined) scales[place] = 0;
      }
      for (const { id, vector } of found) {
        const floats = floatsOf(vector);
        if (rows === null) {
          dimensions = floats.length;
          rows = createGrowingRows(dimensions);
          row = new Int8Array(dimensions);
        }
        if (floats.length === dimensions) put(id, floats);
      }
    },
    nearest(vector, top, least, isAllowed) {
      if (rows === null || vector.length !== dimensions) return [];
      const found: Nearest[] = [];
      let worst = least;
      rows.compare(vector);
      for (let from = 0; from < count; from += rowsAtOnce) {
        const products = rows.products(from);
        const to = Math.min(count, from + rowsAtOnce);
        for (let place = from; place < to; place += 1) {
          const scale = scales[place] ?? 0;
          const cosine = (products[place - from] ?? 0) * scale;
          if (scale === 0 || cosine < worst) continue;
          const id = ids[place] ?? 0;
          if (!isAllowed(id)) continue;
          found.push({ id, cosine });
          if (found.length >= 2 * top) worst = Math.max(least, keepBest(found, top));
        }
      }
      keepBest(found, top);
      return found;
    },
  };
}

function grown<Values extends Float32Array | Float64Array>(former: Values, larger: Values): Values {
  larger.set(former);
  return larger;
}

/** Keeps the best of a list, in their order, of equal ones the newest first as words do; gives the cosine of the last. */
function keepBest(found: Nearest[], top: number): number {
  found.sort((one, other) => other.cosine - one.cosine || other.id - one.id);
  if (found.length > top) found.length = top;
  return found.at(-1)?.cosine ?? -1;
}

/** A copy: a blob may lie anywhere in a larger buffer, and floats may not. */
function floatsOf(blob: Buffer): Float32Array {
  const floats = new Float32Array(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(floats.buffer).set(blob);
  return floats;
}
