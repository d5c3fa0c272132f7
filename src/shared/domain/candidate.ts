import { z } from 'zod';
import { isoDateSchema, type IsoDate } from './academic-year';
import { dayNumberOf, dayOf } from './academic-year-days';
import { departmentSchema } from './dashboard/department';
import { candidateIdSchema } from './ids';
import { regionSchema } from './places/regions';
import { contractTypeSchema, studyLevelSchema } from './offer';

/** For how many days a profile may be kept before the student has to agree again. */
export const longestKeptDays = 365;

/** More than anybody names. */
export const mostSkills = 50;
export const longestSkill = 100;

/** What a student says of themselves and wants. There is no field for an age, a gender or an address. */
export const candidateFormSchema = z.strictObject({
  /** Under which the profile is found again; nothing is compared with it. */
  name: z.string().trim().min(1).max(100),
  wishes: z.string().trim().min(1).max(5_000),
  skills: z.array(z.string().trim().min(1).max(longestSkill)).max(mostSkills),
  level: studyLevelSchema.nullable(),
  contractType: contractTypeSchema.nullable(),
  /** A department, or else a whole region. */
  department: departmentSchema.nullable(),
  region: regionSchema.nullable(),
  availableFrom: isoDateSchema.nullable(),
  availableTo: isoDateSchema.nullable(),
  /** The last day on which it may be kept. */
  keptUntil: isoDateSchema,
});
export type CandidateForm = z.infer<typeof candidateFormSchema>;

/** A profile as it is kept: its words were tidied when it was stored. */
export const candidateSchema = candidateFormSchema.extend({
  name: z.string(),
  wishes: z.string(),
  skills: z.array(z.string()),
  id: candidateIdSchema,
  consentedAt: z.iso.datetime(),
  /** When somebody last looked at the offers for it; null where nobody has. */
  seenAt: z.iso.datetime().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** The form that a profile was stored from. */
export function formOfCandidate(candidate: Candidate): CandidateForm {
  return candidateFormSchema.strip().parse(candidate);
}

/** The last day to which a profile may be kept that is agreed to on a day. */
export function longestKept(today: IsoDate): IsoDate {
  return dayOf(dayNumberOf(today) + longestKeptDays);
}
