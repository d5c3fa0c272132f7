import type { Company } from '../../../shared/domain/company';
import type { Formation } from '../../../shared/domain/formation';
import type { ChoiceState, NamedChoice } from '../../../shared/domain/decision';
import type { FormationName, Match } from '../../../shared/domain/match';
import { localDay } from '../../../shared/util/local-day';
import { dayCell, digitsCell, listCell, numberCell, textCell, type Column, type OfferItem } from './offer-columns';

export const formationColumns: readonly Column<Formation>[] = [
  { header: ['code', 'externalId'], cell: ({ externalId }) => digitsCell(externalId) },
  { header: ['intitulé', 'title'], cell: ({ title }) => ({ text: title }) },
  { header: ['type de diplôme', 'diplomaType'], cell: ({ diplomaType }) => textCell(diplomaType) },
  { header: ['niveau', 'level'], cell: ({ level }) => (level === null ? null : { text: `Bac+${level}` }) },
  { header: ['composante', 'component'], cell: ({ component }) => textCell(component?.name ?? null) },
  { header: ['description', 'description'], cell: ({ description }) => textCell(description) },
  { header: ['prérequis', 'prerequisites'], cell: ({ prerequisites }) => textCell(prerequisites) },
  { header: ['compétences', 'skills'], cell: ({ skills }) => listCell(skills) },
  { header: ['débouchés', 'jobs'], cell: ({ jobs }) => listCell(jobs) },
  { header: ['mots-clés', 'keywords'], cell: ({ keywords }) => listCell(keywords) },
  { header: ['codes ROME', 'romeCodes'], cell: ({ romeCodes }) => listCell(romeCodes) },
  { header: ['effectif', 'capacity'], cell: ({ capacity }) => numberCell(capacity) },
  { header: ['gestionnaire', 'managerName'], cell: ({ managerName }) => textCell(managerName) },
  { header: ['courriel du gestionnaire', 'managerEmail'], cell: ({ managerEmail }) => textCell(managerEmail) },
];

/** A company and one of its contacts, or none: a company with three contacts takes three rows. */
export interface CompanyItem {
  readonly company: Company;
  readonly contact: Company['contacts'][number] | null;
}

export const companyColumns: readonly Column<CompanyItem>[] = [
  { header: ['référence', 'externalId'], cell: ({ company }) => digitsCell(company.externalId) },
  { header: ['raison sociale', 'name'], cell: ({ company }) => ({ text: company.name }) },
  { header: ['siret', 'siret'], cell: ({ company }) => digitsCell(company.siret) },
  { header: ['naf', 'naf'], cell: ({ company }) => textCell(company.naf) },
  { header: ['taille', 'size'], cell: ({ company }) => textCell(company.size) },
  { header: ['adresse', 'address'], cell: ({ company }) => textCell(company.address) },
  { header: ['code postal', 'postcode'], cell: ({ company }) => digitsCell(company.postcode) },
  { header: ['ville', 'city'], cell: ({ company }) => textCell(company.city) },
  { header: ['pays', 'country'], cell: ({ company }) => textCell(company.country) },
  { header: ['site', 'website'], cell: ({ company }) => textCell(company.website) },
  { header: ['contact', 'contactName'], cell: ({ contact }) => textCell(contact?.name ?? null) },
  { header: ['fonction', 'contactRole'], cell: ({ contact }) => textCell(contact?.role ?? null) },
  { header: ['courriel', 'contactEmail'], cell: ({ contact }) => textCell(contact?.email ?? null) },
  { header: ['téléphone', 'contactPhone'], cell: ({ contact }) => digitsCell(contact?.phone ?? null) },
];

/** One formation of one offer: proposed for it, decided on, or both. */
export interface MatchItem extends OfferItem {
  readonly formation: FormationName;
  readonly match: Match | null;
  readonly choice: NamedChoice | null;
  readonly formationCode: string | null;
}

/** Scores are rounded to four decimals: more are noise of the floating point. */
function scoreCell(score: number | undefined) {
  return numberCell(score === undefined ? null : Math.round(score * 10_000) / 10_000);
}

const choiceWords: Record<ChoiceState, readonly [string, string]> = {
  accepted: ['acceptée', 'accepted'],
  added: ['ajoutée', 'added'],
  rejected: ['écartée', 'rejected'],
};

export const matchColumns: readonly Column<MatchItem>[] = [
  { header: ['référence de l’offre', 'offerReference'], cell: ({ offer }) => digitsCell(offer.externalId) },
  { header: ['offre', 'offerTitle'], cell: ({ offer }) => ({ text: offer.title }) },
  { header: ['entreprise', 'companyName'], cell: ({ offer }) => textCell(offer.company?.name ?? null) },
  { header: ['rang', 'rank'], cell: ({ match }) => numberCell(match?.rank ?? null) },
  { header: ['code de la formation', 'formationCode'], cell: ({ formationCode }) => digitsCell(formationCode) },
  { header: ['formation', 'formationTitle'], cell: ({ formation }) => ({ text: formation.title }) },
  { header: ['type de diplôme', 'diplomaType'], cell: ({ formation }) => textCell(formation.diplomaType) },
  { header: ['composante', 'component'], cell: ({ formation }) => textCell(formation.component) },
  { header: ['score', 'score'], cell: ({ match }) => scoreCell(match?.score) },
  { header: ['part du sens', 'semantic'], cell: ({ match }) => scoreCell(match?.semantic) },
  { header: ['part des mots', 'lexical'], cell: ({ match }) => scoreCell(match?.lexical) },
  { header: ['décision', 'decision'], cell: ({ choice }) => choice && { words: choiceWords[choice.state] } },
  { header: ['place', 'place'], cell: ({ choice }) => numberCell(choice?.place ?? null) },
  { header: ['décidée par', 'decidedBy'], cell: ({ choice }) => textCell(choice?.person ?? null) },
  { header: ['décidée le', 'decidedOn'], cell: ({ choice }) => dayCell(choice && localDay(new Date(choice.at))) },
  { header: ['note', 'note'], cell: ({ choice }) => textCell(choice?.note ?? null) },
];
