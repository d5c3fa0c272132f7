import { compileAddRows, panelColumns } from './add-rows';

const pageBytes = 65_536;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;

/** A table of signed bytes of which listed rows can be added up, each with a weight of its own. */
export interface ByteRows {
  /** Write the rows to add and their weights here, from the start. */
  readonly indexes: Int32Array;
  readonly weights: Float32Array;
  /** What `add` gave, a column each. */
  readonly sums: Float32Array;
  /** Adds up the first `count` listed rows. */
  add(count: number): void;
}

/**
 * Copies rows of `columns` signed bytes that lie one after the other; null for a number of columns that is no multiple of
 * 32. Bytes are a quarter of what floats would take of the processor's cache, where rows are looked up here and there.
 */
export function createByteRows(rows: Int8Array, columns: number): ByteRows | null {
  if (columns === 0 || columns % panelColumns !== 0) return null;
  const count = rows.length / columns;
  const sumsFrom = Math.ceil(rows.length / 16) * 16;
  const indexesFrom = sumsFrom + columns * floatBytes;
  const weightsFrom = indexesFrom + count * floatBytes;
  const end = weightsFrom + count * floatBytes;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / pageBytes) });
  const addRows = compileAddRows(memory);
  new Int8Array(memory.buffer).set(rows);
  return {
    indexes: new Int32Array(memory.buffer, indexesFrom, count),
    weights: new Float32Array(memory.buffer, weightsFrom, count),
    sums: new Float32Array(memory.buffer, sumsFrom, columns),
    add: (listed) => addRows(sumsFrom, indexesFrom, weightsFrom, listed * floatBytes, columns),
  };
}
