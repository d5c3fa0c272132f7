import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import type { DatedReport } from '../../../shared/domain/report';
import { letterSchema, offerSheetSchema } from '../../../shared/domain/transmission-letter';

const pdfSchema = z.object({ pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

export const lettersContract = {
  letters: {
    /** An e-mail draft with its sheets inside: RFC 5322, CRLF, ASCII only. */
    draft: call({ input: z.object({ letter: letterSchema }), output: z.object({ draft: z.string() }) }),
    /** A report as a PDF of several pages. */
    report: call({
      input: z.object({ report: z.custom<DatedReport>((value) => typeof value === 'object' && value !== null) }),
      output: pdfSchema,
    }),
    /** A sheet as a PDF: one page, up to six for a long text. */
    sheet: call({
      input: z.object({ sheet: offerSheetSchema }),
      output: pdfSchema,
    }),
  },
} as const;
