/** The offers that were deleted a while ago, in French. */
export const binFr = {
  title: 'Offres supprimées récemment',
  link_one: '{{count, number}} supprimée récemment',
  link_other: '{{count, number}} supprimées récemment',
  isThere: 'Cette offre a été supprimée récemment : elle peut être rétablie.',
  backToOffers: 'Toutes les offres',
  lead: 'Une offre supprimée reste ici 30 jours, avec ses décisions et ce qui en a été dit, puis elle est effacée.',
  deletedAt: 'Supprimée le',
  keptUntil: 'Gardée jusqu’au',
  restore: 'Rétablir',
  restoreOf: 'Rétablir {{title}}',
  empty: 'Vider…',
  emptyForGood_one: 'Effacer cette offre pour toujours',
  emptyForGood_other: 'Effacer ces {{count, number}} offres pour toujours',
  keep: 'Les garder',
  emptyTitle: 'Aucune offre supprimée',
  emptyText: 'Ce que vous supprimez se retrouve ici pendant 30 jours.',
};

export type BinTexts = typeof binFr;
