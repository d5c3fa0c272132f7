import { z } from 'zod';

const lineSchema = z.object({ label: z.string(), value: z.string() });

/** What stands on the one page of an offer, in the words and the order in which it is read. */
export const offerSheetSchema = z.object({
  language: z.enum(['fr', 'en']),
  title: z.string(),
  /** Company and place. */
  subtitle: z.string(),
  facts: z.array(lineSchema),
  /** Skills, formations: short lists under a heading. */
  lists: z.array(z.object({ heading: z.string(), text: z.string() })),
  textHeading: z.string(),
  /** As its author wrote it; cut where the page ends. */
  text: z.string(),
  /** Said where the text was cut. */
  cutHint: z.string(),
  /** Small print: what is personal data, and what it may be used for. */
  remarks: z.array(z.string()),
  /** The university and the day on which the sheet was made. */
  footer: z.string(),
  author: z.string(),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
});
export type OfferSheet = z.infer<typeof offerSheetSchema>;

/** An e-mail that a person is going to send, with its sheets. */
export const letterSchema = z.object({
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ fileName: z.string(), sheet: offerSheetSchema })),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
});
export type Letter = z.infer<typeof letterSchema>;

/** Formatting that turns the direction of what follows, or that nobody sees: it can make a text read as another. */
const hidden = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Everything that breaks a line for some program. */
const lineBreak = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/gu;

/** A text of several lines without control characters and hidden formatting; lines end in \n. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(lineBreak, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(hidden, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** The same on one line: what stands in a header of an e-mail cannot begin another header. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}

const longestName = 80;

/** A name that every system takes for a file: what Windows forbids gives way to a space. */
export function fileNameOf(text: string, ending: string): string {
  const name = plainLine(text.replace(/[\\/:*?"<>|]/g, ' '));
  // A cut between the halves of a character would leave half of it.
  const short = [...name]
    .slice(0, longestName)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short === '' ? 'offre' : short}.${ending}`;
}
