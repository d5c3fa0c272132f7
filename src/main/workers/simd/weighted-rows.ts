import { compileAddRows, panelColumns } from './simd-module';

const pageBytes = 65_536;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;

// The vector of a text is the sum of its pieces' rows, each as often as it comes. Both halves of a score are such sums
// too: the products of a vector with all formations are the rows of the matrix whose columns are the formations, weighted
// by the vector; and so are the n-grams that a text shares with them. Of the ways tried (simple loops, loops over four
// rows at a time beside inverted lists, and this) it is the quickest; benchmarks/match.ts prints it beside the first.

/** A matrix of floats of which listed rows can be added up, each with a weight of its own. */
export interface WeightedRows {
  /** Write the rows to add and their weights here, from the start. */
  readonly indexes: Int32Array;
  readonly weights: Float32Array;
  /** What came out, a column each; whatever stands here is added to. */
  readonly sums: Float32Array;
  /** Puts a value into the matrix. */
  set(row: number, column: number, value: number): void;
  /** Fills a row with what stands in `source` from `from` on. */
  setRow(row: number, source: Float32Array, from: number): void;
  /** Adds the first `count` listed rows to the sums. */
  add(count: number): void;
}

/** Makes a matrix of zeros. */
export function createWeightedRows(rows: number, columns: number): WeightedRows {
  const { matrix, place, run } = createPanels(rows, columns, 1);
  return {
    indexes: place.indexes,
    weights: place.weights,
    sums: place.sums.subarray(0, columns),
    set: (row, column, value) => matrix.set(row, column, value),
    setRow: (row, source, from) => matrix.setRow(row, source, from),
    add: (count) => run.all(count),
  };
}

/** Vectors of one length with which others can be multiplied, all with all. */
export interface Columns {
  /** How many vectors there are. */
  readonly columns: number;
  /**
   * The dot products of each given vector (row after row) with each of the columns, row after row; written over by the
   * next call.
   */
  products(vectors: Float32Array): Float32Array;
}

/** Vectors that are multiplied at once: one panel of the matrix stays in the processor's cache for all of them. */
const vectorsAtOnce = 64;

/** Makes columns of vectors that lie one after the other. */
export function createColumns(vectors: Float32Array, dimensions: number): Columns {
  const columns = dimensions === 0 ? 0 : vectors.length / dimensions;
  const { matrix, place, run } = createPanels(dimensions, columns, vectorsAtOnce);
  for (let column = 0; column < columns; column += 1) matrix.setColumn(column, vectors, column * dimensions);
  place.indexes.forEach((_, row) => (place.indexes[row] = row));
  // Kept from call to call: memory of typed arrays is given back late.
  let room = new Float32Array(0);
  return {
    columns,
    products(others) {
      const count = dimensions === 0 ? 0 : others.length / dimensions;
      if (room.length < count * columns) room = new Float32Array(count * columns);
      const products = room.subarray(0, count * columns);
      for (let start = 0; start < count; start += vectorsAtOnce) {
        const chunk = Math.min(vectorsAtOnce, count - start);
        place.weights.set(others.subarray(start * dimensions, (start + chunk) * dimensions));
        place.sums.fill(0);
        run.each(chunk);
        for (let at = 0; at < chunk; at += 1) {
          const from = at * matrix.paddedColumns;
          products.set(place.sums.subarray(from, from + columns), (start + at) * columns);
        }
      }
      return products;
    },
  };
}

/** The memory that the SIMD function works on: the matrix, then room for `lists` results and weights, one list of rows. */
function createPanels(rows: number, columns: number, lists: number) {
  // Columns lie in panels of 64, row after row.
  const panels = Math.max(1, Math.ceil(columns / panelColumns));
  const panelFloats = rows * panelColumns;
  const paddedColumns = panels * panelColumns;
  const sumsFrom = panels * panelFloats * floatBytes;
  const indexesFrom = sumsFrom + lists * paddedColumns * floatBytes;
  const weightsFrom = indexesFrom + rows * floatBytes;
  const end = weightsFrom + lists * rows * floatBytes;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(end / pageBytes)) });
  const addRows = compileAddRows(memory);
  const values = new Float32Array(memory.buffer, 0, panels * panelFloats);
  return {
    matrix: {
      paddedColumns,
      set(row: number, column: number, value: number): void {
        const panel = Math.floor(column / panelColumns);
        values[panel * panelFloats + row * panelColumns + (column % panelColumns)] = value;
      },
      setRow(row: number, source: Float32Array, from: number): void {
        for (let panel = 0; panel < panels; panel += 1) {
          const start = from + panel * panelColumns;
          const end = Math.min(start + panelColumns, from + columns);
          values.set(source.subarray(start, end), panel * panelFloats + row * panelColumns);
        }
      },
      /** Fills a column from `from` on in `source`. */
      setColumn(column: number, source: Float32Array, from: number): void {
        const first = Math.floor(column / panelColumns) * panelFloats + (column % panelColumns);
        for (let row = 0; row < rows; row += 1) values[first + row * panelColumns] = source[from + row] ?? 0;
      },
    },
    place: {
      indexes: new Int32Array(memory.buffer, indexesFrom, rows),
      weights: new Float32Array(memory.buffer, weightsFrom, lists * rows),
      sums: new Float32Array(memory.buffer, sumsFrom, lists * paddedColumns),
    },
    run: {
      /** The first `count` listed rows, for all columns. */
      all(count: number): void {
        addRows(sumsFrom, indexesFrom, weightsFrom, count * floatBytes, 0, panels, panelFloats * floatBytes);
      },
      /** All rows, for `count` lists of weights. */
      each(count: number): void {
        const listBytes = rows * floatBytes;
        for (let panel = 0; panel < panels; panel += 1) {
          const panelFrom = panel * panelFloats * floatBytes;
          for (let list = 0; list < count; list += 1) {
            const sums = sumsFrom + (list * paddedColumns + panel * panelColumns) * floatBytes;
            addRows(sums, indexesFrom, weightsFrom + list * listBytes, listBytes, panelFrom, 1, 0);
          }
        }
      },
    },
  };
}
