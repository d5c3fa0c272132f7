import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';
import { startI18n } from './start-i18n';
import type { TextTree } from './typography';

function leaves(texts: TextTree, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : leaves(value, `${path}${key}.`),
  );
}

const pluralKeys = [...new Set(leaves(fr).flatMap(([key]) => /^(.*)_other$/.exec(key)?.[1] ?? []))];

describe.each([
  { language: 'fr', texts: fr, singular: [0, 1], thousand: '1\u00a0234' },
  { language: 'en', texts: en, singular: [1], thousand: '1,234' },
] as const)('a count in $language', ({ language, texts, singular, thousand }) => {
  const i18n = startI18n(language);
  // Keys are read from the texts themselves, so their type is no longer known.
  const write = i18n.t.bind(i18n) as unknown as (key: string, values: object) => string;
  const byKey = new Map(leaves(texts));

  it.each(pluralKeys)('of %s takes the form that goes with it', (key) => {
    for (const count of [0, 1, 2, 1_234]) {
      const isOne = (singular as readonly number[]).includes(count);
      const ending = count === 0 && byKey.has(`${key}_zero`) ? 'zero' : isOne ? 'one' : 'other';
      const form = byKey.get(`${key}_${ending}`) ?? '';
      const others = [...form.matchAll(/\{\{(\w+)/g)].map(([, name = '']): [string, string | number] => [
        name,
        name === 'total' ? 1_234 : 'x',
      ]);
      const text = write(key, { ...Object.fromEntries(others), count });
      const expected = form
        .replaceAll('{{count, number}}', count === 1_234 ? thousand : String(count))
        .replaceAll('{{total, number}}', thousand)
        .replaceAll(/\{\{\w+\}\}/g, 'x');
      expect(expected).not.toBe('');
      expect(text.replaceAll('\u202f', ' ')).toBe(expected);
    }
  });

  it('is written the way the language groups digits', () => {
    expect([...byKey].filter(([, text]) => /\{\{count\}\}/.test(text))).toEqual([]);
  });

  it('stands in a text that has its singular and its plural', () => {
    const without = [...byKey].filter(([key, text]) => /\{\{count/.test(text) && !/_(zero|one|other)$/.test(key));
    expect(without).toEqual([]);
  });
});
