import { compileDotRows, lanes, rowsTogether } from './dot-rows';

const pageBytes = 65_536;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;
const integerBytes = Int16Array.BYTES_PER_ELEMENT;
/** What 1 becomes in the 16 bits of the vector that rows are compared with. */
const one = 32_767;
/** Rows of which the products are handed over at once. */
export const rowsAtOnce = 1_024;
/** Room for so many rows is made at least. */
const growth = 4_096;

/** Rows of signed bytes that are added and changed one by one, and with which a vector is multiplied. */
export interface GrowingRows {
  /** Puts a row of as many bytes as there are dimensions into a place, from 0; places before it must be taken. */
  put(place: number, row: Int8Array): void;
  /** Takes the vector, no longer than 1, that `products` multiplies. */
  compare(vector: Float32Array): void;
  /** The products of that vector with the rows from `from`, at most `rowsAtOnce`; written over by the next call. `from` is a multiple of `rowsAtOnce`. */
  products(from: number): Float32Array;
}

/**
 * Makes a table without rows. A byte a number takes half the memory of `createUnitRows`, and of the time that it takes to
 * read it; rows lie four by four as there. Throws where the processor or the engine has no SIMD.
 */
export function createGrowingRows(dimensions: number): GrowingRows {
  const length = Math.ceil(dimensions / lanes) * lanes;
  const productsFrom = length * integerBytes;
  const scaleFrom = productsFrom + rowsAtOnce * floatBytes;
  const rowsFrom = scaleFrom + pageBytes - (scaleFrom % pageBytes);
  const memory = new WebAssembly.Memory({ initial: rowsFrom / pageBytes });
  const dotRows = compileDotRows(memory, 1, 1);
  new Float32Array(memory.buffer, scaleFrom, 1)[0] = 1 / one;
  let room = 0;
  // Views of the memory end when it grows.
  let bytes = new Int8Array(memory.buffer, rowsFrom);
  let vector = new Int16Array(memory.buffer, 0, length);
  let products = new Float32Array(memory.buffer, productsFrom, rowsAtOnce);

  const grow = (): void => {
    const wanted = Math.max(growth, room * 2);
    memory.grow(Math.ceil((wanted * length) / pageBytes) - Math.floor(bytes.length / pageBytes));
    room = wanted;
    bytes = new Int8Array(memory.buffer, rowsFrom);
    vector = new Int16Array(memory.buffer, 0, length);
    products = new Float32Array(memory.buffer, productsFrom, rowsAtOnce);
  };
  return {
    put(place, row) {
      if (place >= room) grow();
      const inBlock = place % rowsTogether;
      const start = (place - inBlock) * length + inBlock * lanes;
      for (let at = 0; at < dimensions; at += 1) {
        const inLanes = at % lanes;
        bytes[start + (at - inLanes) * rowsTogether + inLanes] = row[at] ?? 0;
      }
    },
    compare(other) {
      for (let at = 0; at < dimensions; at += 1) vector[at] = Math.round((other[at] ?? 0) * one);
    },
    products(from) {
      const to = Math.min(rowsAtOnce, room - from);
      const start = rowsFrom + from * length;
      if (to > 0) dotRows(0, length * integerBytes, start, productsFrom, productsFrom + to * floatBytes, 0, scaleFrom);
      return products;
    },
  };
}
