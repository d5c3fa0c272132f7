import type { IsoDate } from '../../../shared/domain/academic-year';
import { mostKeywords } from '../../../shared/contract/search';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { OfferStart } from '../../../shared/domain/offer';
import { readStart } from '../../../shared/domain/reading/read-dates';
import { isSeniorityInferred, type WrittenReading } from '../../../shared/domain/reading/reading';
import { contractWanted } from '../../../shared/domain/wish';

/** A criterion that a text names: what choosing it sets. */
export type ReadCriterion = Pick<
  OfferFilter,
  'contractType' | 'city' | 'level' | 'seniority' | 'skill' | 'startsFrom' | 'startsTo'
>;

/** More chips would be a second list to read. */
const mostSkills = 4;

/** Whether a text says enough that criteria may be read in it. */
export function isParagraph(text: string): boolean {
  return text.trim().split(/\s+/).length > mostKeywords;
}

/**
 * The criteria that a text names and that are not set yet, one by one, in the order of contract, place, level, experience,
 * start and skills. `on` says which year a month without one is in.
 */
export function criteriaIn(
  text: string,
  reading: WrittenReading,
  filter: OfferFilter,
  on: IsoDate,
): readonly ReadCriterion[] {
  const contractType = reading.contractType?.value ?? contractWanted(text);
  const isPlaceSet = [filter.city, filter.department, filter.region].some((place) => place !== undefined);
  const start = readStart(text, on)?.value;
  const all: readonly ReadCriterion[] = [
    ...(contractType === null ? [] : [{ contractType }]),
    ...(reading.place === null || isPlaceSet ? [] : [{ city: reading.place.value.city }]),
    ...(reading.levels?.value ?? []).map((level) => ({ level })),
    ...(reading.seniority === null || isSeniorityInferred(reading) ? [] : [{ seniority: reading.seniority.value }]),
    ...(start ? startCriteria(start) : []),
    ...reading.skills.slice(0, mostSkills).map(({ label }) => ({ skill: label })),
  ];
  const isSet = new Set(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [key])));
  return all.filter((criterion) => Object.keys(criterion).every((key) => !isSet.has(key)));
}

function startCriteria(start: OfferStart): readonly ReadCriterion[] {
  if (start.kind === 'date') return [{ startsFrom: start.on }];
  return start.kind === 'range' ? [{ startsFrom: start.from, startsTo: start.to }] : [];
}
