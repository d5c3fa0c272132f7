// WebAssembly in binary form (https://webassembly.github.io/spec/core/binary/), put together by hand: two short
// functions are not worth a compiler among the dependencies.

type Code = readonly number[];

export const i32 = 0x7f;
export const v128 = 0x7b;
export const noResult = 0x40;
export const block = 0x02;
export const loop = 0x03;
export const end = 0x0b;
export const branch = 0x0c;
export const branchIf = 0x0d;
export const localGet = 0x20;
export const localSet = 0x21;
export const localTee = 0x22;
export const i32Load = 0x28;
const i32Const = 0x41;
export const i32Below = 0x49;
export const i32AtLeast = 0x4f;
export const i32Add = 0x6a;
export const i32Multiply = 0x6c;
const simdPrefix = 0xfd;
export const v128Load = 0;
export const v128Load8x8 = 1;
export const v128Load32Splat = 9;
export const v128Store = 11;
const i8x16Shuffle = 13;
export const i8x16Splat = 15;
export const i32x4ExtendLow = 167;
export const i32x4ExtendHigh = 168;
export const i32x4Add = 174;
export const i32x4DotI16x8 = 186;
export const f32x4Add = 228;
export const f32x4Multiply = 230;
export const f32x4ConvertI32x4 = 250;

/** A function of the module: how many parameters it has (all of them i32), its further locals, and its code. */
export interface FunctionCode {
  readonly parameterCount: number;
  readonly locals: readonly { readonly count: number; readonly type: number }[];
  readonly code: Code;
}

/** Compiles one function on a memory. Throws where the processor or the engine has no SIMD. */
export function compileFunction(memory: WebAssembly.Memory, definition: FunctionCode): (...values: number[]) => void {
  const module = new WebAssembly.Module(Uint8Array.from(moduleBytes(definition)));
  const { run } = new WebAssembly.Instance(module, { host: { memory } }).exports;
  return run as (...values: number[]) => void; // The module below exports exactly this.
}

function moduleBytes({ parameterCount, locals, code }: FunctionCode): Code {
  const signature = [0x60, ...vector(new Array<Code>(parameterCount).fill([i32])), ...vector([])];
  const importedMemory = [...text('host'), ...text('memory'), 0x02, 0x00, ...unsigned(1)];
  const body = [...vector(locals.map(({ count, type }) => [...unsigned(count), type])), ...code, end];
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [signature]),
    ...section(2, [importedMemory]),
    ...section(3, [[0]]),
    ...section(7, [[...text('run'), 0x00, 0x00]]),
    ...section(10, [[...unsigned(body.length), ...body]]),
  ];
}

/** A SIMD instruction without operands of its own. */
export function simd(instruction: number): Code {
  return [simdPrefix, ...unsigned(instruction)];
}

/** A SIMD instruction on memory, aligned to nothing in particular, `offset` bytes behind the address. */
export function simdMemory(instruction: number, offset: number): Code {
  return [...simd(instruction), 0, ...unsigned(offset)];
}

/** Takes four lanes of 32 bits out of the two vectors on the stack: 0 to 3 are those of the first. */
export function shuffle(lanes: readonly [number, number, number, number]): Code {
  return [...simd(i8x16Shuffle), ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte))];
}

/** Puts a whole number (not negative) on the stack. */
export function constant(value: number): Code {
  return [i32Const, ...signed(value)];
}

function section(id: number, items: readonly Code[]): Code {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): Code {
  return vector([...value].map((char) => [char.charCodeAt(0)]));
}

/** LEB128 of a number that is not negative. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

/** The same for a place where a sign is expected: the last byte must not look negative. */
function signed(value: number): Code {
  return value < 64 ? [value] : [(value % 128) + 128, ...signed(Math.floor(value / 128))];
}
