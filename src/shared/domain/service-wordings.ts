import type { OfferField } from './import';

/** The column of the day since which a service has an offer no longer: no service's own, but what asking it again found. */
export const withdrawnColumn = 'retireeLe';

/**
 * What services call the fields of an offer in their answers, by the paths of their JSON: France Travail's "Offres
 * d'emploi" v2 and Adzuna's search. Kept beside the wordings of people, so that rows which were rejected and mended as
 * CSV are understood as well.
 */
export const serviceWordings: Partial<Record<OfferField, readonly string[]>> = {
  companyName: ['entreprise.nom', 'company.display_name'],
  contactName: ['contact.nom'],
  contactEmail: ['contact.courriel'],
  contactPhone: ['contact.telephone'],
  city: ['lieuTravail.libelle'],
  postcode: ['lieuTravail.codePostal'],
  contractType: ['typeContratLibelle'],
  levels: ['formations.niveauLibelle'],
  domain: ['romeLibelle', 'category.label'],
  seniority: ['experienceLibelle'],
  skills: ['competences.libelle'],
  weeklyHours: ['dureeTravailLibelle'],
  pay: ['salaire.libelle'],
  language: ['langues.libelle'],
  disabilityFriendly: ['accessibleTH'],
  expiresOn: [withdrawnColumn],
};
