/** Texts by key, nested as in `fr.ts`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
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
