/** The search of offers, in French. */
export const searchFr = {
  title: 'Recherche d’offres',
  tabs: 'Que chercher',
  tab: { offers: 'Offres', formations: 'Formations', occupations: 'Métiers (ROME)' },
  box: 'Mots-clés ou description',
  placeholder: 'Exemple : contrôle de gestion Lyon, ou quelques phrases sur le travail recherché',
  countByMeaning_one: '{{offers}}, dont {{count, number}} par le sens seulement',
  countByMeaning_other: '{{offers}}, dont {{count, number}} par le sens seulement',
  allByMeaning: '{{offers}}, par le sens seulement',
  foundBy: 'Trouvée par',
  foundByHint:
    'Les mots : ceux que vous cherchez se trouvent dans l’offre. Le sens : l’offre décrit un travail proche, avec d’autres mots.',
  by: { words: 'les mots', meaning: 'le sens', both: 'les mots et le sens' },
  suggestion: 'Un mot n’a été trouvé dans aucune offre. Vouliez-vous dire : « {{text}} » ?',
  takeSuggestion: 'Chercher ainsi',
  someWords: 'Aucune offre ne réunit tous ces mots ; voici celles qui s’en approchent le plus.',
  incomplete: 'Beaucoup d’offres viennent d’arriver ou de changer : certaines ne se trouvent pas encore ici.',
  noneTitle: 'Aucune offre trouvée',
  noneText: 'Essayez avec moins de mots, ou décrivez le travail en quelques phrases.',
  noWordsText:
    'Ce texte ne dit rien du travail recherché. Citez un métier, une compétence, une entreprise ou une ville.',
  toFormations: 'Chercher une formation avec ce texte',
  showAll: 'Voir toutes les offres',
  isOpen: 'Ouvertes aujourd’hui',
};
