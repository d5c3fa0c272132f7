import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import { readDocumentSchema } from '../../../shared/domain/document';

export const documentsContract = {
  documents: {
    /** Reads the document at `path`; `name` is what the person calls it. Throws `invalid-input` (`document-…`, `file-…`). */
    read: call({ input: z.object({ path: z.string(), name: z.string() }), output: readDocumentSchema }),
  },
} as const;
