import { compileDotRows, lanes, rowsTogether, vectorsTogether } from './dot-rows';

const pageBytes = 65_536;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;
const integerBytes = Int16Array.BYTES_PER_ELEMENT;

/**
 * What 1 becomes in 16 bits. Vectors no longer than 1 have products whose every partial sum stays within 32 bits, and
 * sums of whole numbers are the same in whatever order: results do not depend on the processor.
 */
const one = 32_767;
/** Vectors that are multiplied with some rows before the next rows are looked at. */
const vectorsAtOnce = 16;
/** Rows that fit into the processor's first cache beside them. */
const rowsAtOnce = 32;

/** Vectors, none longer than 1, with which others of that kind are multiplied, all with all. */
export interface UnitRows {
  /** How many vectors there are. */
  readonly count: number;
  /**
   * The dot products of each given vector (row after row) with each of the rows, row after row, to about 1e-4. Written
   * over by the next call.
   */
  products(vectors: Float32Array): Float32Array;
  /** Takes the vector that `nearest` compares. */
  compare(vector: Float32Array): void;
  /** The largest product of that vector with the rows from `from` to before `to`; -1 where there are none. */
  nearest(from: number, to: number): number;
}

/**
 * Makes rows of vectors that lie one after the other. Whole numbers of 16 bits are three times as quick as floats, and
 * plain loops over either take ten times as long (benchmarks/match.ts).
 */
export function createUnitRows(vectors: Float32Array, dimensions: number): UnitRows {
  const count = dimensions === 0 ? 0 : vectors.length / dimensions;
  const memory = createMemory(count, dimensions);
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < dimensions; at += 1) {
      memory.rows[placeOf(row, at, memory.length)] = toInteger(vectors[row * dimensions + at]);
    }
  }
  const take = (others: Float32Array, from: number, to: number): void => {
    for (let at = 0; at < dimensions; at += 1) {
      memory.vectors[to * memory.length + at] = toInteger(others[from * dimensions + at]);
    }
  };
  // Kept from call to call: memory of typed arrays is given back late.
  let room = new Float32Array(0);
  return {
    count,
    products(others) {
      const otherCount = dimensions === 0 ? 0 : others.length / dimensions;
      if (room.length < otherCount * count) room = new Float32Array(otherCount * count);
      for (let start = 0; start < otherCount; start += vectorsAtOnce) {
        const taken = Math.min(vectorsAtOnce, otherCount - start);
        for (let index = 0; index < taken; index += 1) take(others, start + index, index);
        memory.multiply(taken);
        for (let index = 0; index < taken; index += 1) room.set(memory.productsOf(index), (start + index) * count);
      }
      return room.subarray(0, otherCount * count);
    },
    compare: (vector) => take(vector, 0, 0),
    nearest(from, to) {
      memory.multiplyFirst(from, to);
      let nearest = -1;
      for (let row = from; row < to; row += 1) {
        const product = memory.products[row] ?? -1;
        if (product > nearest) nearest = product;
      }
      return nearest;
    },
  };
}

function toInteger(value: number | undefined): number {
  return Math.round((value ?? 0) * one);
}

/** Rows lie four by four, eight numbers of each in turn. */
function placeOf(row: number, at: number, length: number): number {
  const inBlock = row % rowsTogether;
  const inLanes = at % lanes;
  return (row - inBlock) * length + (at - inLanes) * rowsTogether + inBlock * lanes + inLanes;
}

/** The memory that the SIMD function works on: rows, vectors and products, each padded to what it takes at once. */
function createMemory(count: number, dimensions: number) {
  const length = roundUp(dimensions, lanes);
  const paddedCount = roundUp(count, rowsTogether);
  const rowBytes = length * integerBytes;
  const productsBytes = paddedCount * floatBytes;
  const vectorsFrom = paddedCount * rowBytes;
  const productsFrom = vectorsFrom + vectorsAtOnce * rowBytes;
  const scaleFrom = productsFrom + vectorsAtOnce * productsBytes;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((scaleFrom + floatBytes) / pageBytes) });
  const dotRows = compileDotRows(memory, vectorsTogether);
  const dotRowsOfOne = compileDotRows(memory, 1);
  new Float32Array(memory.buffer, scaleFrom, 1)[0] = 1 / one ** 2;
  return {
    length,
    rows: new Int16Array(memory.buffer, 0, paddedCount * length),
    vectors: new Int16Array(memory.buffer, vectorsFrom, vectorsAtOnce * length),
    /** Multiplies the first `taken` vectors with all rows. */
    multiply(taken: number): void {
      for (let row = 0; row < paddedCount; row += rowsAtOnce) {
        const rowsBytes = Math.min(rowsAtOnce, paddedCount - row) * floatBytes;
        for (let vector = 0; vector < taken; vector += vectorsTogether) {
          const products = productsFrom + vector * productsBytes + row * floatBytes;
          const vectorFrom = vectorsFrom + vector * rowBytes;
          dotRows(vectorFrom, rowBytes, row * rowBytes, products, products + rowsBytes, productsBytes, scaleFrom);
        }
      }
    },
    /** Multiplies the first vector with the rows from `from` to before `to`, and with what else is multiplied with them. */
    multiplyFirst(from: number, to: number): void {
      const start = from - (from % rowsTogether);
      const products = productsFrom + start * floatBytes;
      const end = productsFrom + to * floatBytes;
      if (start < to) dotRowsOfOne(vectorsFrom, rowBytes, start * rowBytes, products, end, productsBytes, scaleFrom);
    },
    /** Those with the first vector. */
    products: new Float32Array(memory.buffer, productsFrom, count),
    productsOf: (vector: number) => new Float32Array(memory.buffer, productsFrom + vector * productsBytes, count),
  };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
