// Reads the one kind of network that is no more than a table: Gather(table, ids) → Cast → Mul(…, Gather(scales, ids)).
// Of the Protocol Buffers that ONNX is written in (https://protobuf.dev/programming-guides/encoding/) it needs fields of
// bytes and of whole numbers; what else there is, it takes for another kind of network.

/** What a network answers for each piece: a row of signed bytes times the row's scale. */
export interface PieceTable {
  readonly dimensions: number;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

/** The table that an ONNX file holds; null when its network is of another kind. */
export function readPieceTable(file: Uint8Array): PieceTable | null {
  const [graph] = bytesOf(readFields(file), 7);
  if (!graph) return null;
  const fields = readFields(graph);
  const tensors = bytesOf(fields, 5).map(readTensor);
  const [ids] = bytesOf(fields, 11).map(nameOf);
  const [states] = bytesOf(fields, 12).map(nameOf);
  const nodes = bytesOf(fields, 1).map(readNode);
  const [codes, widened, scale, product] = nodes;
  const isKnown =
    nodes.length === 4 &&
    isStep(codes, 'Gather', [codes?.inputs[0], ids]) &&
    isStep(widened, 'Cast', [codes?.output]) &&
    isStep(scale, 'Gather', [scale?.inputs[0], ids]) &&
    isStep(product, 'Mul', [widened?.output, scale?.output]) &&
    product?.output === states;
  const table = tensors.find(({ name }) => name === codes?.inputs[0]);
  const scales = tensors.find(({ name }) => name === scale?.inputs[0]);
  if (!isKnown || table?.type !== int8 || scales?.type !== float32) return null;
  const [count = 0, dimensions = 0] = table.shape;
  const isWhole = table.content.length === count * dimensions && scales.content.length === count * 4;
  if (!isWhole || scales.shape[0] !== count) return null;
  return {
    dimensions,
    rows: new Int8Array(new Uint8Array(table.content).buffer),
    scales: new Float32Array(new Uint8Array(scales.content).buffer),
  };
}

/** Types of ONNX tensors, of the enumeration `TensorProto.DataType`. */
const [float32, int8] = [1, 3];

interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string | undefined;
  /** Values of its attributes; a Gather along the first axis and a Cast to float have none but these. */
  readonly attributes: readonly number[];
}

function isStep(
  node: Node | undefined,
  type: 'Gather' | 'Cast' | 'Mul',
  inputs: readonly (string | undefined)[],
): boolean {
  const expected = type === 'Cast' ? [float32] : type === 'Gather' ? [0] : [];
  return node?.type === type && isSame(node.inputs, inputs) && isSame(node.attributes, expected);
}

function isSame<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}

function readNode(content: Uint8Array): Node {
  const fields = readFields(content);
  return {
    type: bytesOf(fields, 4).map(toText)[0] ?? '',
    inputs: bytesOf(fields, 1).map(toText),
    output: bytesOf(fields, 2).map(toText)[0],
    attributes: bytesOf(fields, 5).map((attribute) => numbersOf(readFields(attribute), 3)[0] ?? 0),
  };
}

function readTensor(content: Uint8Array) {
  const fields = readFields(content);
  return {
    name: bytesOf(fields, 8).map(toText)[0] ?? '',
    type: numbersOf(fields, 2)[0],
    shape: shapeOf(fields),
    content: bytesOf(fields, 9)[0] ?? new Uint8Array(0),
  };
}

/** Lists of numbers stand packed in one field or in a field each. */
function shapeOf(fields: readonly Field[]): readonly number[] {
  const packed = bytesOf(fields, 1).flatMap((content) => {
    const values: number[] = [];
    for (let at = 0; at < content.length;) {
      const { value, end } = readNumber(content, at);
      values.push(value);
      at = end;
    }
    return values;
  });
  return [...numbersOf(fields, 1), ...packed];
}

function nameOf(content: Uint8Array): string | undefined {
  return bytesOf(readFields(content), 1).map(toText)[0];
}

function toText(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

function bytesOf(fields: readonly Field[], wanted: number): readonly Uint8Array[] {
  return fields.flatMap(({ number, value }) => (number === wanted && typeof value !== 'number' ? [value] : []));
}

function numbersOf(fields: readonly Field[], wanted: number): readonly number[] {
  return fields.flatMap(({ number, value }) => (number === wanted && typeof value === 'number' ? [value] : []));
}

/** The fields of a message; those of a kind that is not read here are left out. */
function readFields(message: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length;) {
    const tag = readNumber(message, at);
    const number = Math.floor(tag.value / 8);
    const kind = tag.value % 8;
    at = tag.end;
    if (kind === 0) {
      const { value, end } = readNumber(message, at);
      fields.push({ number, value });
      at = end;
    } else if (kind === 2) {
      const length = readNumber(message, at);
      at = length.end + length.value;
      fields.push({ number, value: message.subarray(length.end, at) });
    } else at += kind === 1 ? 8 : 4;
  }
  return fields;
}

/** A whole number in groups of seven bits, the lowest first. */
function readNumber(message: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let scale = 1;
  let at = from;
  while (at < message.length) {
    const byte = message[at] ?? 0;
    at += 1;
    value += (byte % 128) * scale;
    scale *= 128;
    if (byte < 128) break;
  }
  return { value, end: at };
}
