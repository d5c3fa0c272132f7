import { z } from 'zod';

/** The kinds of documents that an offer arrives in. */
export const documentKinds = ['text', 'docx', 'pdf', 'email'] as const;

/** A document of more bytes is not opened. */
export const maxDocumentBytes = 20 * 1024 * 1024;
/** Of a longer PDF only so many pages are read. */
export const maxDocumentPages = 50;

/** The plain text of one document, and what else it says of itself. */
export const readDocumentSchema = z.object({
  kind: z.enum(documentKinds),
  text: z.string(),
  /** The subject of an e-mail. */
  subject: z.string().nullable(),
  /** Who sent an e-mail. */
  sender: z.object({ name: z.string().nullable(), address: z.string().nullable() }).nullable(),
  /** Pages read, of how many; null where there are no pages. */
  pages: z.object({ read: z.int().nonnegative(), total: z.int().nonnegative() }).nullable(),
  /** Whether the text was longer than an offer can be and ends where that is reached. */
  isCut: z.boolean(),
});
export type ReadDocument = z.infer<typeof readDocumentSchema>;
