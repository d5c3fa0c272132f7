import { finished } from 'node:stream/promises';
import mammoth from 'mammoth';
import yauzl from 'yauzl';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';

/** What all entries may unpack to together; the text of the longest offers is a thousandth of it. */
const maxUnpackedBytes = 100 * 1024 * 1024;
const maxEntries = 5_000;
const mainPart = 'word/document.xml';

/**
 * The text of a Word document, a paragraph a line. Throws `invalid-input`: `document-type` for a ZIP file that is no
 * Word document, `document-damaged` for one that is broken or unpacks to far more than any document.
 */
export async function readDocx(bytes: Buffer, signal: AbortSignal): Promise<string> {
  await checkPackage(bytes, signal);
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    return value.replace(/\n\n/g, '\n');
  } catch (error) {
    throw damaged(error);
  }
}

/** Unpacks every entry once; yauzl ends one that holds more than it says. */
async function checkPackage(bytes: Buffer, signal: AbortSignal): Promise<void> {
  let unpacked = 0;
  let entries = 0;
  let hasMainPart = false;
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      throwIfCancelled(signal);
      entries += 1;
      unpacked += entry.uncompressedSize;
      if (entries > maxEntries || unpacked > maxUnpackedBytes) throw damaged(new Error('It unpacks to too much.'));
      if (entry.isEncrypted()) throw new AppError('invalid-input', 'The document is encrypted.', 'document-protected');
      if (entry.fileName === mainPart) hasMainPart = true;
      const stream = await zip.openReadStreamPromise(entry);
      stream.resume();
      await finished(stream);
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
  if (!hasMainPart) throw new AppError('invalid-input', 'This ZIP file is no Word document.', 'document-type');
}

function damaged(cause: unknown): AppError {
  return new AppError('invalid-input', 'The Word document cannot be read.', 'document-damaged', {}, { cause });
}
