/** The PC that is open to students, in French. */
export const kioskFr = {
  title: 'Poste en libre accès',
  hint: 'Laisse ce poste aux étudiants : seules la recherche et les pages pour étudiants s’ouvrent, rien ne s’y modifie, et seuls s’y montrent les contacts que le service montre aux étudiants. Après trois minutes sans geste, tout recommence à zéro. Il faut le code pour en sortir, même après un redémarrage.',
  newCode: 'Code pour en sortir',
  again: 'Le même code',
  codeRule_one: 'Au moins {{count, number}} signe. Gardez-le : il ne peut pas être relu.',
  codeRule_other: 'Au moins {{count, number}} signes. Gardez-le : il ne peut pas être relu.',
  different: 'Les deux codes diffèrent.',
  enter: 'Laisser le poste aux étudiants',
  pages: 'Pages pour étudiants',
  students: 'Stage ou formation',
  fresh: 'Recommencer à zéro',
  leave: 'Rendre le poste au bureau',
  code: 'Code du bureau',
  giveBack: 'Rendre le poste',
};
