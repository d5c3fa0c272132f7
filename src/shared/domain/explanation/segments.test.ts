import { describe, expect, it } from 'vitest';
import { prepareText } from '../text/prepare-text';
import { tellingSegments } from './boilerplate';
import { segmentsOf } from './segments';

const cut = (text: string): readonly string[] => segmentsOf(text).map(({ start, end }) => text.slice(start, end));

describe('segmentsOf', () => {
  it.each([
    [
      'M. Dupont suit les budgets. Il écrit en C++ ! Et après ?',
      ['M. Dupont suit les budgets', 'Il écrit en C++ !', 'Et après ?'],
    ],
    ['Missions :\n• analyser ;\n• restituer.', ['Missions', 'analyser', 'restituer']],
    ['<ul><li>Coder</li><li>Tester</li></ul>', ['Coder', 'Tester']],
    ['Un/r/nDeux\\nTrois', ['Un', 'Deux', 'Trois']],
    [' – – ', []],
  ])('cuts %j', (text, segments) => {
    expect(cut(text)).toEqual(segments);
  });

  it('cuts what is too long at a pause, and a text without any between two signs', () => {
    const long = `${'préparer les comptes annuels, '.repeat(12)}puis les présenter`;
    expect(cut(long).every((segment) => segment.length <= 240 && segment.startsWith('p'))).toBe(true);
    const emoji = '🎉'.repeat(500);
    expect(cut(`x${emoji}x`).join('')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(cut(`${'mot '.repeat(50_000)}`).join(' ').length).toBeLessThanOrEqual(20_000);
  });
});

describe('tellingSegments', () => {
  const kept = (text: string): readonly string[] => {
    const segments = segmentsOf(text).map((segment) => ({
      ...segment,
      prepared: prepareText(text.slice(segment.start, segment.end)),
    }));
    const isTelling = tellingSegments(segments);
    return segments.filter((_, at) => isTelling[at]).map(({ start, end }) => text.slice(start, end));
  };

  it('keeps the work and leaves out who offers, what one gets and how to apply', () => {
    const text = `Qui sommes-nous ?
Nous sommes le leader européen de la vis, 340 salariés.
Vos missions
- analyser les écarts budgétaires ;
- envoyer votre CV et une lettre de motivation
Avantages
Mutuelle et baby-foot.
Un verger en accès libre.
Profil recherché
Vous maîtrisez Excel.
À compétences égales, priorité aux candidats en situation de handicap.
Rémunération : 1 200 euros brut, selon convention.`;
    expect(kept(text)).toEqual(['analyser les écarts budgétaires', 'Vous maîtrisez Excel']);
  });

  it('keeps pay, recruiting and handicap where they are the work', () => {
    const tasks = [
      'Vous établissez les bulletins de paie et les déclarations sociales',
      'Vous présélectionnez les candidatures et animez les jurys',
      'Accompagner des enfants en situation de handicap',
    ];
    expect(kept(tasks.join('.\n'))).toEqual(tasks);
  });
});
