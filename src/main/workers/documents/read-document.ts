import { readFile, stat } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { maxDocumentBytes, type ReadDocument } from '../../../shared/domain/document';
import { findEncoding } from '../csv/find-encoding';
import { formatOf } from './document-kind';
import { readDocx } from './read-docx';
import { readEmail } from './read-email';
import { readPdf } from './read-pdf';
import { tidyText } from './tidy-text';

type Parts = Omit<ReadDocument, 'isCut'>;

/**
 * The plain text of the document at `path`, which a person calls `name`. Throws `invalid-input` with `document-type`,
 * `document-too-large`, `document-protected`, `document-damaged` or `document-empty`, whose details name the file.
 */
export async function readDocument(path: string, name: string, signal: AbortSignal): Promise<ReadDocument> {
  try {
    const { size } = await stat(path);
    if (size > maxDocumentBytes) throw refusal('document-too-large', 'It has too many bytes.');
    throwIfCancelled(signal);
    const parts = await readParts(path, name, signal);
    const { text, isCut } = tidyText(parts.text);
    if (text === '') throw refusal('document-empty', 'It holds no text.');
    return { ...parts, text, isCut };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, reason, details } = error;
    throw new AppError(code, message, reason, { ...details, file: name }, { cause: error });
  }
}

async function readParts(path: string, name: string, signal: AbortSignal): Promise<Parts> {
  const bytes = await readFile(path);
  const about = { subject: null, sender: null, pages: null };
  switch (formatOf(bytes, name)) {
    case 'pdf':
      return { ...about, kind: 'pdf', ...(await readPdf(new Uint8Array(bytes), signal)) };
    case 'docx':
      return { ...about, kind: 'docx', text: await readDocx(bytes, signal) };
    case 'email':
      return await readEmailParts(bytes, signal);
    case 'text':
      return { ...about, kind: 'text', text: iconv.decode(bytes, await encodingOf(path, signal)) };
    case 'protected':
      throw refusal('document-protected', 'It is encrypted.');
    case 'unknown':
      throw refusal('document-type', 'It is no document of a known kind.');
  }
}

async function encodingOf(path: string, signal: AbortSignal): Promise<string> {
  return await findEncoding(path, signal).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    if (error.reason === 'file-empty') throw refusal('document-empty', 'It is empty.');
    throw error.reason === 'file-binary' ? refusal('document-type', 'It holds no text.') : error;
  });
}

/** An e-mail and the documents that it carries, each under its name. */
async function readEmailParts(bytes: Buffer, signal: AbortSignal): Promise<Parts> {
  const { text, subject, sender, attachments } = await readEmail(bytes);
  const texts = [text.trim()];
  for (const attachment of attachments) {
    throwIfCancelled(signal);
    const attached = await readAttachment(attachment, signal);
    if (attached !== '') texts.push(`${attachment.name}\n${attached}`);
  }
  return { kind: 'email', subject, sender, pages: null, text: texts.filter((part) => part !== '').join('\n\n') };
}

/** Empty for what is no document, or cannot be read: the e-mail itself still says what it says. */
async function readAttachment({ name, bytes }: { name: string; bytes: Buffer }, signal: AbortSignal): Promise<string> {
  try {
    const format = formatOf(bytes, name);
    if (format === 'pdf') return (await readPdf(new Uint8Array(bytes), signal)).text.trim();
    return format === 'docx' ? (await readDocx(bytes, signal)).trim() : '';
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return '';
    throw error;
  }
}

function refusal(
  reason: 'document-type' | 'document-too-large' | 'document-protected' | 'document-empty',
  why: string,
) {
  return new AppError('invalid-input', why, reason);
}
