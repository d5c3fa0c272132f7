import { expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';
import { speakOfWishes, startI18n } from './start-i18n';
import { wishesEn } from './wishes-en';
import { wishesFr } from './wishes-fr';

function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value as object, `${before}${key}.`),
  );
}

it.each([['fr', fr.reasons, wishesFr, /offre/i] as const, ['en', en.reasons, wishesEn, /offer(?!\}\})/i] as const])(
  'in %s every reason told of a wish has its twin told of an offer, which stays as it is',
  (language, of, wish, offer) => {
    const known = new Set(keysOf(of));
    expect(keysOf(wish).filter((key) => !known.has(key))).toEqual([]);
    const usual = startI18n(language);
    const spoken = speakOfWishes(usual, language);
    const told = { mostly: 'x', offer: 'a', formation: 'b' };
    expect(spoken.t('reasons.otherOccupation', told)).not.toMatch(offer);
    expect(usual.t('reasons.otherOccupation', told)).toMatch(offer);
    expect(spoken.t('reasons.missing', { count: 2 })).toContain('2');
    expect(spoken.t('reasons.nothing')).toBe(usual.t('reasons.nothing'));
  },
);
