import type { OfferFilter } from '../../../shared/contract/offers';
import { contractWanted } from '../../../shared/domain/wish';

/** What a student, or a profile, says beside the words; nothing of it has to be said. */
export type StudentCriteria = Pick<
  OfferFilter,
  'contractType' | 'level' | 'department' | 'region' | 'availableFrom' | 'availableTo'
>;

/** Why offers are left out unless somebody asks for them: begun or posted long ago, another contract, other dates. */
export const leftOutKinds = ['past', 'contracts', 'dates'] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** The contract that a text names, where nobody chose one or asked for all: only those offers are shown. */
export function namedContract(
  text: string,
  { contractType }: StudentCriteria,
  also: readonly LeftOutKind[],
): ReturnType<typeof contractWanted> {
  return contractType === undefined && !also.includes('contracts') ? contractWanted(text) : null;
}

/** The criteria of a search for somebody who studies; `also` are the kinds that are shown all the same. */
export function studentFilter(
  text: string,
  criteria: StudentCriteria,
  also: readonly LeftOutKind[],
): Omit<OfferFilter, 'text'> {
  const { contractType, level, department, region, availableFrom, availableTo } = criteria;
  const named = namedContract(text, criteria, also);
  return {
    ...{ level, department, region },
    ...(contractType !== undefined || named ? { contractType: contractType ?? named ?? undefined } : {}),
    ...(contractType === undefined && !named && !also.includes('contracts') ? { isForStudents: true } : {}),
    ...(also.includes('dates') ? {} : { availableFrom, availableTo }),
    ...(also.includes('past') ? { isOpen: true } : { isTakable: true }),
  };
}

/** Whether offers of a kind can have been left out at all. */
export function canLeaveOut(
  kind: LeftOutKind,
  text: string,
  criteria: StudentCriteria,
  also: readonly LeftOutKind[],
): boolean {
  if (also.includes(kind)) return false;
  if (kind === 'contracts') return criteria.contractType === undefined && namedContract(text, criteria, also) === null;
  return kind === 'past' || criteria.availableFrom !== undefined || criteria.availableTo !== undefined;
}
