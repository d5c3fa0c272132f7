import type { DueKind } from '../../shared/domain/offer-life-cycle';

/** Words of what waits for somebody: what the calendar asks of offers, companies to look at. */
export const dueFr = {
  kinds: {
    expired: 'Échéance dépassée',
    expiring: 'Échéance sous 7 jours',
    'past-start': 'Début dépassé',
  } satisfies Record<DueKind, string>,
  expired_one: '{{count, number}} offre a dépassé son échéance',
  expired_other: '{{count, number}} offres ont dépassé leur échéance',
  expiring_one: '{{count, number}} offre arrive à échéance sous 7 jours',
  expiring_other: '{{count, number}} offres arrivent à échéance sous 7 jours',
  pastStart_one: '{{count, number}} offre ouverte devait déjà avoir commencé',
  pastStart_other: '{{count, number}} offres ouvertes devaient déjà avoir commencé',
  drafts_one: '{{count, number}} brouillon d’offre n’est pas publié',
  drafts_other: '{{count, number}} brouillons d’offre ne sont pas publiés',
  companies_one: '{{count, number}} entreprise à valider',
  companies_other: '{{count, number}} entreprises à valider',
  duplicates_one: '{{count, number}} paire d’entreprises qui n’en font peut-être qu’une',
  duplicates_other: '{{count, number}} paires d’entreprises qui n’en font peut-être qu’une',
};
