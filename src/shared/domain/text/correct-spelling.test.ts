import { describe, expect, it } from 'vitest';
import { correctSpelling } from './correct-spelling';
import { offerMatchText } from './match-text';

describe('the spelling of a title', () => {
  it.each([
    ['infirier', 'infirmier'],
    ['infrimier', 'infirmier'],
    ['comptabble', 'comptable'],
    ['developpeiur', 'developpeur'],
    ['gestionaire', 'gestionnaire'],
    ['resosurces', 'ressources'],
    ['ressourcs', 'ressources'],
    ['controluer', 'controleur'],
    ['infimiere', 'infirmier'],
    ['kinesitherapeutes', 'kinesitherapeute'],
  ])('is mended: %s', (word, meant) => {
    expect(correctSpelling(word)).toBe(meant);
  });

  it.each([
    'comptable', // known
    'oracle', // a tool, not "orale"
    'rennes', // a town, not "bennes"
    'toitures', // a word of other texts, not "voitures"
    'talend',
    'kotlin',
    'tannelier', // "tonnelier" and "tunnelier"
    'xyzzyx',
    'cdai',
    'iso9001',
  ])('stays where it is right, short or strange, or could be several: %s', (word) => {
    expect(correctSpelling(word)).toBe(word);
  });

  it('counts for what is compared, in titles only', () => {
    const offer = { title: 'Infimière diplômée', description: 'Infimière', skills: [] };
    const { title, body } = offerMatchText(offer, { company: null, contact: null, city: null });
    expect([title, body]).toEqual(['infirmier diplome', 'infimiere']);
  });
});
