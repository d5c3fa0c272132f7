import { z } from 'zod';
import {
  fileIdSchema,
  formationIdSchema,
  formationManagerIdSchema,
  jobIdSchema,
  offerIdSchema,
  transmissionIdSchema,
} from '../domain/ids';
import { offerStatusSchema, studyLevelSchema } from '../domain/offer';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import {
  maxNoteLength,
  refusalReasonSchema,
  saidKindSchema,
  transmissionEventKindSchema,
  transmissionStateSchema,
} from '../domain/transmission';
import { call } from './define';
import { noInput } from './nothing';
import { languages } from './settings';

/** One line of the register. Instants are ISO 8601, UTC. */
export const transmissionRowSchema = z.object({
  id: transmissionIdSchema,
  offerId: offerIdSchema,
  offerTitle: z.string(),
  company: z.string().nullable(),
  /** Null when the formation is no longer there. */
  formationId: formationIdSchema.nullable(),
  formationTitle: z.string(),
  managerId: formationManagerIdSchema.nullable(),
  /** Who was written to, and where, as it was then. */
  managerName: z.string(),
  managerEmail: z.string(),
  state: transmissionStateSchema,
  preparedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  reason: refusalReasonSchema.nullable(),
  reminders: z.int().nonnegative(),
  /** Whether an answer has been awaited for longer than the settings say. */
  isDue: z.boolean(),
  changedAt: z.string(),
  personName: z.string().nullable(),
});
export type TransmissionRow = z.infer<typeof transmissionRowSchema>;

export const transmissionFilterSchema = z.strictObject({
  /** Looked for in offer, company, formation, manager and address. */
  text: z.string().max(200).optional(),
  state: transmissionStateSchema.exclude(['none']).optional(),
  /** `yes` keeps those that ask for a reminder. */
  due: z.literal('yes').optional(),
  managerId: formationManagerIdSchema.optional(),
  formationId: formationIdSchema.optional(),
  offerId: offerIdSchema.optional(),
  /** Answered since this moment, ISO 8601, UTC. */
  answeredFrom: z.iso.datetime().optional(),
});
export type TransmissionFilter = z.infer<typeof transmissionFilterSchema>;

export const transmissionSortColumns = [
  'offer',
  'formation',
  'manager',
  'state',
  'sentAt',
  'answeredAt',
  'changedAt',
] as const;

/** One line of a history, as people read it. */
export const historyLineSchema = z.object({
  id: z.int().positive(),
  kind: transmissionEventKindSchema,
  at: z.string(),
  personName: z.string().nullable(),
  reason: refusalReasonSchema.nullable(),
  note: z.string().nullable(),
  /** Whether somebody took it back since. */
  isUndone: z.boolean(),
  /** What an `undone` takes back; null for everything else. */
  undoes: transmissionEventKindSchema.nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

export const transmissionSchema = transmissionRowSchema.extend({
  history: z.array(historyLineSchema),
  /** The event that can be taken back now. */
  undoable: z.int().positive().nullable(),
});
export type Transmission = z.infer<typeof transmissionSchema>;

/** Whom a formation's offers go to; without an address nothing can be written to them. */
export const addresseeSchema = z.object({
  id: formationManagerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
});
export type Addressee = z.infer<typeof addresseeSchema>;

/** A formation to which an offer may be transmitted. */
export const candidateSchema = z.object({
  formationId: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  level: studyLevelSchema.nullable(),
  component: z.string().nullable(),
  /** Whether a person accepted it for this offer. */
  isChosen: z.boolean(),
  /** Its score in the ranking, between 0 and 1; null for one that is not proposed. */
  score: z.number().min(0).max(1).nullable(),
  manager: addresseeSchema.nullable(),
  /** Where the last transmission of the offer to this formation stands; null when there is none. */
  last: z.object({ id: transmissionIdSchema, state: transmissionStateSchema, since: z.string() }).nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** To whom an offer may be transmitted. */
export const offerPlanSchema = z.object({
  offerId: offerIdSchema,
  title: z.string(),
  company: z.string().nullable(),
  city: z.string().nullable(),
  status: offerStatusSchema,
  candidates: z.array(candidateSchema),
});
export type OfferPlan = z.infer<typeof offerPlanSchema>;

/** An offer and a formation that a person accepted for it, still to be transmitted. */
export const waitingPairSchema = z.object({
  offerId: offerIdSchema,
  offerTitle: z.string(),
  company: z.string().nullable(),
  city: z.string().nullable(),
  formationId: formationIdSchema,
  formationTitle: z.string(),
  component: z.string().nullable(),
  /** A draft that was made for it, of which nobody has said that it was sent. */
  prepared: z.object({ id: transmissionIdSchema, at: z.string() }).nullable(),
});
export type WaitingPair = z.infer<typeof waitingPairSchema>;

const pairSchema = z.strictObject({ offerId: offerIdSchema, formationId: formationIdSchema });
/** More in one go would be no message that anybody reads. */
export const maxPairs = 100;
const textsOfMessage = {
  language: z.enum(languages),
  subject: z.string().min(1).max(300),
  /** What the person writes; the offers are listed below it. */
  text: z.string().max(10_000),
  /** Whether the file names the company's contact; otherwise addresses and numbers are taken out of the offer's text, too. */
  withContact: z.boolean(),
} as const;

/** A draft that was made for one manager. */
export const preparedDraftSchema = z.object({
  managerName: z.string(),
  managerEmail: z.string(),
  fileId: fileIdSchema,
  fileName: z.string(),
  transmissionIds: z.array(transmissionIdSchema),
});
export type PreparedDraft = z.infer<typeof preparedDraftSchema>;

const changesOfJob = ['jobs'] as const;
const changesOfState = ['transmissions', 'offers', 'decisions'] as const;

export const transmissions = {
  /** The register. */
  list: call({
    input: pageRequestSchema.extend({
      filter: transmissionFilterSchema,
      sort: z.strictObject({ by: z.enum(transmissionSortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(transmissionRowSchema),
  }),
  get: call({ input: z.strictObject({ transmissionId: transmissionIdSchema }), output: transmissionSchema }),
  /** What waits: offers to transmit, drafts of which nobody said that they were sent, reminders due. */
  counts: call({
    input: noInput,
    output: z.object({
      offersToSend: z.int().nonnegative(),
      prepared: z.int().nonnegative(),
      due: z.int().nonnegative(),
    }),
  }),
  /** The formations of an offer: those that a person chose, then those that the ranking proposes, then the named ones. */
  plan: call({
    input: z.strictObject({ offerId: offerIdSchema, formationIds: z.array(formationIdSchema).max(maxPairs) }),
    output: offerPlanSchema,
  }),
  /** What was accepted and not transmitted yet, by the manager it goes to; first what goes to nobody. */
  toSend: call({
    input: noInput,
    output: z.object({
      groups: z.array(z.object({ manager: addresseeSchema.nullable(), pairs: z.array(waitingPairSchema) })),
      /** How many pairs there are in all, when more than are shown. */
      total: z.int().nonnegative(),
    }),
  }),
  /** Reminders that are due by the address that they go to, the longest awaited first. */
  toRemind: call({
    input: noInput,
    output: z.object({
      groups: z.array(
        z.object({ managerName: z.string(), managerEmail: z.string(), rows: z.array(transmissionRowSchema) }),
      ),
      /** How many there are in all, when more than are shown. */
      total: z.int().nonnegative(),
    }),
  }),
  /**
   * Starts the job that makes one e-mail draft a manager, with a sheet (PDF) an offer inside. Nothing is sent and nothing
   * is said to be; of a job that is cancelled or fails nothing is kept. `invalid-input` (`manager-missing`), `conflict`
   * (`action-impossible`) for what is with its manager already.
   */
  prepare: call({
    input: z.strictObject({ pairs: z.array(pairSchema).min(1).max(maxPairs), ...textsOfMessage }),
    output: z.object({ jobId: jobIdSchema }),
    changes: changesOfJob,
  }),
  /** Starts the job that makes one draft a manager that reminds of what was sent; says nothing about it. */
  remind: call({
    input: z.strictObject({
      transmissionIds: z.array(transmissionIdSchema).min(1).max(maxPairs),
      ...textsOfMessage,
    }),
    output: z.object({ jobId: jobIdSchema }),
    changes: changesOfJob,
  }),
  /** What such a job made, while the application stays open; `not-found` before its end and for any other job. */
  drafts: call({
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.object({ drafts: z.array(preparedDraftSchema) }),
  }),
  /** The sheet of an offer alone, as a PDF: one page, up to six for a long text. */
  sheet: call({
    input: z.strictObject({
      offerId: offerIdSchema,
      formationIds: z.array(formationIdSchema).max(maxPairs),
      language: z.enum(languages),
      withContact: z.boolean(),
    }),
    output: z.object({ fileId: fileIdSchema, fileName: z.string() }),
  }),
  /**
   * Keeps what a person says. What is sent is chosen for its formation, too. All of it or, when one of them does not allow
   * it, `conflict` (`action-impossible`; `offer-withdrawn` for sending an offer that is a draft again).
   */
  say: call({
    input: z.strictObject({
      transmissionIds: z.array(transmissionIdSchema).min(1).max(maxPairs),
      kind: saidKindSchema,
      reason: refusalReasonSchema.nullable(),
      note: z.string().max(maxNoteLength).nullable(),
    }),
    output: z.object({ eventIds: z.array(z.int().positive()) }),
    changes: changesOfState,
  }),
  /** Takes events back, each the last that holds of its transmission; `conflict` (`action-impossible`) otherwise. */
  undo: call({
    input: z.strictObject({ eventIds: z.array(z.int().positive()).min(1).max(maxPairs) }),
    output: z.null(),
    changes: changesOfState,
  }),
} as const;
