/**
 * Characters that show nothing themselves and change how others are shown: marks, embeddings, overrides and isolates of
 * the writing direction (Unicode Standard Annex 9), and spaces without width. A joiner between two characters stays:
 * pictures and some scripts need it.
 */
const controls = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A name or title as it is shown: nothing in it turns the text around it, or makes two names that look the same. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}
