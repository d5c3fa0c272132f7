import { describe, expect, it } from 'vitest';
import { withFrenchSpaces } from '../../shared/texts/french-spaces';
import { en } from './en';
import { fr } from './fr';
import { withManyForms, type TextTree } from './typography';

function leaves(texts: TextTree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('French typography', () => {
  it('binds double punctuation, guillemets and per cent to their word', () => {
    expect(withFrenchSpaces('Prêt ? « Oui » : 5 % ; non !')).toBe(
      'Prêt\u202f? «\u202fOui\u202f»\u202f: 5\u202f% ; non !'.replace(' ;', '\u202f;').replace(' !', '\u202f!'),
    );
  });

  it('leaves addresses and times alone', () => {
    expect(withFrenchSpaces('http://127.0.0.1:80/?a')).toBe('http://127.0.0.1:80/?a');
  });

  it('gives millions the plural of everything above one', () => {
    expect(withManyForms({ a: { n_one: 'un', n_other: 'des' } })).toEqual({
      a: { n_one: 'un', n_other: 'des', n_many: 'des' },
    });
  });
});

describe('the French texts', () => {
  it('use typographic apostrophes and an ellipsis character', () => {
    expect(leaves(fr).filter(([, text]) => /'|\.\.\./.test(text))).toEqual([]);
  });

  it('put a space before double punctuation and inside guillemets', () => {
    const wrong = leaves(fr).filter(([, text]) =>
      /[^\s\d/][;!?»]|[a-zé]:\s|«\S/.test(text.replace(/\{\{.*?\}\}/g, 'x ')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the English texts', () => {
  it('take the same values as the French ones', () => {
    const french = new Map(leaves(fr));
    const differing = leaves(en).filter(
      ([key, text]) => !/_one$/.test(key) && placeholders(text).join() !== placeholders(french.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });
});
