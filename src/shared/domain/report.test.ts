import { describe, expect, it } from 'vitest';
import { readFigure } from './report';

describe('a written figure', () => {
  it.each([
    ['1\u00a0652', 'fr', 1652, false],
    ['0,47', 'fr', 0.47, false],
    ['+101,1\u00a0%', 'fr', 1.011, true],
    ['+45,7\u202f%', 'fr', 0.457, true],
    ['−3', 'fr', -3, false],
    ['1,234.5', 'en', 1234.5, false],
    ['−8.3%', 'en', -0.083, true],
    ['0', 'en', 0, false],
  ] as const)('%s in %s is %d', (text, language, value, isPercent) => {
    expect(readFigure(text, language)).toEqual({ value, isPercent });
  });

  it.each(['–', '', 'nouveau', '+3 (de 4)', '12/11/2026', '2 à 3', '12 345 offres', '='])('%s is none', (text) => {
    expect(readFigure(text, 'fr')).toBeNull();
  });
});
