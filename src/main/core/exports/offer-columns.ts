import type { ContractType, Offer, OfferDuration } from '../../../shared/domain/offer';
import { closingReasonSchema, type ClosingReason } from '../../../shared/domain/offer-life-cycle';
import { departmentNames } from '../../../shared/domain/dashboard/department';
import { regionNames } from '../../../shared/domain/places/regions';
import { localDay } from '../../../shared/util/local-day';
import { plainNumber, type Cell } from './csv-writer';

/** One column: its header in French and English, and its cell. Both headers are wordings that the import knows. */
export interface Column<T> {
  readonly header: readonly [french: string, english: string];
  readonly cell: (item: T) => Cell;
}

/** An offer, and the SIRET of its company, which the offer itself does not know. */
export interface OfferItem {
  readonly offer: Offer;
  readonly companySiret: string | null;
}

export const contractWords: Record<ContractType, readonly [string, string]> = {
  internship: ['Stage', 'internship'],
  'work-study': ['Alternance', 'work-study'],
  'fixed-term': ['CDD', 'fixed-term'],
  permanent: ['CDI', 'permanent'],
  'student-job': ['Job étudiant', 'student-job'],
  other: ['Autre', 'other'],
};
const seniorityWords = {
  beginner: ['débutant', 'beginner'],
  junior: ['junior', 'junior'],
  experienced: ['confirmé', 'experienced'],
  senior: ['senior', 'senior'],
} as const;
const remoteWords = { none: ['non', 'none'], partial: ['partiel', 'partial'], full: ['total', 'full'] } as const;
const statusWords = {
  draft: ['brouillon', 'draft'],
  published: ['publiée', 'published'],
  transmitted: ['transmise', 'transmitted'],
  filled: ['pourvue', 'filled'],
  archived: ['archivée', 'archived'],
} as const;

const closingWords: Record<ClosingReason, readonly [string, string]> = {
  'our-student': ['Pourvue par un étudiant de l’université', 'Filled by a student of the university'],
  'someone-else': ['Pourvue par quelqu’un d’autre', 'Filled by somebody else'],
  withdrawn: ['Retirée par l’entreprise', 'Withdrawn by the company'],
  'no-candidate': ['Aucun candidat', 'No candidate'],
  expired: ['Date dépassée', 'Date passed'],
  duplicate: ['Doublon d’une autre offre', 'Duplicate of another offer'],
  other: ['Autre raison', 'Another reason'],
};

/** A text, or nothing for null and for the empty text. */
export function textCell(text: string | null): Cell {
  return text === null || text === '' ? null : { text };
}

export function numberCell(value: number | null): Cell {
  return value === null ? null : { number: value };
}

export function listCell(list: readonly string[]): Cell {
  return list.length === 0 ? null : { list };
}

export function digitsCell(digits: string | null): Cell {
  return digits === null ? null : { digits };
}

export function dayCell(day: string | null): Cell {
  return day === null ? null : { day };
}

/** Everything that an import reads of an offer, then what the application knows beside it. */
export const offerColumns: readonly Column<OfferItem>[] = [
  { header: ['référence', 'externalId'], cell: ({ offer }) => digitsCell(offer.externalId) },
  { header: ['source', 'source'], cell: ({ offer }) => textCell(offer.source) },
  { header: ['intitulé', 'title'], cell: ({ offer }) => ({ text: offer.rawTitle }) },
  { header: ['description', 'description'], cell: ({ offer }) => textCell(offer.description) },
  { header: ['entreprise', 'companyName'], cell: ({ offer }) => textCell(offer.company?.name ?? null) },
  { header: ['siret', 'companySiret'], cell: ({ companySiret }) => digitsCell(companySiret) },
  { header: ['contact', 'contactName'], cell: ({ offer }) => textCell(offer.contact?.name ?? null) },
  { header: ['courriel', 'contactEmail'], cell: ({ offer }) => textCell(offer.contact?.email ?? null) },
  { header: ['téléphone', 'contactPhone'], cell: ({ offer }) => digitsCell(offer.contact?.phone ?? null) },
  { header: ['ville', 'city'], cell: ({ offer }) => textCell(offer.city) },
  { header: ['code postal', 'postcode'], cell: ({ offer }) => digitsCell(offer.postcode) },
  { header: ['code commune', 'commune code'], cell: ({ offer }) => digitsCell(offer.place?.communeCode ?? null) },
  { header: ['département', 'department'], cell: ({ offer }) => textCell(departmentText(offer)) },
  { header: ['région', 'region'], cell: ({ offer }) => textCell(regionNames[offer.place?.region ?? ''] ?? null) },
  { header: ['pays', 'country'], cell: ({ offer }) => textCell(offer.country) },
  {
    header: ['type de contrat', 'contractType'],
    cell: ({ offer }) => (offer.contractType ? { words: contractWords[offer.contractType] } : null),
  },
  { header: ['niveau visé', 'levels'], cell: ({ offer }) => listCell(offer.levels.map((level) => `Bac+${level}`)) },
  { header: ['domaine', 'domain'], cell: ({ offer }) => textCell(offer.domain) },
  { header: ['code ROME', 'romeCode'], cell: ({ offer }) => textCell(offer.romeCode) },
  {
    header: ['expérience', 'seniority'],
    cell: ({ offer }) => (offer.seniority ? { words: seniorityWords[offer.seniority] } : null),
  },
  { header: ['compétences', 'skills'], cell: ({ offer }) => listCell(offer.skills) },
  { header: ['début', 'start'], cell: ({ offer }) => startCell(offer) },
  {
    header: ['début au plus tard', 'startTo'],
    cell: ({ offer }) => (offer.start?.kind === 'range' ? { day: offer.start.to } : null),
  },
  { header: ['durée', 'duration'], cell: ({ offer }) => durationCell(offer.duration) },
  { header: ['heures par semaine', 'weeklyHours'], cell: ({ offer }) => numberCell(offer.weeklyHours) },
  { header: ['gratification', 'pay'], cell: ({ offer }) => textCell(offer.pay?.wording ?? null) },
  {
    header: ['télétravail', 'remote'],
    cell: ({ offer }) => (offer.remote ? { words: remoteWords[offer.remote] } : null),
  },
  { header: ['langue', 'language'], cell: ({ offer }) => textCell(offer.language) },
  {
    header: ['handicap', 'disabilityFriendly'],
    cell: ({ offer }) =>
      offer.disabilityFriendly === null ? null : { words: offer.disabilityFriendly ? ['oui', 'yes'] : ['non', 'no'] },
  },
  { header: ['places', 'places'], cell: ({ offer }) => numberCell(offer.places) },
  { header: ['publiée le', 'postedOn'], cell: ({ offer }) => dayCell(offer.postedOn) },
  { header: ['expire le', 'expiresOn'], cell: ({ offer }) => dayCell(offer.expiresOn) },
  { header: ['statut', 'status'], cell: ({ offer }) => ({ words: statusWords[offer.status] }) },
  { header: ['motif de clôture', 'closingReason'], cell: ({ offer }) => closingCell(offer) },
  { header: ['clôturée le', 'closedOn'], cell: ({ offer }) => dayCell(offer.closedOn) },
  {
    header: ['année universitaire', 'academicYear'],
    cell: ({ offer }) => ({ text: `${offer.academicYear}-${offer.academicYear + 1}` }),
  },
  // Not "provenance" or "origin", which an import takes for the source.
  { header: ['reçue de', 'receivedFrom'], cell: ({ offer }) => textCell(offer.packageOrigin?.university ?? null) },
  { header: ['licence', 'licence'], cell: ({ offer }) => textCell(offer.packageOrigin?.licence ?? null) },
  {
    header: ['paquet du', 'packageMadeOn'],
    cell: ({ offer: { packageOrigin: origin } }) => dayCell(origin && localDay(new Date(origin.madeAt))),
  },
];

/** "Isère (38)" */
function departmentText({ place }: Offer): string | null {
  const code = place?.department ?? null;
  return code === null ? null : `${departmentNames[code] ?? ''} (${code})`;
}

/** Files may bring words of their own. */
function closingCell({ closingReason: reason }: Offer): Cell {
  const known = closingReasonSchema.safeParse(reason).data;
  return known ? { words: closingWords[known] } : textCell(reason);
}

function startCell({ start }: Offer): Cell {
  if (start === null) return null;
  if (start.kind === 'as-soon-as-possible') return { words: ['dès que possible', 'as soon as possible'] };
  return { day: start.kind === 'date' ? start.on : start.from };
}

function durationCell(duration: OfferDuration | null): Cell {
  if (duration === null) return null;
  const { min, max, unit } = duration;
  const french = unit === 'month' ? 'mois' : 'semaines';
  const english = unit === 'month' ? 'months' : 'weeks';
  const [from, to] = [plainNumber(min), plainNumber(max)];
  if (min === max) return { words: [`${from.replace('.', ',')} ${french}`, `${from} ${english}`] };
  return { words: [`${from.replace('.', ',')} à ${to.replace('.', ',')} ${french}`, `${from} to ${to} ${english}`] };
}
