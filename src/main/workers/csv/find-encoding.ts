import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { AppError } from '../../../shared/domain/app-error';
import { readBlocks, scanBytes } from './open-file';

/** How many bytes around accents are shown to the detector: more changes its answer no further. */
const sampleBytes = 2 * 1024 * 1024;
/** What a European office program of the last forty years may have written; other guesses are mistakes here. */
const plausible: Readonly<Record<string, string>> = {
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  macintosh: 'macintosh',
  cp850: 'cp850',
  ibm850: 'cp850',
  cp858: 'cp858',
  cp437: 'cp437',
  ibm437: 'cp437',
  'utf-8': 'utf-8',
};
const usual = 'windows-1252';

/** What was found of files as they are: each is looked at as every kind, and again with each correction. */
const found = new Map<string, string>();
const mostFound = 100;

/**
 * How the text of a file is encoded: its byte order mark; else UTF-16 by its pattern of zeros; else UTF-8 when the
 * whole file is valid; else what a detector says of the accents. Throws `invalid-input` with `file-empty`, or
 * `file-binary` (with `line`) when zero bytes or control characters show that it holds no text.
 */
export async function findEncoding(path: string, signal: AbortSignal): Promise<string> {
  const state = await stateOf(path);
  const known = found.get(state);
  if (known !== undefined) return known;
  const encoding = await scanFile(path, signal);
  if (found.size >= mostFound) found.clear();
  found.set(state, encoding);
  return encoding;
}

/** Tells a file from all others, and from itself once it is written to. */
async function stateOf(path: string): Promise<string> {
  // Whoever reads a file that is not there says so.
  const state = await stat(path, { bigint: true }).catch(() => null);
  return [path, state?.ino, state?.size, state?.mtimeNs].join(' ');
}

async function scanFile(path: string, signal: AbortSignal): Promise<string> {
  const scan = new Scan();
  let passed = 0;
  for await (const block of readBlocks(path, scanBytes, signal)) {
    const known = passed === 0 ? (markedEncoding(block) ?? unmarkedUtf16(block)) : null;
    if (known) return known;
    const zero = block.indexOf(0);
    if (zero >= 0) throw binary(await lineAt(path, passed + zero, signal));
    if (passed === 0 && isControlled(block)) throw binary(1);
    scan.add(block);
    passed += block.length;
  }
  return scan.conclude();
}

/** In which line of a file a byte stands. */
async function lineAt(path: string, offset: number, signal: AbortSignal): Promise<number> {
  let line = 1;
  let passed = 0;
  for await (const block of readBlocks(path, scanBytes, signal)) {
    line += countLines(block.subarray(0, offset - passed));
    passed += block.length;
    if (passed > offset) break;
  }
  return line;
}

/** Looks at every byte once and keeps little. */
class Scan {
  private isBlank = true;
  private isValidUtf8 = true;
  private tail: Buffer = Buffer.alloc(0);
  private readonly samples: Buffer[] = [];
  private sampled = 0;

  add(block: Buffer): void {
    this.isBlank &&= block.toString('latin1').trim() === '';
    this.addText(block);
  }

  private addText(block: Buffer): void {
    const bytes = this.tail.length > 0 ? Buffer.concat([this.tail, block]) : block;
    const end = completeEnd(bytes);
    const isValid = isUtf8(bytes.subarray(0, end));
    this.tail = Buffer.from(bytes.subarray(end));
    this.isValidUtf8 &&= isValid;
    // Only blocks with accents tell encodings apart; samples before the first invalid block may be needed as well.
    if (this.sampled < sampleBytes && (!isValid || this.samples.length === 0)) {
      this.samples.push(Buffer.from(block));
      this.sampled += block.length;
    }
  }

  conclude(): string {
    if (this.isBlank) {
      throw new AppError('invalid-input', 'The file is empty.', 'file-empty');
    }
    if (this.isValidUtf8 && this.tail.length === 0) return 'utf-8';
    const { encoding } = detect(Buffer.concat(this.samples));
    return plausible[encoding?.toLowerCase() ?? ''] ?? usual;
  }
}

function binary(line: number): AppError {
  return new AppError('invalid-input', 'The file holds no text.', 'file-binary', { line });
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function markedEncoding(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.length > 3 ? 'utf-8' : null;
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** European text in UTF-16 has a zero in nearly every second byte and hardly one in the others. */
function unmarkedUtf16(head: Buffer): string | null {
  const length = Math.min(head.length, 65_536);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > length * 0.35 && even < length * 0.02) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.02 ? 'utf-16be' : null;
}

/** Whether control characters that no text holds make up more than a hundredth of the head. */
function isControlled(head: Buffer): boolean {
  const length = Math.min(head.length, 65_536);
  let found = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = head[index] ?? 0;
    // 9 to 13 are the blanks of a text, 26 is the end of a file of DOS.
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26) found += 1;
  }
  return found > length / 100;
}

/** Where the last whole UTF-8 character ends: the few bytes after it belong to the next block. */
function completeEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Throws `invalid-input` for an encoding that a person named and nobody knows. */
export function checkEncoding(encoding: string): string {
  const isKnown: boolean = iconv.encodingExists(encoding);
  if (isKnown) return encoding;
  throw new AppError('invalid-input', `There is no encoding "${encoding}".`, null, { field: 'encoding' });
}
