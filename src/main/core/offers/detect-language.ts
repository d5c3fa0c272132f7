/** Shorter texts are names and key words, in which any language can be found. */
const minChars = 80;
/** More of a text changes the answer no further. */
const lookedAtChars = 4_000;

/**
 * The language that a text is written in (ISO 639-1), null where that cannot be told. The table of the detector (1 MB)
 * is read when it is first needed.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.trim().slice(0, lookedAtChars);
  if (sample.length < minChars) return null;
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(sample);
  return found.language !== '' && found.isReliable() ? found.language : null;
}
