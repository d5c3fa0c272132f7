import { z } from 'zod';
import { yearStartSchema } from '../domain/academic-year';
import { wireErrorSchema } from '../domain/app-error';
import { databaseIdSchema } from '../domain/backup';
import { contactAccessSchema } from '../domain/company';
import { maxPersonLength } from '../domain/decision';
import { call } from './define';
import { noInput } from './nothing';

export const languages = ['fr', 'en'] as const;
export const themes = ['system', 'light', 'dark'] as const;

export const rehearsalSchema = z.object({
  at: z.iso.datetime(),
  /** How many offers it holds; null when it could not be restored. */
  offers: z.int().nonnegative().nullable(),
  failure: wireErrorSchema.nullable(),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

export const backupFailureSchema = z.object({
  /** When the first of the backups was tried that could not be made since one was. */
  since: z.iso.datetime(),
  /** Why the last one was not made. */
  failure: wireErrorSchema,
});
export type BackupFailure = z.infer<typeof backupFailureSchema>;

export const settingsSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  universityName: z.string().max(200),
  academicYearStart: yearStartSchema,
  /** Below this count no percentage is shown. */
  smallNumber: z.int().min(1).max(100),
  /** Who works here, by whom decisions are signed; null until somebody was asked, empty where nobody wants to say. */
  personName: z.string().max(maxPersonLength).nullable(),
  /** What the office is called under the messages that it writes; empty where the university's name says enough. */
  officeName: z.string().max(200),
  /** The language in which messages to formation managers are proposed: theirs, whatever the interface speaks. */
  messageLanguage: z.enum(languages),
  /** Whether sheets give the details of the company's contact, as it was chosen last. */
  sharesContact: z.boolean(),
  /** What students may be told of contacts of which nobody said it. */
  contactAccess: contactAccessSchema,
  /** After how many days without an answer of its manager a transmission asks for a reminder. */
  reminderAfterDays: z.int().min(1).max(90),
  /** Where backups are written, null for the data folder's own; `backups.setFolder` looks at it before. */
  backupFolder: z.string().max(1_000).nullable(),
  /** The folder whose files are imported by themselves, null for none; `watchedFolder.set` looks at it before. */
  watchedFolder: z.string().max(1_000).nullable(),
  /** Tells this database's backups from those of others; given with the first one. */
  databaseId: databaseIdSchema.nullable(),
  /** What its backups were told by before it took another's place. */
  formerDatabaseIds: z.array(databaseIdSchema),
  /** When it was last tried whether the newest backup can be restored, and what came of it; null before. */
  rehearsal: rehearsalSchema.nullable(),
  /** Why backups are not made now, and since when; null while they are. */
  backupFailure: backupFailureSchema.nullable(),
  /** Whether the desktop application asks its publisher every day for a newer version; nothing else leaves the PC for it. */
  looksForUpdates: z.boolean(),
  /** The least score (0–1) for which a formation is proposed; null follows what was measured for the model. */
  matchThreshold: z.number().min(0).max(1).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settings = {
  get: call({ input: noInput, output: settingsSchema }),
  /** Changes the named settings and answers with all of them. */
  update: call({
    input: z.strictObject(
      settingsSchema
        .omit({
          backupFolder: true,
          watchedFolder: true,
          databaseId: true,
          formerDatabaseIds: true,
          rehearsal: true,
          backupFailure: true,
        })
        .partial().shape,
    ),
    output: settingsSchema,
    changes: ['settings', 'offers', 'matches'],
  }),
} as const;
