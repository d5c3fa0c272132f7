import type { OfferDraft, OfferDuration, OfferPay, OfferStart } from '../../../shared/domain/offer';
import type { offerTable } from './offer-table';
import { levelMaskOf, levelsOf } from '../../../shared/domain/study-years';

export { levelMaskOf, levelsOf };

export type OfferRecord = typeof offerTable.$inferSelect;

export function startOf(record: Pick<OfferRecord, 'startKind' | 'startFrom' | 'startTo'>): OfferStart | null {
  if (record.startKind === 'as-soon-as-possible') return { kind: 'as-soon-as-possible' };
  if (record.startKind === null || record.startFrom === null) return null;
  if (record.startKind === 'date') return { kind: 'date', on: record.startFrom };
  return { kind: 'range', from: record.startFrom, to: record.startTo ?? record.startFrom };
}

export function durationOf(
  record: Pick<OfferRecord, 'durationUnit' | 'durationMin' | 'durationMax'>,
): OfferDuration | null {
  const { durationUnit: unit, durationMin: min, durationMax: max } = record;
  return unit === null || min === null || max === null ? null : { unit, min, max };
}

export function payOf(record: Pick<OfferRecord, 'payAmount' | 'payPer' | 'payWording'>): OfferPay | null {
  return record.payWording === null
    ? null
    : { amount: record.payAmount, per: record.payPer, wording: record.payWording };
}

/** The day that the start of an offer is known to begin on, null when it has none. */
export function startDayOf(start: OfferStart | null): string | null {
  if (start === null || start.kind === 'as-soon-as-possible') return null;
  return start.kind === 'date' ? start.on : start.from;
}

/** What a file or a person said, out of what is stored. `title` is the raw one. */
export function draftOf(record: OfferRecord, skills: readonly string[]): OfferDraft {
  return {
    externalId: record.externalId,
    source: record.source === '' ? null : record.source,
    title: record.rawTitle,
    description: record.description,
    city: record.city,
    postcode: record.postcode,
    country: record.country,
    contractType: record.contractType,
    levels: levelsOf(record.levelMask),
    domain: record.domain,
    romeCode: record.romeCode,
    seniority: record.seniority,
    skills: [...skills],
    start: startOf(record),
    duration: durationOf(record),
    weeklyHours: record.weeklyHours,
    pay: payOf(record),
    remote: record.remote,
    language: record.language,
    disabilityFriendly: record.disabilityFriendly,
    places: record.places,
    postedOn: record.postedOn,
    expiresOn: record.expiresOn,
  };
}
