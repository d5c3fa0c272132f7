import { z } from 'zod';
import { phoneSource, speltEmailSource } from './text/addresses';

const lineSchema = z.object({ label: z.string(), value: z.string() });

/** What stands on the sheet of an offer, in the words and the order in which it is read. */
export const offerSheetSchema = z.object({
  language: z.enum(['fr', 'en']),
  title: z.string(),
  /** Company and place. */
  subtitle: z.string(),
  facts: z.array(lineSchema),
  /** Skills, formations: short lists under a heading. */
  lists: z.array(z.object({ heading: z.string(), text: z.string() })),
  textHeading: z.string(),
  /** As its author wrote it; on further pages where it is long, and cut after the last of them. */
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

/** An e-mail that a person is going to send, with its sheets as they were drawn. */
export const letterSchema = z.object({
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** PDF files. */
  attachments: z.array(
    z.object({ fileName: z.string(), pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
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

const emailInText = new RegExp(speltEmailSource, 'giu');
const phoneInText = new RegExp(phoneSource, 'gu');

const honorific = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|ms|mrs|dr)$/iu;
const civility = '(?:(?:M|Mr|Mme|Mlle|Ms|Mrs)\\.?|Monsieur|Madame|Mademoiselle)\\s+';

/**
 * A text in which `mask` stands for every e-mail address, every telephone number, and the name of a person where it is
 * written in full or after "M.", "Mme" and the like. Names of others cannot be told from other words, and stay.
 */
export function withoutContact(text: string, name: string | null, mask: string): string {
  const masked = text.replace(emailInText, mask).replace(phoneInText, mask);
  const words = (name ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => !honorific.test(word) && word !== '');
  if (words.length === 0) return masked;
  const orders = words.length === 1 ? [] : [words.join('[\\s-]+'), words.toReversed().join('[\\s,-]+')];
  // With or without the first name; the longest first, or a part of the name would stay.
  const ends = words.map((_word, index) => words.slice(index).join('[\\s-]+'));
  const writings = [...orders.map((order) => `(?:${civility})?${order}`), ...ends.map((end) => civility + end)];
  return masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${writings.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), mask);
}

const longestName = 80;
/** Names of devices: Windows takes them for a file with no ending whatsoever. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:[ .]|$)/iu;

/** A name that every system takes for a file: what Windows forbids gives way to a space. */
export function fileNameOf(text: string, ending: string): string {
  const name = plainLine(text.replace(/[\\/:*?"<>|]/g, ' '));
  // A cut between the halves of a character would leave half of it.
  const short = [...name]
    .slice(0, longestName)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = short === '' ? 'offre' : reserved.test(short) ? `_${short}` : short;
  return `${named}.${ending}`;
}
