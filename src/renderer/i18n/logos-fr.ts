/** Texts of the logos of the university and of its components. */
export const logosFr = {
  title: 'Logos',
  hint: 'Sur chaque page des rapports et en tête des tableaux de bord : le logo de la composante regardée, à défaut celui de l’université. PNG ou JPEG.',
  list: 'Université et composantes',
  none: 'Aucun logo',
  of: 'Logo : {{name}}',
  choose: 'Choisir une image',
  chooseOf: 'Choisir une image : {{name}}',
  remove: 'Retirer',
  removeOf: 'Retirer le logo : {{name}}',
  saved: 'Logo enregistré : {{name}}.',
  removed: 'Logo retiré : {{name}}.',
  restored: 'Le logo précédent est revenu : {{name}}.',
};
