import type { TransmissionRow } from '../../../shared/contract/transmissions';
import type { RefusalReason, TransmissionState } from '../../../shared/domain/transmission';
import { localDay } from '../../../shared/util/local-day';
import type { Cell } from './csv-writer';
import { numberCell, textCell, type Column } from './offer-columns';

const stateWords: Record<TransmissionState, readonly [string, string]> = {
  prepared: ['brouillon préparé', 'draft prepared'],
  sent: ['envoyée', 'sent'],
  bounced: ['non remise', 'not delivered'],
  'passed-on': ['transmise aux étudiants', 'passed on to students'],
  refused: ['refusée', 'refused'],
  withdrawn: ['retirée', 'withdrawn'],
  none: ['annulée', 'taken back'],
};
const reasonWords: Record<RefusalReason, readonly [string, string]> = {
  profile: ['ne correspond pas au profil', 'does not fit the profile'],
  level: ['niveau trop haut ou trop bas', 'level too high or too low'],
  period: ['dates ou durée incompatibles', 'dates or duration do not fit'],
  'no-students': ['plus d’étudiant disponible', 'no student left'],
  duplicate: ['offre déjà reçue', 'offer received already'],
  other: ['autre', 'other'],
};

/** The day on which something happened, where the office is. */
function dayOf(instant: string | null): Cell {
  return instant === null ? null : { day: localDay(new Date(instant)) };
}

/** The register of transmissions. */
export const transmissionColumns: readonly Column<TransmissionRow>[] = [
  { header: ['offre', 'offerTitle'], cell: ({ offerTitle }) => ({ text: offerTitle }) },
  { header: ['entreprise', 'companyName'], cell: ({ company }) => textCell(company) },
  { header: ['formation', 'formationTitle'], cell: ({ formationTitle }) => ({ text: formationTitle }) },
  { header: ['gestionnaire', 'managerName'], cell: ({ managerName }) => ({ text: managerName }) },
  { header: ['courriel du gestionnaire', 'managerEmail'], cell: ({ managerEmail }) => textCell(managerEmail) },
  { header: ['état', 'state'], cell: ({ state }) => ({ words: stateWords[state] }) },
  { header: ['préparée le', 'preparedOn'], cell: ({ preparedAt }) => dayOf(preparedAt) },
  { header: ['envoyée le', 'sentOn'], cell: ({ sentAt }) => dayOf(sentAt) },
  { header: ['relances', 'reminders'], cell: ({ reminders }) => numberCell(reminders) },
  { header: ['réponse le', 'answeredOn'], cell: ({ answeredAt }) => dayOf(answeredAt) },
  { header: ['motif', 'reason'], cell: ({ reason }) => (reason === null ? null : { words: reasonWords[reason] }) },
  { header: ['par', 'by'], cell: ({ personName }) => textCell(personName) },
];
