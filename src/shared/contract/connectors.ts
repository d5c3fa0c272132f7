import { z } from 'zod';
import { fileIdSchema } from '../domain/ids';
import { offerServiceSchema, serviceQuestionSchema } from '../domain/service-question';
import { call, stream } from './define';
import { noInput } from './nothing';

const serviceStateSchema = z.object({
  service: offerServiceSchema,
  isOn: z.boolean(),
  /** Where its keys are: nowhere, with the system, or in the memory of this run. */
  keys: z.enum(['none', 'system', 'run']),
  /** How often it was asked today, this answer included, and how often it may be in a day. */
  askedToday: z.int().nonnegative(),
  dailyLimit: z.int().positive(),
  /** Open offers that came from it, which `refresh` asks again for. */
  openOffers: z.int().nonnegative(),
});
export type ServiceState = z.infer<typeof serviceStateSchema>;

export const connectorStateSchema = z.object({
  /** False where whoever looks after this PC does not want connections (SMART_RECRUITING_OFFLINE). */
  isAllowed: z.boolean(),
  /** Whether keys can be given to the system to keep; else they are forgotten when the application closes. */
  keepsKeys: z.boolean(),
  services: z.array(serviceStateSchema),
  /**
   * Where the file with switches, keys and counts of requests was put that could not be read at the last start, so that
   * all of it began anew; null where it could.
   */
  damagedFile: z.string().nullable(),
});
export type ConnectorState = z.infer<typeof connectorStateSchema>;

/** How far the asking is. The last item has what came of it. */
export const askedSchema = z.object({
  /** Requests that were answered, and how many there will be at most; null while the service has not said. */
  done: z.int().nonnegative(),
  total: z.int().positive().nullable(),
  /** Null until the end. */
  outcome: z
    .object({
      /** What the import takes; null where there is nothing to import. */
      fileId: fileIdSchema.nullable(),
      /** Offers that the service has for the question, and how many of them were taken. */
      found: z.int().nonnegative(),
      taken: z.int().nonnegative(),
      /** Offers of ours that it has no longer. */
      gone: z.int().nonnegative(),
      /** Of a refresh, the offers that were not asked for: no more may be today, or the service answered no longer. */
      left: z.int().nonnegative(),
    })
    .nullable(),
});
export type Asked = z.infer<typeof askedSchema>;

const changes = ['connectors'] as const;

/**
 * Offers straight from a service: what it answers becomes a file that is imported like any other. Off unless a person
 * switches it on, and nothing is asked unless a person asks. Keys go in and never come out.
 */
export const connectors = {
  state: call({ input: noInput, output: connectorStateSchema }),
  /** `conflict` (`service-forbidden`). */
  turn: call({
    input: z.strictObject({ service: offerServiceSchema, isOn: z.boolean() }),
    output: connectorStateSchema,
    changes,
  }),
  /** Takes the two keys of a service, in place of those it had. */
  setKeys: call({
    input: z.strictObject({
      service: offerServiceSchema,
      id: z.string().trim().min(1).max(300),
      secret: z.string().trim().min(1).max(300),
    }),
    output: connectorStateSchema,
    changes,
  }),
  forgetKeys: call({
    input: z.strictObject({ service: offerServiceSchema }),
    output: connectorStateSchema,
    changes,
  }),
  /** Asks a question. Throws with a `service-…` reason; nothing is kept of what was answered before. */
  search: stream({
    input: z.strictObject({ service: offerServiceSchema, question: serviceQuestionSchema }),
    item: askedSchema,
  }),
  /**
   * Asks what became of the offers that came from the service and are open still: of as many as may be asked for today, those
   * first that were not for longest. What was answered stands when the service then fails; throws alike before that.
   */
  refresh: stream({ input: z.strictObject({ service: offerServiceSchema }), item: askedSchema }),
} as const;
