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
