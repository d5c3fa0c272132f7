import { finished } from 'node:stream/promises';
import yauzl from 'yauzl';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';

/**
 * What all entries may unpack to together. A sheet of 100,000 offers is about 100 MB of XML, and takes some ten times
 * that in memory while it is read: longer tables come as CSV, which is read as it streams by.
 */
const maxUnpackedBytes = 150 * 1024 * 1024;
const maxEntries = 5_000;
/** Longer ones are none that is looked for. */
const longestTag = 10_000;
const workbookPart = 'xl/workbook.xml';
const linksPart = 'xl/_rels/workbook.xml.rels';

/** What is not to be seen in the values of a sheet. */
export interface SheetLook {
  readonly name: string;
  readonly isHidden: boolean;
  readonly hiddenRows: number;
  /** Stretches of cells that were merged: only the first of each has a value. */
  readonly mergedCells: number;
  /** Whether cells do not say where they stand: each then follows the one before it (ECMA-376, part 1, 18.3.1.4). */
  readonly lacksAddresses: boolean;
}

/**
 * Looks into a workbook before anybody reads it: unpacks every entry once, counting what really comes out. Throws
 * `invalid-input`: `file-workbook-too-large`, `file-workbook-protected`, `file-workbook-damaged`,
 * `file-opendocument` for one of LibreOffice's own, and `file-binary` for any other ZIP file.
 */
export async function lookIntoWorkbook(
  path: string,
  signal: AbortSignal,
  limitBytes = maxUnpackedBytes,
): Promise<readonly SheetLook[]> {
  const texts = new Map<string, string>();
  const sheets = new Map<string, SeenTags>();
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true });
    let [unpacked, entries] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      throwIfCancelled(signal);
      entries += 1;
      unpacked += entry.uncompressedSize;
      if (entries > maxEntries || unpacked > limitBytes) throw tooLarge(unpacked, limitBytes);
      if (entry.isEncrypted()) {
        throw new AppError('invalid-input', 'The workbook is encrypted.', 'file-workbook-protected');
      }
      const { fileName } = entry;
      const stream = await zip.openReadStreamPromise(entry);
      if (fileName === 'mimetype' || fileName === workbookPart || fileName === linksPart) {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer); // yauzl's streams carry bytes.
        texts.set(fileName, Buffer.concat(chunks).toString('utf8'));
      } else if (fileName.startsWith('xl/worksheets/') && fileName.endsWith('.xml')) {
        sheets.set(fileName, await lookAtTags(stream));
      } else {
        stream.resume();
        await finished(stream);
      }
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
  const workbook = texts.get(workbookPart);
  if (workbook === undefined) throw noWorkbook(texts.get('mimetype') ?? '');
  const paths = pathsOf(texts.get(linksPart) ?? '');
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => ({
    name: decodeXml(attribute(tag, 'name') ?? ''),
    isHidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
    ...(sheets.get(paths.get(attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '') ?? '') ?? nothingHidden),
  }));
}

type SeenTags = Pick<SheetLook, 'hiddenRows' | 'mergedCells' | 'lacksAddresses'>;

const nothingHidden: SeenTags = { hiddenRows: 0, mergedCells: 0, lacksAddresses: false };

async function lookAtTags(stream: NodeJS.ReadableStream): Promise<SeenTags> {
  let [hiddenRows, mergedCells, rest] = [0, 0, ''];
  let lacksAddresses = false;
  for await (const chunk of stream) {
    // Tags are ASCII; a character that a chunk cuts is never part of one.
    const text = rest + (chunk as Buffer).toString('latin1'); // yauzl's streams carry bytes.
    hiddenRows += text.match(/<(?:\w+:)?row\s[^>]*\bhidden="(?:1|true)"[^>]*>/g)?.length ?? 0;
    mergedCells += text.match(/<(?:\w+:)?mergeCell\s[^>]*>/g)?.length ?? 0;
    lacksAddresses ||= /<(?:\w+:)?c(?=[\s/>])(?![^>]*\sr=)[^>]*>/.test(text);
    const open = text.lastIndexOf('<');
    // A tag that never ends is none of those that are counted.
    rest = open > text.lastIndexOf('>') && text.length - open < longestTag ? text.slice(open) : '';
  }
  return { hiddenRows, mergedCells, lacksAddresses };
}

/** Where the parts of a workbook stand, by the id under which it names them. */
function pathsOf(links: string): ReadonlyMap<string, string> {
  return new Map(
    [...links.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
      const target = attribute(tag, 'Target') ?? '';
      return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function decodeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tooLarge(unpackedBytes: number, limitBytes: number): AppError {
  const details = { unpackedBytes, limitBytes };
  return new AppError('invalid-input', 'The workbook unpacks to too much.', 'file-workbook-too-large', details);
}

function damaged(cause: unknown): AppError {
  return new AppError('invalid-input', 'The workbook cannot be read.', 'file-workbook-damaged', {}, { cause });
}

function noWorkbook(mimeType: string): AppError {
  return mimeType.includes('opendocument')
    ? new AppError('invalid-input', 'A document of LibreOffice.', 'file-opendocument')
    : new AppError('invalid-input', 'This ZIP file is no workbook.', 'file-binary');
}
