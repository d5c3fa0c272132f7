import { blockBits, blockSize } from '../../../shared/domain/offer-block';

const inBlock = blockSize - 1;

/** One value an offer, kept as a small number: 0 for none. */
export interface CodedColumn<Value> {
  /** Forgets what the offers of a block had. */
  clear(block: number): void;
  /** What equal keys were put with first is what is shown. */
  put(id: number, key: string | number | null, value: Value | null): void;
  codeOf(id: number): number;
  /** Calls `visit` with each offer that has a value. */
  each(visit: (id: number, code: number) => void): void;
  /** The value of a code above 0. */
  valueOf(code: number): Value | undefined;
  /** One more than the highest code. */
  readonly size: number;
}

/** A column of four bytes an offer, whatever its values are. */
export function createCodedColumn<Value>(): CodedColumn<Value> {
  const blocks: (Int32Array | undefined)[] = [];
  const codes = new Map<string | number, number>();
  const values: (Value | undefined)[] = [undefined];
  return {
    clear: (block) => void blocks[block]?.fill(0),
    put(id, key, value) {
      const block = (blocks[id >> blockBits] ??= new Int32Array(inBlock + 1));
      block[id & inBlock] = 0;
      if (key === null || value === null) return;
      let code = codes.get(key);
      if (code === undefined) {
        code = values.push(value) - 1;
        codes.set(key, code);
      }
      block[id & inBlock] = code;
    },
    codeOf: (id) => blocks[id >> blockBits]?.[id & inBlock] ?? 0,
    each(visit) {
      blocks.forEach((codes, block) => {
        if (codes === undefined) return;
        for (let place = 0; place <= inBlock; place += 1) {
          const code = codes[place] ?? 0;
          if (code !== 0) visit((block << blockBits) + place, code);
        }
      });
    },
    valueOf: (code) => values[code],
    get size() {
      return values.length;
    },
  };
}

/** Any number of values an offer. */
export interface ListColumn {
  /** Puts the lists of a block in place of those that were there: pairs of id and value, by id. */
  put(block: number, pairs: readonly (readonly [id: number, value: number])[]): void;
  /** Calls `visit` with each value of an offer. */
  each(id: number, visit: (value: number) => void): void;
}

/** Lists of small numbers, those of a block in one array. */
export function createListColumn(): ListColumn {
  const blocks: ({ readonly starts: Uint32Array; readonly values: Int32Array } | undefined)[] = [];
  return {
    put(block, pairs) {
      const starts = new Uint32Array(inBlock + 2);
      for (const [id] of pairs) starts[(id & inBlock) + 1] = (starts[(id & inBlock) + 1] ?? 0) + 1;
      for (let place = 0; place <= inBlock; place += 1) {
        starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
      }
      blocks[block] = { starts, values: Int32Array.from(pairs, ([, value]) => value) };
    },
    each(id, visit) {
      const block = blocks[id >> blockBits];
      if (block === undefined) return;
      const end = block.starts[(id & inBlock) + 1] ?? 0;
      for (let at = block.starts[id & inBlock] ?? 0; at < end; at += 1) visit(block.values[at] ?? 0);
    },
  };
}
