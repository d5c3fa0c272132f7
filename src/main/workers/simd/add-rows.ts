import * as wasm from './wasm-code';

/** Columns that are summed at once, in half of the registers that a processor has: 8 of 4 floats. */
export const panelColumns = 32;
const columnsTogether = 8;
const floatBytes = 4;

const [sums, indexes, weights, listBytes, rowBytes] = [0, 1, 2, 3, 4];
const [column, at, row, codes, weight, firstSum] = [5, 6, 7, 8, 9, 10];
const sumCount = panelColumns / 4;

/**
 * Writes the sum of listed rows of the table of signed bytes at the start of the memory, each with a weight of its own;
 * see `createByteRows`. All addresses and sizes in bytes.
 */
export type AddRows = (
  ...parameters: readonly [sums: number, indexes: number, weights: number, listBytes: number, rowBytes: number]
) => void;

/** Compiles the function on a memory. Throws where the processor or the engine has no SIMD. */
export function compileAddRows(memory: WebAssembly.Memory): AddRows {
  const locals = [
    { count: 3, type: wasm.i32 },
    { count: 2 + sumCount, type: wasm.v128 },
  ];
  return wasm.compileFunction(memory, { parameterCount: 5, locals, code: code() });
}

/** For each panel of columns: add every listed row in registers, then write the sums. */
function code(): readonly number[] {
  const { localGet, localSet, localTee, loop, block, noResult, i32Add, i32Below, branch, branchIf, end } = wasm;
  const registers = Array.from({ length: sumCount }, (_, index) => firstSum + index);
  return [
    ...[loop, noResult],
    ...registers.flatMap((sum) => [...wasm.constant(0), ...wasm.simd(wasm.i8x16Splat), localSet, sum]),
    ...[...wasm.constant(0), localSet, at],
    ...[block, noResult, loop, noResult],
    ...[localGet, at, localGet, listBytes, wasm.i32AtLeast, branchIf, 1],
    ...[localGet, weights, localGet, at, i32Add, ...wasm.simdMemory(wasm.v128Load32Splat, 0), localSet, weight],
    ...[localGet, indexes, localGet, at, i32Add, wasm.i32Load, 2, 0],
    ...[localGet, rowBytes, wasm.i32Multiply, localGet, column, i32Add, localSet, row],
    ...registers.flatMap((sum, index) => addColumns(sum, index)),
    ...[localGet, at, ...wasm.constant(floatBytes), i32Add, localSet, at],
    ...[branch, 0, end, end],
    ...registers.flatMap((sum, index) => [
      ...[localGet, sums, localGet, sum, ...wasm.simdMemory(wasm.v128Store, index * 16)],
    ]),
    ...[localGet, sums, ...wasm.constant(panelColumns * floatBytes), i32Add, localSet, sums],
    ...[localGet, column, ...wasm.constant(panelColumns), i32Add, localTee, column],
    ...[localGet, rowBytes, i32Below, branchIf, 0, end],
  ];
}

/** Adds four columns; the bytes of eight are read at once and widened twice. */
function addColumns(sum: number, index: number): readonly number[] {
  const { localGet, localSet } = wasm;
  const isSecondHalf = index % 2 === 1;
  const load = [localGet, row, ...wasm.simdMemory(wasm.v128Load8x8, (index >> 1) * columnsTogether), localSet, codes];
  return [
    ...(isSecondHalf ? [] : load),
    ...[localGet, codes, ...wasm.simd(isSecondHalf ? wasm.i32x4ExtendHigh : wasm.i32x4ExtendLow)],
    ...[...wasm.simd(wasm.f32x4ConvertI32x4), localGet, weight, ...wasm.simd(wasm.f32x4Multiply)],
    ...[localGet, sum, ...wasm.simd(wasm.f32x4Add), localSet, sum],
  ];
}
