import type { FilePayload } from './file-payload';

/** Files as offices send them, good and bad, written here so that each test says what is in its own. */
export function csv(name: string, lines: readonly string[]): FilePayload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'utf8') };
}

export function bytes(name: string, content: Uint8Array): FilePayload {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

/** Three good offers, one without a title, one with a date that does not exist. */
export const mixedOffers = csv('offres-novembre.csv', [
  'Référence;Intitulé;Description;Entreprise;Ville;Type de contrat;Publiée le;Remarque interne',
  'N-1;Stage développeur web (H/F);Développer en React et Node.js le portail des clients, écrire les tests.;Brumelis;Lyon;Stage;12/11/2026;à relire',
  'N-2;Alternance contrôle de gestion;Suivre les budgets, tenir les tableaux de bord, analyser les écarts.;Cabinet Orval;Lyon;Alternance;13/11/2026;',
  'N-3;;Une offre sans intitulé.;Brumelis;Lyon;Stage;13/11/2026;',
  'N-4;Technicien de laboratoire;Chromatographie et contrôle de la qualité des échantillons.;LaboSud;Nîmes;CDD;31/02/2026;',
  'N-5;Assistant ressources humaines;Recrutement, intégration des nouveaux arrivants, suivi de la paie.;Cabinet Orval;Lyon;Stage;14/11/2026;',
]);
