/** Texts by key, nested as in `fr.ts`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/**
 * Puts narrow no-break spaces where French wants them: before ; : ! ? » and %, and after «. Texts are written with
 * plain spaces, which a person can see and check.
 */
export function withFrenchSpaces(text: string): string {
  return text.replace(/ ([;:!?»%])/g, '\u202f$1').replace(/« /g, '«\u202f');
}

/**
 * Gives each plural text its `_many` form, which French asks for from a million on; here it reads like `_other`.
 */
export function withManyForms(texts: TextTree): TextTree {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string | TextTree][] => {
    if (typeof value !== 'string') return [[key, withManyForms(value)]];
    return key.endsWith('_other')
      ? [
          [key, value],
          [key.replace(/_other$/, '_many'), value],
        ]
      : [[key, value]];
  });
  return Object.fromEntries(entries);
}
