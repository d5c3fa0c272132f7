import { createGrowingRows, rowsAtOnce, type GrowingRows } from '../../workers/simd/growing-rows';
import type { ReadDb } from '../db/open';
import { createChangedBlocks } from './changed-blocks';

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
  /** Reads those of one model that changed since, as `ChangedBlocks` does; another model's are forgotten. */
  update(db: ReadDb, modelId: string, untilMs: number): boolean;
  /** Another whenever anything was read again. */
  readonly version: number;
  /** Whether an offer has a vector: one that has just come in has none yet, and none has without formations. */
  has(id: number): boolean;
  /** Visits the offers of which the cosine to a unit vector is at least `least`, to about 0.005, in no order. */
  each(vector: Float32Array, least: number, visit: (id: number, cosine: number) => void): void;
}

/** Keeps vectors in memory: read anew for each question they would be a hundred megabytes. */
export function createOfferVectors(): OfferVectors {
  let dimensions = 0;
  let rows: GrowingRows | null = null;
  let row = new Int8Array(0);
  let scales = new Float32Array(0);
  let ids = new Float64Array(0);
  let count = 0;
  let model: string | null = null;
  let version = 0;
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

  const blocks = createChangedBlocks((db) => {
    const stored = db.prepare<VectorRow, [string, number, number]>(
      `select owner_id id, vector from embedding
       where owner_kind = 'offer' and model_id = ? and owner_id between ? and ?`,
    );
    version += 1;
    return (_block, first, last) => {
      // An offer that is gone, or whose text changed and waits for its vector, is near to nothing.
      for (let id = first; id <= last; id += 1) {
        const place = places.get(id);
        if (place !== undefined) scales[place] = 0;
      }
      for (const { id, vector } of stored.all(model ?? '', first, last)) {
        const floats = floatsOf(vector);
        if (rows === null) {
          dimensions = floats.length;
          rows = createGrowingRows(dimensions);
          row = new Int8Array(dimensions);
        }
        if (floats.length === dimensions) put(id, floats);
      }
    };
  });

  return {
    get version() {
      return version;
    },
    update(db, modelId, untilMs) {
      if (model !== modelId) {
        clear();
        blocks.forget();
        model = modelId;
      }
      return blocks.follow(db, untilMs);
    },
    has(id) {
      const place = places.get(id);
      return place !== undefined && scales[place] !== 0;
    },
    each(vector, least, visit) {
      if (rows === null || vector.length !== dimensions) return;
      rows.compare(vector);
      for (let from = 0; from < count; from += rowsAtOnce) {
        const products = rows.products(from);
        const to = Math.min(count, from + rowsAtOnce);
        for (let place = from; place < to; place += 1) {
          const scale = scales[place] ?? 0;
          const cosine = (products[place - from] ?? 0) * scale;
          if (scale !== 0 && cosine >= least) visit(ids[place] ?? 0, cosine);
        }
      }
    },
  };
}

function grown<Values extends Float32Array | Float64Array>(former: Values, larger: Values): Values {
  larger.set(former);
  return larger;
}

/** A copy: a blob may lie anywhere in a larger buffer, and floats may not. */
function floatsOf(blob: Buffer): Float32Array {
  const floats = new Float32Array(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(floats.buffer).set(blob);
  return floats;
}
