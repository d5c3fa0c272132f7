import { expect, it } from 'vitest';
import { readCompany } from './read-company';

it.each([
  'Cabinet d’expertise comptable à Annecy recherche un alternant.',
  'Notre agence de Lyon recherche un stagiaire.',
  'Boulangerie artisanale à Dijon recrute un apprenti.',
  'Start-up basée à Station F recrute un développeur.',
  'Une PME située A Lyon recrute un comptable.',
  'Un hôtel aux Houches recrute un serveur.',
  'Un cabinet d’avocats de La Rochelle recrute un assistant.',
  'Un restaurant en Bretagne propose un stage.',
  'Lyon recrute des animateurs.',
  'Le Mans recrute des animateurs.',
  'Meylan recrute un comptable au 3 rue du Pré, 38240 Meylan.',
  'Annecy\n12 rue de la Paix\n74000 Annecy',
])('takes no place for who offers: %s', (text) => expect(readCompany(text, [])).toBeNull());

it.each([
  ['Entreprise : Lyon\nNous recrutons.', 'Lyon'],
  ['La société Limoges recrute un comptable.', 'Limoges'],
  ['Orange recrute un stagiaire.', 'Orange'],
  ['Saint-Gobain recherche un stagiaire.', 'Saint-Gobain'],
  ['Boulangerie Martin de Dijon recrute un apprenti.', 'Boulangerie Martin de Dijon'],
  ['À Lyon, Nuvélia recrute un comptable.', 'Nuvélia'],
  ['Notre agence de Lyon recherche un stagiaire. Nuvélia recrute partout.', 'Nuvélia'],
  ['La Redoute recrute un stagiaire.', 'La Redoute'],
])('still reads who offers: %s', (text, name) => expect(readCompany(text, [])?.value).toBe(name));

it.each([
  ['La mairie de Chambéry recrute un animateur.', 'Mairie de Chambéry', 'mairie de Chambéry'],
  ['La ville du Havre recherche un stagiaire.', 'Ville du Havre', 'ville du Havre'],
  ['Mairie d’Annecy\nStage. La mairie d’Annecy propose un stage.', 'Mairie d’Annecy', 'mairie d’Annecy'],
])('names a public body whole: %s', (text, name, said) => {
  const fact = readCompany(text, []);
  expect(fact?.value).toBe(name);
  expect(text.slice(fact?.passage.start, fact?.passage.end)).toBe(said);
});

it.each([
  'Confidentiel',
  'CONFIDENTIEL (secteur bancaire)',
  'Nom confidentiel',
  'à définir',
  'À préciser.',
  'voir annonce',
  'Voir l’offre',
  'nom masqué',
  'Nom de l’entreprise non communiqué',
  'non communiquée',
  'client du cabinet',
  'Client du cabinet Hydrelis',
  'Notre client',
  'PME de 20 salariés',
  'Start-up',
  'PME industrielle',
  'Anonyme',
  'N/C',
  'To be defined',
  'Undisclosed',
])('takes no placeholder for who offers: %s', (said) => {
  for (const label of ['Société', 'Entreprise']) {
    expect(readCompany(`Stage comptable\n${label} : ${said}\nTenue des comptes.`, [])).toBeNull();
  }
});

it.each(['PME Durand', 'Clientis', 'Voirin SAS', 'Neantic', 'Startup Lab', 'Aucuba', 'Confident', 'Eti Textile'])(
  'still reads the labelled name %s',
  (name) => expect(readCompany(`Entreprise : ${name}\nTenue des comptes.`, [])?.value).toBe(name),
);

it('names a town’s office by what stands before the name of its domain', () => {
  const text = 'Mairie de Besançon – Direction des sports\nStage.\nCandidatures : rh@besancon.fr';
  const fact = readCompany(text, []);
  expect(fact?.value).toBe('Mairie de Besançon');
  expect(text.slice(fact?.passage.start, fact?.passage.end)).toBe('Mairie de Besançon');
});
