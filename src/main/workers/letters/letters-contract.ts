import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import { letterSchema, offerSheetSchema } from '../../../shared/domain/transmission-letter';

export const lettersContract = {
  letters: {
    /** An e-mail draft with its sheets inside: RFC 5322, CRLF, ASCII only. */
    draft: call({ input: z.object({ letter: letterSchema }), output: z.object({ draft: z.string() }) }),
    /** A sheet as a PDF of one page. */
    sheet: call({
      input: z.object({ sheet: offerSheetSchema }),
      output: z.object({ pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
    }),
  },
} as const;
