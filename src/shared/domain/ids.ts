import { z } from 'zod';

// Ids are the database's own integers: small, ordered by arrival, and distinct types so that they cannot be mixed up.
const id = z.int().positive();

export const universityIdSchema = id.brand<'UniversityId'>();
export const componentIdSchema = id.brand<'ComponentId'>();
export const formationIdSchema = id.brand<'FormationId'>();
export const formationManagerIdSchema = id.brand<'FormationManagerId'>();
export const companyIdSchema = id.brand<'CompanyId'>();
export const companyMergeIdSchema = id.brand<'CompanyMergeId'>();
export const contactIdSchema = id.brand<'ContactId'>();
export const offerIdSchema = id.brand<'OfferId'>();
export const importIdSchema = id.brand<'ImportId'>();
export const transmissionIdSchema = id.brand<'TransmissionId'>();
export const decisionIdSchema = id.brand<'DecisionId'>();
export const jobIdSchema = id.brand<'JobId'>();
export const namedViewIdSchema = id.brand<'NamedViewId'>();
export const candidateIdSchema = id.brand<'CandidateId'>();
/** An opaque, unguessable handle of a file that the host keeps for a while. Never a path. */
export const fileIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .brand<'FileId'>();

export type UniversityId = z.infer<typeof universityIdSchema>;
export type ComponentId = z.infer<typeof componentIdSchema>;
export type FormationId = z.infer<typeof formationIdSchema>;
export type FormationManagerId = z.infer<typeof formationManagerIdSchema>;
export type CompanyId = z.infer<typeof companyIdSchema>;
export type CompanyMergeId = z.infer<typeof companyMergeIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type OfferId = z.infer<typeof offerIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
export type TransmissionId = z.infer<typeof transmissionIdSchema>;
export type DecisionId = z.infer<typeof decisionIdSchema>;
export type JobId = z.infer<typeof jobIdSchema>;
export type NamedViewId = z.infer<typeof namedViewIdSchema>;
export type CandidateId = z.infer<typeof candidateIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
