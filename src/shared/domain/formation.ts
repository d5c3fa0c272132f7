import { z } from 'zod';
import { componentIdSchema, formationIdSchema } from './ids';
import { maxDescriptionLength, maxTitleLength, studyLevelSchema } from './offer';

/** A page of text: what Parcoursup and Mon Master publish as expectations stays far below. */
export const maxPrerequisitesLength = 5_000;

/** What a file or a person says about a formation. `component` is the component's name or code as written. */
export const formationDraftSchema = z.object({
  externalId: z.string().max(200).nullable(),
  title: z.string().max(maxTitleLength),
  diplomaType: z.string().max(200).nullable(),
  level: studyLevelSchema.nullable(),
  component: z.string().max(300).nullable(),
  description: z.string().max(maxDescriptionLength),
  /** What somebody has to know or to have done before; never part of what is embedded. Null where nobody said. */
  prerequisites: z.string().min(1).max(maxPrerequisitesLength).nullable(),
  keywords: z.array(z.string().max(300)).max(200),
  skills: z.array(z.string().max(300)).max(200),
  jobs: z.array(z.string().max(300)).max(200),
  romeCodes: z.array(z.string().max(10)).max(20),
  capacity: z.int().nonnegative().max(100_000).nullable(),
  managerName: z.string().max(200).nullable(),
  managerEmail: z.string().max(320).nullable(),
});
export type FormationDraft = z.infer<typeof formationDraftSchema>;

/** A formation as the application keeps it. */
export const formationSchema = formationDraftSchema.omit({ component: true }).extend({
  id: formationIdSchema,
  component: z.object({ id: componentIdSchema, name: z.string(), shortName: z.string().nullable() }).nullable(),
});
export type Formation = z.infer<typeof formationSchema>;
