import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '../../../shared/domain/app-error';
import { logoLimits } from '../../../shared/contract/logos';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours, without and with transparency: what a page's canvas writes. */
const bytesADot: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/**
 * Reads the size of a logo, a PNG of eight bits a colour, in dots. Throws `invalid-input` (`logo-unusable`) for whatever
 * is none, is damaged or is larger than `logoLimits` allow: every report would fail on it.
 */
export function readLogo(bytes: Buffer): { readonly width: number; readonly height: number } {
  if (bytes.length > logoLimits.bytes) throw unusable(`larger than ${logoLimits.bytes} bytes`);
  const chunks = chunksOf(bytes);
  const head = chunks[0]?.type === 'IHDR' ? chunks[0].data : null;
  if (head?.length !== 13 || chunks.at(-1)?.type !== 'IEND') throw unusable('incomplete');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const dot = bytesADot[head[9] ?? 0];
  if (head[8] !== 8 || dot === undefined || head[12] !== 0) throw unusable('of another kind');
  if (width === 0 || height === 0 || width > logoLimits.width || height > logoLimits.height)
    throw unusable(`${width} by ${height} dots`);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  // A filter's number before each row.
  if (sizeOf(packed, height * (1 + width * dot)) !== height * (1 + width * dot)) throw unusable('without all its dots');
  return { width, height };
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  if (!bytes.subarray(0, signature.length).equals(signature)) throw unusable('no PNG');
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at < bytes.length) {
    const end = at + 12 + (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : bytes.length);
    if (end > bytes.length) throw unusable('cut off');
    const named = bytes.subarray(at + 4, end - 4);
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) throw unusable('damaged');
    chunks.push({ type: named.toString('latin1', 0, 4), data: named.subarray(4) });
    at = end;
  }
  return chunks;
}

/** How much packed bytes hold, no more than what is expected; 0 for what cannot be unpacked. */
function sizeOf(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length;
  } catch {
    return 0;
  }
}

function unusable(what: string): AppError {
  return new AppError('invalid-input', `The logo is ${what}.`, 'logo-unusable');
}
