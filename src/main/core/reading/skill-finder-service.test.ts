import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelledOffers, tallyReadings } from '../../../../tests/support/reading-gold';
import { openSkillFinder } from './skill-finder-service';

const finder = openSkillFinder(resolve(import.meta.dirname, '../../../../data/reference'));
const labelsIn = (text: string, kind?: 'title'): string[] => finder.skillsIn(text, kind).map(({ label }) => label);

describe('skills in a text', () => {
  it('are found in their inflections, synonyms and abbreviations, with their place', () => {
    const text =
      'Vous gérez la compta et la paie des clients, maîtrisez le pack Office, JS et les bases de données relationnelles.';
    expect(finder.skillsIn(text).map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
      ['Comptabilité', 'compta'],
      ['Paie', 'paie'],
      ['Bureautique', 'pack Office'],
      ['JavaScript', 'JS'],
      ['Bases de données', 'bases de données relationnelles'],
    ]);
  });

  it('are looked for in the text as it stands, accents, ligatures and all', () => {
    const text = '🎓 Œnotourisme : analyses physico‑chimiques et régie des œuvres';
    expect(finder.skillsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Œnotourisme',
      'analyses physico‑chimiques',
      'régie des œuvres',
    ]);
  });

  it('are not the words of every offer', () => {
    expect(
      labelsIn('Rattaché au chef d’équipe, vous suivez le projet de l’entreprise et la gestion du service.'),
    ).toEqual([]);
  });

  it.each([
    ['Langages : Python, R et SQL.', ['Python', 'Langage R', 'SQL']],
    ['Vous programmez en C sur STM32.', ['Langage C', 'Systèmes embarqués']],
    ['Le service R&D, immeuble R+1, plan C. C’est simple comme Go.', []],
    ['Adressez-vous au bâtiment C, 3e étage.', []],
    ['Developer: Go, Docker and Kubernetes.', ['Go', 'Docker', 'Kubernetes']],
    ['Maîtrise de Word, Excel et PowerPoint.', ['Word', 'Excel', 'PowerPoint']],
    ['Please send us a word about yourself.', []],
    ['C++ et C# sont nos langages.', ['C++', 'C#']],
    ['Maîtrise de Sage et d’EBP.', ['Sage', 'Logiciels comptables']],
    ['Sage-femme, logiciel EBP.', ['Logiciels comptables']],
    ['Sage-femme ou infirmière en soins infirmiers', ['Soins infirmiers']],
    ['Gratification de 900 euros net.', []],
  ])('letters and English words count only beside other tools: %s', (text, expected) => {
    expect(labelsIn(text)).toEqual(expected);
  });

  it.each([
    ['Profil : à l’aise sur un quai de 420 mètres, à trente mètres du bureau.', []],
    ['Vous établissez les métrés et les descriptifs.', ['Bâtiment']],
    ['Inventaire des équipements et des points de consignation.', []],
    ['Prototyper les mécaniques du jeu ; exploitants de remontées mécaniques.', []],
    ['Étudiant en génie mécanique ou en mécanique', ['Mécanique']],
    ['Licence STAPS exigée', ['Encadrement sportif']],
    ['Master STAPS management du sport', ['Encadrement sportif', 'Management du sport']],
    ['Formation en soins palliatifs appréciée', []],
    ['Vous connaissez l’architecture des systèmes', []],
    ['Diplômé d’une école d’architecture', ['Architecture']],
    ['Vous gérez les droits d’accès et l’accueil physique.', []],
    ['Avantages : plan d’épargne d’entreprise', []],
    ['Saisie sur Cegid, dans une démarche d’amélioration continue', ['Logiciels comptables', 'Amélioration continue']],
    ['Vous êtes motivé et vous aimez le travail bien fait.', []],
    ['Vous avez le sens de la pédagogie, en concertation avec l’équipe.', []],
  ])('a word of two meanings counts in the one that is a skill: %s', (text, expected) => {
    expect(labelsIn(text)).toEqual(expected);
  });

  it.each([
    ['La connaissance de SAP n’est pas exigée.', []],
    ['Aucune notion de comptabilité ne vous sera demandée.', []],
    ['Sans expérience en Python ? Venez quand même.', []],
    ['L’anglais est nécessaire, l’allemand n’est pas indispensable.', ['Anglais']],
    ['L’accessibilité numérique n’est pas une option.', ['Accessibilité numérique']],
  ])('that an offer does not ask for are left out: %s', (text, expected) => {
    expect(labelsIn(text)).toEqual(expected);
  });

  it('of the employer are not those of the offer', () => {
    expect(
      labelsIn(
        'Fondée en 1998, notre société est spécialisée dans la cybersécurité et le génie climatique.\n' +
          'Vous développez des tests automatisés.\n' +
          'Avantages : mutuelle, télétravail, cours d’anglais.',
      ),
    ).toEqual(['Tests logiciels']);
  });

  it('of languages are not adjectives of countries', () => {
    expect(labelsIn('Notre filiale allemande suit le marché anglais.')).toEqual([]);
    expect(labelsIn('Anglais courant, espagnol apprécié.')).toEqual(['Anglais', 'Espagnol']);
  });

  it('of everyday words count in a title and in what somebody brings', () => {
    expect(labelsIn('Assistant communication', 'title')).toEqual(['Communication']);
    expect(labelsIn('Une bonne communication entre les ateliers.')).toEqual([]);
    expect(labelsIn('Étudiant en communication.')).toEqual(['Communication']);
    expect(labelsIn('Vous rejoignez le service communication.')).toEqual([]);
  });

  it('are personal qualities under the short labels of ROME', () => {
    expect(finder.skillsIn('Rigueur, autonomie et esprit d’équipe.').map(({ code, kind }) => [code, kind])).toEqual([
      ['300490', 'soft'],
      ['300460', 'soft'],
      ['300465', 'soft'],
    ]);
  });
});

// The figures themselves are printed by `npm run bench:reading`; these are floors that a change must not break through.
it.each([
  ['tuning', 0.9, 0.65],
  ['held-out', 0.83, 0.45],
] as const)('reads the labelled offers of the %s half mostly right', (half, precision, recall) => {
  const offers = labelledOffers().filter((offer) => offer.half === half);
  const { skills, ...facts } = tallyReadings(finder, offers);
  expect(offers).toHaveLength(32);
  expect(skills.right / skills.read).toBeGreaterThan(precision);
  expect(skills.found / skills.labelled).toBeGreaterThan(recall);
  for (const { read, right } of Object.values(facts)) expect(right).toBeGreaterThanOrEqual(0.95 * read);
});
