import { randomBytes } from 'node:crypto';

/** Crockford's base 32 (https://www.crockford.com/base32.html): no letter that a person takes for a digit. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digitBits = 5;
/** 160 bits: nobody guesses it, however fast it could be tried. */
const keyBytes = 20;
const groupLength = 4;
const length = (keyBytes * 8) / digitBits;

/** How many digits of its end are asked back before a key counts as written down: its last two groups. */
export const confirmedDigits = 2 * groupLength;

/** Makes a key by chance for a sheet of paper, in groups: `7Q2M-…`. */
export function makeRecoveryKey(): string {
  const bits = [...randomBytes(keyBytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const written = (bits.match(/.{5}/g) ?? []).map((five) => digits.charAt(Number.parseInt(five, 2))).join('');
  return (written.match(/.{4}/g) ?? []).join('-');
}

/** The digits of what somebody typed from the sheet, whatever the case, hyphens, spaces, and letters taken for digits. */
export function recoveryDigits(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether it can be a recovery key at all. */
export function isRecoveryKey(typed: string): boolean {
  const found = recoveryDigits(typed);
  return found.length === length && [...found].every((digit) => digits.includes(digit));
}
