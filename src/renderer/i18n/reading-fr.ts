/** Words for what was read in the text of an offer. */
export const readingFr = {
  inText: 'lu dans le texte',
  mark: 'lu',
  passage: 'Lu dans le texte : {{passage}}',
  passageInTitle: 'Lu dans l’intitulé : {{passage}}',
  byMeaning: 'Lu d’après le sens de tout le texte ; {{confidence}}.',
  contractType: 'Contrat',
  domain: 'Domaine proposé',
  occupations: 'Métiers ROME proposés',
  softSkills: 'Qualités citées',
  confidence: { high: 'très probable', fair: 'probable', low: 'possible' },
};

export type ReadingTexts = typeof readingFr;
