import * as wasm from './wasm-code';

/** Rows whose products are computed together; one load of a vector serves all of them. */
export const rowsTogether = 4;
/** Vectors that they are multiplied with together; one load of a row serves both. */
export const vectorsTogether = 2;
type VectorCount = 1 | typeof vectorsTogether;
/** Numbers of 16 bits that are multiplied at once. */
export const lanes = 8;

const laneBytes = 16;
const [vectors, vectorBytes, rows, products, productsEnd, productsBytes, scale] = [0, 1, 2, 3, 4, 5, 6];
const [at, left, right, row, firstSum] = [7, 8, 9, 10, 11];

/**
 * Writes the dot products of one vector or two, one behind the other, with rows that lie four by four, eight numbers of each in
 * turn; see `createUnitRows`. The products with the second vector lie `productsBytes` behind those with the first.
 * Addresses and sizes in bytes; `scale` is where the float stands by which all products are multiplied.
 */
export type DotRows = (
  ...parameters: readonly [
    vectors: number,
    vectorBytes: number,
    rows: number,
    products: number,
    productsEnd: number,
    productsBytes: number,
    scale: number,
  ]
) => void;

/** How many bytes a number of a row takes; those of a vector take two. */
type NumberBytes = 1 | 2;

/** Compiles the function for so many vectors on a memory. Throws where the processor or the engine has no SIMD. */
export function compileDotRows(
  memory: WebAssembly.Memory,
  vectorCount: VectorCount,
  numberBytes: NumberBytes = 2,
): DotRows {
  const locals = [
    { count: 1, type: wasm.i32 },
    { count: 3 + vectorsTogether * rowsTogether, type: wasm.v128 },
  ];
  return wasm.compileFunction(memory, { parameterCount: 7, locals, code: code(vectorCount, numberBytes) });
}

/** For each four rows: multiply eight numbers at a time, then add up what the four lanes of each sum hold. */
function code(vectorCount: VectorCount, numberBytes: NumberBytes): readonly number[] {
  const { localGet, localSet, localTee, loop, noResult, i32Add, i32Below, branchIf, end } = wasm;
  const leftSums = Array.from({ length: rowsTogether }, (_, index) => firstSum + index);
  const rightSums = vectorCount === 1 ? [] : leftSums.map((sum) => sum + rowsTogether);
  const ofTwo = (instructions: readonly number[]): readonly number[] => (vectorCount === 1 ? [] : instructions);
  const load = (offset: number): readonly number[] => wasm.simdMemory(wasm.v128Load, offset);
  // Single bytes are widened while they are read.
  const rowLoad = numberBytes === 1 ? wasm.v128Load8x8 : wasm.v128Load;
  const loadRow = (index: number): readonly number[] => wasm.simdMemory(rowLoad, index * lanes * numberBytes);
  const addProducts = (sum: number, vector: number): readonly number[] => {
    return [localGet, sum, localGet, vector, localGet, row, ...dotAndAdd, localSet, sum];
  };
  return [
    ...[loop, noResult],
    ...[...leftSums, ...rightSums].flatMap((sum) => [
      ...wasm.constant(0),
      ...wasm.simd(wasm.i8x16Splat),
      localSet,
      sum,
    ]),
    ...[...wasm.constant(0), localSet, at],
    ...[loop, noResult],
    ...[localGet, vectors, localGet, at, i32Add, ...load(0), localSet, left],
    ...ofTwo([localGet, vectors, localGet, at, i32Add, localGet, vectorBytes, i32Add, ...load(0), localSet, right]),
    ...leftSums.flatMap((sum, index) => [
      ...[localGet, rows, ...loadRow(index), localSet, row],
      ...[...addProducts(sum, left), ...ofTwo(addProducts(sum + rowsTogether, right))],
    ]),
    ...[localGet, rows, ...wasm.constant(rowsTogether * lanes * numberBytes), i32Add, localSet, rows],
    ...[localGet, at, ...wasm.constant(laneBytes), i32Add, localTee, at, localGet, vectorBytes, i32Below, branchIf, 0],
    end,
    ...[localGet, products, ...totals(leftSums), ...wasm.simdMemory(wasm.v128Store, 0)],
    ...ofTwo([localGet, products, localGet, productsBytes, i32Add, ...totals(rightSums)]),
    ...ofTwo(wasm.simdMemory(wasm.v128Store, 0)),
    ...[localGet, products, ...wasm.constant(laneBytes), i32Add, localTee, products],
    ...[localGet, productsEnd, i32Below, branchIf, 0, end],
  ];
}

const dotAndAdd = [...wasm.simd(wasm.i32x4DotI16x8), ...wasm.simd(wasm.i32x4Add)];

/** Puts on the stack the totals of four sums, each the sum of its four lanes times the scale. */
function totals([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): readonly number[] {
  const { localGet, localSet } = wasm;
  return [
    ...[...addHalves(first, second, [0, 4, 1, 5], [2, 6, 3, 7]), localSet, first],
    ...[...addHalves(third, fourth, [0, 4, 1, 5], [2, 6, 3, 7]), localSet, third],
    ...addHalves(first, third, [0, 1, 4, 5], [2, 3, 6, 7]),
    ...[...wasm.simd(wasm.f32x4ConvertI32x4), localGet, scale, ...wasm.simdMemory(wasm.v128Load32Splat, 0)],
    ...wasm.simd(wasm.f32x4Multiply),
  ];
}

type Lanes = readonly [number, number, number, number];

/** The sum of two selections out of the same two vectors. */
function addHalves(one: number, other: number, low: Lanes, high: Lanes): readonly number[] {
  const { localGet } = wasm;
  const both = [localGet, one, localGet, other];
  return [...both, ...wasm.shuffle(low), ...both, ...wasm.shuffle(high), ...wasm.simd(wasm.i32x4Add)];
}
