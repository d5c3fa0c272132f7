import { describe, expect, it } from 'vitest';
import { wordsIn } from './where';

const valuesOf = (text: string) => wordsIn(text, ['title_key']).values;

describe('wordsIn', () => {
  it('looks for every word of a text, folded', () => {
    expect(valuesOf('Développeur  WEB')).toEqual(['%developpeur%', '%web%']);
  });

  it('takes compound words apart, since names are kept without punctuation', () => {
    expect(valuesOf('Valmont-Sauvel')).toEqual(['%valmont%', '%sauvel%']);
    expect(valuesOf('C++ .NET')).toEqual(['%c++%', '%.net%']);
  });

  it('takes the signs of LIKE for themselves', () => {
    expect(valuesOf('100%')).toEqual(['%100\\%%']);
  });
});
