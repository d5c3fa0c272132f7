import { expect, it } from 'vitest';
import { sharedSkills } from './shared-skills';

it.each([
  [['Python', 'Analyse de données', 'Anglais'], 'J’analyse des données avec Python', ['Python', 'Analyse de données']],
  [['Comptabilité générale'], 'la comptabilité', []],
  [['Python'], '', []],
  [[], 'Python', []],
])('of %j and “%s” shared are %j', (skills, text, shared) => {
  expect(sharedSkills(skills, text)).toEqual(shared);
});
