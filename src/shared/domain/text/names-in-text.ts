import type { OfferIdentity } from './identity';
import { isKnownWord } from './is-known-word';
import { wordPattern } from './name-pattern';
import { prepareText } from './prepare-text';

// Names that a text announces itself, whether or not anybody wrote them into a field of the offer.

const blank = '[ \\t\\u00a0\\u202f]';
const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const person = `(?:${capitalised}|\\p{Lu}\\.)(?:${blank}+(?:(?:de|du|des|le|la)${blank}+)?${capitalised}){0,3}`;
const titles = ['M\\.', 'Mr\\.?', 'Mme\\.?', 'Mlle\\.?', 'MME', 'Dr\\.?', 'Monsieur', 'Madame', 'MONSIEUR', 'MADAME'];
const roles = [
  'contact',
  'tuteur',
  'tutrice',
  'maitre de stage',
  'maitre d apprentissage',
  'responsable de stage',
  'responsable du stage',
  'encadrant',
  'encadrante',
].map((words) => words.split(' ').map(wordPattern).join("[\\s'’]+"));
const titled = new RegExp(`(?<![\\p{L}\\p{N}])(?:${titles.join('|')})${blank}+(${person})`, 'gu');
const introduced = new RegExp(`(?<![\\p{L}\\p{N}])(?:${roles.join('|')})[^\\n\\r:.]{0,20}:${blank}*(${person})`, 'gu');
/** A French postcode and the town behind it. */
const small = `(?:de|du|des|la|le|les|sur|sous|en|lès)${blank}+|[dl]['’]`;
const town = new RegExp(
  `(?<![\\d.,-])\\d{5}${blank}+(${capitalised}(?:${blank}+(?:${small})?${capitalised}){0,5})`,
  'gu',
);
const closing = new RegExp(
  `(?:^|[\\n\\r])${blank}*(?:bien${blank}+)?(?:cordialement|cdt|cdlt|bien à vous|sincères salutations|(?:best|kind) regards)${blank}*[,.!]?${blank}*(?=[\\n\\r])`,
  'giu',
);
/** A signature is a few short lines at the end. */
const signature = { lines: 8, length: 80, longest: 2_000 };

/**
 * The people that a text announces ("Contact : Marie Petit", "Mme Petit") and the towns behind a postcode. What begins
 * with a word that names a work or a subject is nobody ("Contact : Comptable").
 */
export function identityIn(text: string): OfferIdentity {
  const people = foundBy(introduced, text).filter((found) => !isKnownWord(prepareText(found.split(/\s/)[0] ?? '')));
  return { company: null, contact: joined([...foundBy(titled, text), ...people]), city: joined(foundBy(town, text)) };
}

/** A text without what stands under its closing words, where that is a signature; what is left stays where it stood. */
export function withoutSignature(text: string): string {
  for (const match of text.matchAll(closing)) {
    const start = match.index + match[0].length;
    if (text.length - start > signature.longest) continue;
    const lines = text
      .slice(start)
      .split(/[\n\r]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const isSignature = lines.every((line) => line.length <= signature.length && !/[.:]$|^[-•*–]/.test(line));
    if (lines.length <= signature.lines && isSignature) return text.slice(0, start);
  }
  return text;
}

function foundBy(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(({ 1: found = '' }) => found);
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}
