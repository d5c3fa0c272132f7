import { fold } from './fold';
import { remember } from './remember';

/** What a text says of a place; parts that it does not say are null. */
export interface Place {
  readonly city: string | null;
  readonly country: string | null;
}

const departmentFirst = /^(\d{2,3}|2[AB])\s*-\s*/i;
const district = /\s+(?:\d{1,2}(?:er|e|[èe]me)?\s+arr(?:ondissement)?\.?|\d{2})$/i;
const cedex = /\s+cedex(?:\s+\d{1,2})?$/i;
const small = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'en',
  'sur',
  'sous',
  'aux',
  'au',
  'et',
  'lès',
  'les',
  'l',
  'd',
]);

/**
 * A town as people write it: France Travail's "75 - PARIS 09" is Paris, "44 - NANTES" is Nantes, "GRENOBLE CEDEX 9"
 * is Grenoble. "France" alone names a country. Districts are dropped because the postcode keeps them.
 */
export const parsePlace = remember((text: string): Place => {
  const trimmed = text.trim();
  if (fold(trimmed) === 'france') return { city: null, country: 'France' };
  const town = bareTown(trimmed);
  const isShouted = town.length > 3 && town === town.toUpperCase() && /\p{Lu}/u.test(town);
  return { city: (isShouted ? lowerName(town) : town) || null, country: null };
});

/** The number that stands in front of a town: "93" of "93 - SAINT DENIS"; null where there is none. */
export function departmentInFront(text: string): string | null {
  return departmentFirst.exec(text.trim())?.[1] ?? null;
}

/** Taken off again and again, so that reading an exported name changes nothing more. */
function bareTown(text: string): string {
  const shorter = text.replace(departmentFirst, '').replace(cedex, '').replace(district, '').trim();
  return shorter === text ? text : bareTown(shorter);
}

/** "VILLENEUVE D ASCQ" → "Villeneuve d Ascq": accents and apostrophes that capitals lost cannot be known. */
function lowerName(name: string): string {
  let isFirst = true;
  return name.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const keepsSmall = !isFirst && small.has(word);
    isFirst = false;
    const first = word.charAt(0).toUpperCase();
    // "ß" has no capital of one letter, and two would change with every reading.
    return keepsSmall || first.length > 1 ? word : first + word.slice(1);
  });
}

/**
 * A postcode as it is written; the leading zero that a spreadsheet took from a French one ("1000" for Bourg-en-Bresse)
 * is put back. `country` null means France. Undefined when it is none.
 */
export function parsePostcode(text: string, country: string | null): string | undefined {
  const code = text
    .trim()
    .replace(/^="?([^"]*)"?$/, '$1')
    .replace(/^'/, '')
    .replace(/^(?:F|FR)-(?=\d{5}$)/i, '')
    .replace(/[.,]0$/, '')
    .trim();
  const isFrench = country === null || /^france$/i.test(country);
  if (isFrench && /^\d{2} \d{3}$/.test(code)) return code.replace(' ', '');
  if (isFrench && /^\d{4}$/.test(code)) return `0${code}`;
  return /^[\p{L}\d][\p{L}\d -]{1,18}$/u.test(code) && /\d/.test(code) ? code : undefined;
}
