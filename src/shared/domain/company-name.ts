import { letterPairs, similarityOf } from './company-similarity';
import { foldToWords } from './fold';

const legalForms = new Set(
  'sa sas sasu sarl sarlu eurl sci snc scop scic selarl selas scp gie ei eirl sca scs se'.split(' '),
);

/**
 * The form in which company names are compared: without accents, capitals, punctuation and the legal form before or
 * behind. "SAS Dupont & Fils" and "DUPONT ET FILS" stay different; only people can say that they are one.
 */
export function companyNameKey(name: string): string {
  const words = foldToWords(name)
    .replace(/\b(s a r l|s a s u|s a s|s a|e u r l|s n c)\b/g, (form) => form.replaceAll(' ', ''))
    .split(' ');
  const inner = words.slice(
    legalForms.has(words[0] ?? '') ? 1 : 0,
    legalForms.has(words.at(-1) ?? '') ? -1 : undefined,
  );
  return (inner.length > 0 ? inner : words).join(' ') || name.trim();
}

/** Words that say what kind of company it is, in full and of neighbouring countries; also before a name. */
const spelledForms =
  /\b(societe (anonyme|par actions simplifiee|a responsabilite limitee|en nom collectif|civile)( unipersonnelle)?|entreprise individuelle|gmbh|ag|ltd|llc|inc|bv|nv|srl|spa|plc)\b/g;
/** Only as the first word: "Ste Aérolanne" is a company, "Hôpital Ste Anne" is not. */
const kindWords = /^(societe|ste|soc|etablissements?|ets|etb|groupe|entreprise)$/;
const longForms: ReadonlyMap<string, string> = new Map(
  Object.entries({ cie: 'compagnie', st: 'saint', ste: 'sainte' }),
);
const fillers: ReadonlySet<string> = new Set(['et', 'and', 'l', 'le', 'la', 'les']);

/**
 * What is left of a company's key (`companyNameKey`) when two are looked at as one: words for the kind of company, "et" and
 * articles are left out, abbreviations are spelled, letters of an acronym stand together. Never empty.
 */
export function comparedNameKey(nameKey: string): string {
  const joined = nameKey.replace(/\b[a-z](?: [a-z])+\b/g, (letters) => letters.replaceAll(' ', ''));
  const words = joined.replace(spelledForms, ' ').split(' ').filter(Boolean);
  const isKept = (word: string, index: number): boolean => {
    if (fillers.has(word) || legalForms.has(word) || (index === 0 && kindWords.test(word))) return false;
    return index === 0 || index < words.length - 1 || !/^(cie|co)$/.test(word);
  };
  const named = words.filter(isKept);
  const spelled = named.map((word) => longForms.get(word) ?? word);
  return spelled.length > 0 ? spelled.join(' ') : nameKey;
}

/** Names at least this alike may be of one company: a brand and its legal name are often no more. */
const alikeFrom = 0.5;

/** Whether two keys (`companyNameKey`) may name one company: they are alike, or one says a part of the other. */
export function mayNameTheSame(oneKey: string, otherKey: string): boolean {
  const [one, other] = [comparedNameKey(oneKey), comparedNameKey(otherKey)];
  const [short, long] = [one, other].map((key) => new Set(key.split(' '))).sort((a, b) => a.size - b.size);
  if (short && long && [...short].every((word) => long.has(word))) return true;
  return similarityOf(letterPairs(one), letterPairs(other)) >= alikeFrom;
}
