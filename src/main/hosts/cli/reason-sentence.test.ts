import { describe, expect, it } from 'vitest';
import type { PairReasons } from '../../../shared/domain/explanation/explanation';
import { reasonSentence } from './reason-sentence';
import { english } from './texts-en';
import { french } from './texts-fr';

const reasons: PairReasons = {
  shares: { meaning: 0.91, occupation: 0.02, words: 0.07 },
  passages: [],
  skills: { shared: [], missing: ['Excel'], beyond: [], asked: 'listed' },
  occupations: null,
  level: { offer: [], formation: 3, fit: 'unknown' },
  contract: { offer: null, said: null },
};

describe('the sentence of a pair', () => {
  it('says where the score of a pair that is proposed comes from', () => {
    expect(reasonSentence(reasons, true, french.reasons)).toBe(
      'Proches surtout par le sens (sens 91\u00a0%, métier 2\u00a0%, mots 7\u00a0%)\u00a0: aucun passage commun\u00a0; demandé, non cité par la formation\u00a0: Excel.',
    );
  });

  it('says first of a pair under the threshold that it has little in common, and gives no shares', () => {
    expect(reasonSentence(reasons, false, french.reasons)).toBe(
      'Peu de rapport\u00a0: aucun passage commun\u00a0; demandé, non cité par la formation\u00a0: Excel.',
    );
    expect(reasonSentence(reasons, false, english.reasons)).toBe(
      'Little in common: no passage in common; asked for, not named by the formation: Excel.',
    );
  });

  it('says that nothing is in common where nothing is', () => {
    const nothing = { ...reasons, shares: { meaning: 0, occupation: 0, words: 0 } };
    expect(reasonSentence(nothing, false, french.reasons)).toBe('Rien en commun.');
  });
});
