import { hash } from 'node:crypto';

/** 128 bits in base64url: enough that two of a billion rows never meet by chance. */
const hashLength = 22;

/** A short name for what a row says; the same values in the same order give the same hash, on every machine. */
export function contentHash(values: readonly (string | number | null)[]): string {
  // The separator is a character that no text of a file keeps; null and the empty text must differ.
  let text = '';
  for (const value of values) text += (value === null ? '\u0000' : value) + '\u001f';
  return hash('sha256', text, 'base64url').slice(0, hashLength);
}
