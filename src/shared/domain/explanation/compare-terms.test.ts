import { describe, expect, it } from 'vitest';
import { compareContract, compareLevels, contractPassages } from './compare-terms';
import { familyOf } from './word-family';
import { wordWeights } from './word-weights';

describe('compareLevels', () => {
  it.each([
    [[5], 3, 'Licence', 'below'],
    [[2], 3, 'BUT', 'fits'],
    [[2], 3, 'Licence professionnelle', 'above'],
    [[4, 5], 5, 'Master', 'fits'],
    [[2, 5], 3, 'Licence professionnelle', 'apart'],
    [[3], 5, null, 'above'],
    [[], 5, 'Master', 'unknown'],
    [[5], null, 'Master', 'unknown'],
  ] as const)('of an offer for %j and a formation of level %j (%s): %s', (offer, formation, diploma, fit) => {
    expect(compareLevels(offer, formation, diploma)).toEqual({ offer, formation, fit });
  });
});

describe('compareContract', () => {
  const formation = {
    title: 'Informatique',
    description: 'On y programme.\nLe stage dure 8 semaines. La troisième année n’est pas ouverte en alternance.',
    keywords: ['Java'],
  };

  it('cites where the formation speaks of the contract', () => {
    const { said } = compareContract('internship', contractPassages(formation));
    expect(said).toMatchObject({ field: 'description', text: 'Le stage dure 8 semaines' });
    expect(formation.description.slice(said?.start, said?.end)).toBe(said?.text);
    expect(
      compareContract('work-study', contractPassages({ ...formation, keywords: ['Java', 'alternance'] })).said?.item,
    ).toBe(1);
  });

  it('takes a denial for no proof, and looks for no other contracts', () => {
    expect(compareContract('work-study', contractPassages(formation))).toEqual({ offer: 'work-study', said: null });
    expect(compareContract('permanent', contractPassages(formation))).toEqual({ offer: 'permanent', said: null });
    expect(compareContract(null, contractPassages(formation))).toEqual({ offer: null, said: null });
  });
});

describe('familyOf', () => {
  it.each([
    ['programmer', 'programmation'],
    ['comptable', 'comptabilite'],
    ['modeliser', 'modelisation'],
    ['communiquer', 'communication'],
    ['reseaux', 'reseau'],
    ['sociaux', 'social'],
  ])('brings %s and %s together', (one, other) => {
    expect(familyOf(one)).toBe(familyOf(other));
  });

  it.each([
    ['information', 'informatique'],
    ['commerce', 'communication'],
    ['production', 'produit'],
    ['interne', 'international'],
    ['sql', 'sqlite'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(familyOf(one)).not.toBe(familyOf(other));
  });
});

describe('wordWeights', () => {
  it('gives rare words more than common ones, and nothing to those of most formations or of none', () => {
    const texts = Array.from(
      { length: 20 },
      (_, at) => `formation ${at < 4 ? 'soudure' : ''} ${at === 0 ? 'inox' : ''}`,
    );
    const weightOf = wordWeights(texts);
    expect(weightOf(familyOf('inox'))).toBe(1);
    expect(weightOf(familyOf('soudure'))).toBeGreaterThan(0.4);
    expect(weightOf(familyOf('soudure'))).toBeLessThan(0.8);
    expect([weightOf(familyOf('formation')), weightOf(familyOf('poterie'))]).toEqual([0, 0]);
  });
});
