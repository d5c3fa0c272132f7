import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/domain/app-error';

/** How a ZIP file begins. */
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** How the compound files of older Office programs begin, and new ones that carry a password. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** The entry of a compound file that holds an encrypted workbook. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** The directory of a compound file may stand anywhere in it. */
const searchedBytes = 64 * 1024 * 1024;

/**
 * Whether a file is a ZIP file, as workbooks of today are. Throws `invalid-input` for what looks like a workbook of
 * another time: `file-workbook-protected` with a password, `file-workbook-old` (.xls). Any other file is none.
 */
export async function isZipFile(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  // Whoever reads it as text says what is wrong with it.
  if (!file) return false;
  try {
    const head = Buffer.alloc(compound.length);
    const { bytesRead } = await file.read(head, 0, head.length, 0).catch(() => ({ bytesRead: 0 }));
    if (bytesRead < head.length) return false;
    if (head.subarray(0, zip.length).equals(zip)) return true;
    if (!head.equals(compound)) return false;
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, searchedBytes));
    await file.read(bytes, 0, bytes.length, 0);
    if (bytes.includes(encrypted)) {
      throw new AppError('invalid-input', 'The workbook is protected by a password.', 'file-workbook-protected');
    }
    throw new AppError('invalid-input', 'A workbook of before 2007.', 'file-workbook-old');
  } finally {
    await file.close();
  }
}
