// WebAssembly in binary form (https://webassembly.github.io/spec/core/binary/), put together by hand: one function is
// not worth a compiler among the dependencies.

const i32 = 0x7f;
const v128 = 0x7b;
const noResult = 0x40;
const block = 0x02;
const loop = 0x03;
const end = 0x0b;
const branch = 0x0c;
const branchIf = 0x0d;
const localGet = 0x20;
const localSet = 0x21;
const localTee = 0x22;
const i32Load = 0x28;
const i32Const = 0x41;
const i32AtLeast = 0x4f;
const i32Add = 0x6a;
const i32Subtract = 0x6b;
const i32ShiftLeft = 0x74;
const simd = 0xfd;
const v128Load = 0;
const v128LoadSplat = 9;
const v128Store = 11;
const f32x4Add = 228;
const f32x4Multiply = 230;

/** Columns that are summed at once, in as many registers as a processor has: 16 of 4 floats. */
export const panelColumns = 64;
const registers = 16;
const panelRowBytesLog2 = 8;
const panelRowBytes = 2 ** panelRowBytesLog2;

/** The parameters of the function, all of them i32; addresses and sizes in bytes. */
const [sums, indexes, weights, listBytes, matrix, panels, panelBytes] = [0, 1, 2, 3, 4, 5, 6];
const [at, row, weight, firstRegister] = [7, 8, 9, 10];
const parameterCount = 7;

/** Adds weighted rows of a matrix to sums; see `createWeightedRows` for the layout of the memory. */
export type AddRows = (
  ...parameters: readonly [
    sums: number,
    indexes: number,
    weights: number,
    listBytes: number,
    matrix: number,
    panels: number,
    panelBytes: number,
  ]
) => void;

/** Compiles the function on a memory. Throws where the processor or the engine has no SIMD. */
export function compileAddRows(memory: WebAssembly.Memory): AddRows {
  const module = new WebAssembly.Module(Uint8Array.from(moduleBytes()));
  const { run } = new WebAssembly.Instance(module, { host: { memory } }).exports;
  return run as AddRows; // The module below exports exactly this.
}

function moduleBytes(): readonly number[] {
  const signature = [0x60, ...vector(new Array<number[]>(parameterCount).fill([i32])), ...vector([])];
  const importedMemory = [...text('host'), ...text('memory'), 0x02, 0x00, ...unsigned(1)];
  const body = [
    ...vector([
      [...unsigned(2), i32],
      [...unsigned(registers + 1), v128],
    ]),
    ...code(),
    end,
  ];
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [signature]),
    ...section(2, [importedMemory]),
    ...section(3, [[0]]),
    ...section(7, [[...text('run'), 0x00, 0x00]]),
    ...section(10, [[...unsigned(body.length), ...body]]),
  ];
}

/** For each panel: take its sums into registers, add every listed row, put the sums back. */
function code(): readonly number[] {
  return [
    ...[loop, noResult],
    ...eachRegister((own, offset) => [localGet, sums, ...memory(v128Load, offset), localSet, own]),
    ...[i32Const, 0, localSet, at],
    ...[block, noResult, loop, noResult],
    ...[localGet, at, localGet, listBytes, i32AtLeast, branchIf, 1],
    ...[localGet, weights, localGet, at, i32Add, ...memory(v128LoadSplat, 0), localSet, weight],
    ...[localGet, indexes, localGet, at, i32Add, i32Load, 2, 0],
    ...[i32Const, panelRowBytesLog2, i32ShiftLeft, localGet, matrix, i32Add, localSet, row],
    ...eachRegister((own, offset) => [
      ...[localGet, own, localGet, weight, localGet, row, ...memory(v128Load, offset)],
      ...[simd, ...unsigned(f32x4Multiply), simd, ...unsigned(f32x4Add), localSet, own],
    ]),
    ...[localGet, at, i32Const, 4, i32Add, localSet, at],
    ...[branch, 0, end, end],
    ...eachRegister((own, offset) => [localGet, sums, localGet, own, ...memory(v128Store, offset)]),
    ...[localGet, sums, i32Const, ...signed(panelRowBytes), i32Add, localSet, sums],
    ...[localGet, matrix, localGet, panelBytes, i32Add, localSet, matrix],
    ...[localGet, panels, i32Const, 1, i32Subtract, localTee, panels, branchIf, 0, end],
  ];
}

function eachRegister(emit: (register: number, offset: number) => readonly number[]): readonly number[] {
  return Array.from({ length: registers }, (_, index) => emit(firstRegister + index, index * 16)).flat();
}

/** A SIMD instruction on memory, aligned to nothing in particular. */
function memory(instruction: number, offset: number): readonly number[] {
  return [simd, ...unsigned(instruction), 0, ...unsigned(offset)];
}

function section(id: number, items: readonly (readonly number[])[]): readonly number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): readonly number[] {
  return vector([...value].map((char) => [char.charCodeAt(0)]));
}

/** LEB128 of a number that is not negative. */
function unsigned(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

/** The same for a place where a sign is expected: the last byte must not look negative. */
function signed(value: number): readonly number[] {
  return value < 64 ? [value] : [(value % 128) + 128, ...signed(Math.floor(value / 128))];
}
