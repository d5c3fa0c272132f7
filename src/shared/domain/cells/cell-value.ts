import { z } from 'zod';

/** What a cell holds: a text, digits that are no number, a number, a day, a list, or words that differ by language. */
export const cellValueSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ digits: z.string() }),
  z.object({ number: z.number() }),
  /** `yyyy-mm-dd`. */
  z.object({ day: z.string() }),
  z.object({ list: z.array(z.string()).readonly() }),
  /** French, then English. */
  z.object({ words: z.tuple([z.string(), z.string()]).readonly() }),
]);
export type CellValue = Readonly<z.infer<typeof cellValueSchema>>;
