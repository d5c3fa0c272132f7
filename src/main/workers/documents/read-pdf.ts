import { getDocumentProxy } from 'unpdf';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { maxDocumentPages } from '../../../shared/domain/document';

export interface PdfText {
  readonly text: string;
  readonly pages: { readonly read: number; readonly total: number };
}

/** Pictures are not looked at; one of more pixels is not even unpacked. */
const maxImagePixels = 1;

/**
 * The text of the first pages of a PDF, line by line as it was set. Nothing in it is run, drawn or fetched. Throws
 * `invalid-input`: `document-protected` when it wants a password, `document-damaged` when it cannot be read.
 */
export async function readPdf(bytes: Uint8Array, signal: AbortSignal): Promise<PdfText> {
  const pdf = await open(bytes);
  try {
    const total = pdf.numPages;
    const read = Math.min(total, maxDocumentPages);
    const pages: string[] = [];
    for (let number = 1; number <= read; number += 1) {
      throwIfCancelled(signal);
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      page.cleanup();
    }
    return { text: pages.join('\n\n'), pages: { read, total } };
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array) {
  const options = { isEvalSupported: false, disableFontFace: true, stopAtErrors: false, verbosity: 0 };
  try {
    return await getDocumentProxy(bytes, { ...options, maxImageSize: maxImagePixels });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new AppError('invalid-input', 'The PDF wants a password.', 'document-protected', {}, { cause: error });
    }
    throw damaged(error);
  }
}

function damaged(cause: unknown): AppError {
  return new AppError('invalid-input', 'The PDF cannot be read.', 'document-damaged', {}, { cause });
}
