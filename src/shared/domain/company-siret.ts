import { parseSiret } from './cells/parse-siret';

/** Why a text is no SIRET: each value names one sentence of the interface. */
export type SiretFault = 'scientific' | 'not-digits' | 'too-long' | 'wrong-key' | 'incomplete' | 'siren';

/** What a text that stands in a SIRET field means. */
export type SiretReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'right'; readonly siret: string }
  /** A spreadsheet damaged it; what it was is for a person to confirm. */
  | { readonly kind: 'recovered'; readonly siret: string }
  | { readonly kind: 'wrong'; readonly fault: SiretFault; readonly digits: number };

const siretLength = 14;
const sirenLength = 9;

/**
 * Reads a text as somebody types or pastes it. 14 digits with a right key are right, however they are spaced; a number
 * that is right once the zeros, quotes or decimals of a spreadsheet are mended is a proposal; `1,23457E+13` has lost
 * its digits for good. `digits` tells how many were given.
 */
export function readSiret(text: string): SiretReading {
  const given = text.trim();
  if (given === '') return { kind: 'empty' };
  const plain = given.replaceAll(/[\s\u00A0\u202F]/g, '');
  const digits = plain.replaceAll(/\D/g, '').length;
  const wrong = (fault: SiretFault): SiretReading => ({ kind: 'wrong', fault, digits });
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(plain)) return wrong('scientific');
  const siret = parseSiret(given);
  if (siret !== undefined) return siret === plain ? { kind: 'right', siret } : { kind: 'recovered', siret };
  if (!/^[\d.\-'="]+$/.test(plain)) return wrong('not-digits');
  if (digits > siretLength) return wrong('too-long');
  if (digits === siretLength) return wrong('wrong-key');
  return wrong(digits === sirenLength ? 'siren' : 'incomplete');
}
