import type { IsoDate } from './academic-year';
import type { Candidate } from './candidate';
import type { ContractType } from './offer';
import { contractWanted } from './wish';

/** What a student, or a profile, says beside the words; nothing of it has to be said. */
export interface StudentCriteria {
  readonly contractType?: ContractType | undefined;
  readonly level?: number | undefined;
  readonly department?: string | undefined;
  readonly region?: string | undefined;
  readonly availableFrom?: IsoDate | undefined;
  readonly availableTo?: IsoDate | undefined;
}

/** The criteria of a list of offers that come of it. */
export interface StudentFilter extends StudentCriteria {
  readonly keepsUnsaid?: true;
  readonly isForStudents?: true;
  readonly isOpen?: true;
  readonly isTakable?: true;
}

/** What a profile says beside its words. */
export function criteriaOfCandidate(profile: Candidate): StudentCriteria {
  const { contractType, level, department, region, availableFrom, availableTo } = profile;
  return {
    ...(contractType === null ? {} : { contractType }),
    ...(level === null ? {} : { level }),
    ...(department === null ? {} : { department }),
    ...(region === null ? {} : { region }),
    ...(availableFrom === null ? {} : { availableFrom }),
    ...(availableTo === null ? {} : { availableTo }),
  };
}

/**
 * Why offers are left out unless somebody asks for them: begun or posted long ago, another contract, another level, another
 * place, other dates. What names none of these is never left out.
 */
export const leftOutKinds = ['past', 'contracts', 'levels', 'places', 'dates'] as const;
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
export function studentFilter(text: string, criteria: StudentCriteria, also: readonly LeftOutKind[]): StudentFilter {
  const { contractType, level, department, region, availableFrom, availableTo } = criteria;
  const named = namedContract(text, criteria, also);
  const kept = {
    ...(contractType !== undefined || named ? { contractType: contractType ?? named ?? undefined } : {}),
    ...(level === undefined || also.includes('levels') ? {} : { level }),
    ...(also.includes('places') ? {} : given({ department, region })),
  };
  return {
    ...kept,
    ...(Object.keys(kept).length === 0 ? {} : { keepsUnsaid: true }),
    ...(contractType === undefined && !named && !also.includes('contracts') ? { isForStudents: true } : {}),
    ...(also.includes('dates') ? {} : given({ availableFrom, availableTo })),
    ...(also.includes('past') ? { isOpen: true } : { isTakable: true }),
  };
}

function given<Criteria extends StudentCriteria>(criteria: Criteria): Partial<Criteria> {
  // Only what is undefined is taken away: what is left is a part of the criteria.
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined)) as Partial<Criteria>;
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
  const { level, department, region, availableFrom, availableTo } = criteria;
  if (kind === 'levels') return level !== undefined;
  if (kind === 'places') return department !== undefined || region !== undefined;
  return kind === 'past' || availableFrom !== undefined || availableTo !== undefined;
}
