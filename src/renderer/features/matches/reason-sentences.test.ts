import { describe, expect, it } from 'vitest';
import type { TextExplanation } from '../../../shared/domain/explanation/explanation';
import { formationIdSchema } from '../../../shared/domain/ids';
import { isUnderThreshold, noPassageSentence, summarySentence, type Wording } from './reason-sentences';

const explanation = (score: number): TextExplanation => ({
  formationId: formationIdSchema.parse(1),
  outcome: 'ranked',
  standing: {
    ...{ rank: 9, formations: 10, score, semantic: score, lexical: 0 },
    ...{ threshold: 0.3, bestScore: 0.8, lastKeptScore: null },
  },
  shares: { meaning: 0.91, occupation: 0.02, words: 0.07 },
  passages: [],
  skills: { shared: [], missing: [], beyond: [], asked: 'unknown' },
  occupations: null,
  level: { offer: [], formation: null, fit: 'unknown' },
  contract: { offer: null, said: null },
});

// The key of each text, with the one that it is put into.
const wording = {
  t: (key: string, values?: { readonly mostly?: string }) => (values?.mostly ? `${key}(${values.mostly})` : key),
} as unknown as Wording;

describe('the reasons of a pair', () => {
  it('do not persuade under the threshold', () => {
    const far = explanation(0.01);
    expect(isUnderThreshold(far)).toBe(true);
    expect(summarySentence(far, wording)).toBe('reasons.noOccupation(reasons.little)');
    expect(noPassageSentence(far, wording)).toBe('reasons.noPassage.nothing');
  });

  it('say what brings the two together above it', () => {
    const near = explanation(0.6);
    expect(isUnderThreshold(near)).toBe(false);
    expect(summarySentence(near, wording)).toBe('reasons.noOccupation(reasons.mostly.meaning)');
    expect(noPassageSentence(near, wording)).toBe('reasons.noPassage.meaning');
  });
});
