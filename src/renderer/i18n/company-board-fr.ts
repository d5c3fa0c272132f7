/** The words of the tab « Entreprises » of the dashboards, in French. */
export const companyBoardFr = {
  standings: { present: 'Présentes', new: 'Nouvelles', lost: 'Perdues', dormant: 'Dormantes' },
  tiles: {
    present: 'Entreprises présentes',
    new: 'Entreprises nouvelles',
    lost: 'Entreprises perdues',
    dormant: 'Entreprises dormantes',
  },
  definitions: {
    present: 'Entreprises différentes qui ont au moins une offre parmi celles comptées ici.',
    new: 'Entreprises qui ont une offre sur la période comptée, et aucune avant le début de l’année universitaire, aussi loin que remontent les offres enregistrées. Les critères et le niveau de vue s’appliquent à toutes ces années.',
    lost: 'Entreprises sans offre sur la période comptée, mais qui en avaient une sur la même période de l’année précédente. Celles dont les offres de l’an dernier sont venues plus tard dans l’année ne sont pas encore comptées comme perdues.',
    dormant:
      'Entreprises sans aucune offre depuis le début de l’année précédente, mais qui en avaient une plus tôt. Ce sont des partenaires d’autrefois, à recontacter peut-être.',
  },
  parent: '{{name}} : {{number}}',
  topTitle: 'Entreprises qui ont le plus d’offres',
  listTitle: 'Liste des entreprises',
  listLabel: 'Entreprises montrées',
  noDomain: 'domaine inconnu',
  domain: '{{name}} ({{number}})',
  earlier: 'Avant {{year}}',
  last: 'Dernière offre',
  noEarlier: 'Pas de comparaison : aucune offre avant {{year}}',
  none: 'Aucune entreprise.',
  changed: 'Entreprises dont le nombre d’offres a le plus changé',
  changedText: 'Par le nombre d’offres, et non en pourcentage : une petite base ne trompe pas.',
} as const;
