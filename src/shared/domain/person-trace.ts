import { fold, foldToWords } from './fold';

/** By what a person is found in a text; null where it is not known. */
export interface PersonKeys {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Finds one person in texts: accents, capitals, the order of the names and the spaces of a number aside. */
export interface PersonTrace {
  /** False for a text, however long, of which no part tells of the person. */
  mayBeIn(text: string): boolean;
  /** A name of one word alone is many a word's: it counts only where it is all that the text says. */
  hasName(text: string): boolean;
  hasEmail(text: string): boolean;
  hasPhone(text: string): boolean;
  /** The text with `mark` wherever it says who it is. */
  erase(text: string, mark: string): string;
}

/** Shorter numbers are those of rooms and postcodes. */
const fewestDigits = 8;

export function tracePerson({ name, email, phone }: PersonKeys): PersonTrace {
  const bareName = foldToWords(name ?? '');
  const patterns = { name: namePattern(name), email: emailPattern(email), phone: phonePattern(phone) };
  const has = (pattern: RegExp | null, text: string): boolean => pattern?.test(text.normalize('NFD')) ?? false;
  const isName = (text: string): boolean => bareName !== '' && foldToWords(text) === bareName;
  return {
    mayBeIn(text) {
      const decomposed = text.normalize('NFD');
      const isFound = Object.values(patterns).some((pattern) => pattern?.test(decomposed));
      return isFound || (patterns.name === null && bareName !== '' && fold(text).includes(bareName));
    },
    hasName: (text) => isName(text) || has(patterns.name, text),
    hasEmail: (text) => has(patterns.email, text),
    hasPhone: (text) => has(patterns.phone, text),
    erase(text, mark) {
      if (isName(text)) return mark;
      const decomposed = text.normalize('NFD');
      const found = Object.values(patterns).filter((pattern) => pattern?.test(decomposed));
      const erased = found.reduce(
        (rest, pattern) => (pattern ? rest.replace(everywhere(pattern), mark) : rest),
        decomposed,
      );
      // What says nothing of the person stays byte for byte as its author wrote it.
      return found.length === 0 ? text : erased.normalize('NFC');
    },
  };
}

function everywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags}g`);
}

/** Two words and more, in the order given or the last one first, in a decomposed text. */
function namePattern(name: string | null): RegExp | null {
  const words =
    (name ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, ...others] = words.map((word) => [...word].map((letter) => `${letter}\\p{M}*`).join(''));
  const last = others.at(-1);
  if (first === undefined || last === undefined) return null;
  const between = String.raw`[\s.,'’-]+`;
  const orders = [
    [first, ...others],
    [last, first, ...others.slice(0, -1)],
    // "MARTIN DURAND Paul" for "Paul Martin Durand".
    [...others, first],
  ].map((order) => order.join(between));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${orders.join('|')})(?![\p{L}\p{N}\p{M}])`, 'iu');
}

function emailPattern(email: string | null): RegExp | null {
  const address = email?.trim().normalize('NFD') ?? '';
  if (!address.includes('@')) return null;
  const escaped = address.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.+-])${escaped}(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`, 'iu');
}

/** The digits of a number however they are set apart, with or without the country and the nought before it. */
function phonePattern(phone: string | null): RegExp | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  if (digits.length < fewestDigits) return null;
  const own = digits.replace(/^(?:0033|33(?=\d{9}$)|0)/, '');
  const apart = String.raw`[\s.()/-]*`;
  const country = String.raw`(?:(?:\+|00)?33${apart})?(?:\(?0\)?${apart})?`;
  return new RegExp(String.raw`(?<!\d)\+?${country}${[...own].join(apart)}(?!\d)`, 'u');
}
