import { isUtf8 } from 'node:buffer';

/** What a file is by its own bytes; names lie, and so do the programs that give them. */
export type DocumentFormat = 'pdf' | 'docx' | 'email' | 'text' | 'protected' | 'unknown';

/** How far a header may stand behind the start, as PDF readers have it. */
const headBytes = 1_024;
const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');
/** Compound files hold old Office documents, and new ones under a password. */
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const mailHeader = /^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+):\s/im;

/** Tells what a document is; `name` decides only between an e-mail and other text. */
export function formatOf(bytes: Buffer, name: string): DocumentFormat {
  const head = bytes.subarray(0, headBytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(zipMark)) return 'docx';
  if (head.subarray(0, 8).equals(compoundMark)) return bytes.includes(encryptedPackage) ? 'protected' : 'unknown';
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf') return 'unknown';
  if (/\.(?:eml|mht)$/i.test(name))
    return mailHeader.test(bytes.subarray(0, 16_384).toString('latin1')) ? 'email' : 'text';
  return isText(bytes, head) ? 'text' : 'unknown';
}

/** Zero bytes are in no text but UTF-16, which begins with its mark. */
function isText(bytes: Buffer, head: Buffer): boolean {
  const isMarked = head[0] === 0xff || head[0] === 0xfe;
  return isMarked || isUtf8(bytes) || !bytes.includes(0);
}
