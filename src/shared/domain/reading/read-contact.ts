import { parseEmail } from '../cells/parse-email';
import { firstOf } from './first-of';
import { closingEnds, headerBlocks, type HeaderBlock } from './mail';
import type { ReadFact } from './reading';

/** Whom to write to at the company, as a text says it; null where it says nothing of it. */
export interface ReadContact {
  readonly name: ReadFact<string> | null;
  readonly email: ReadFact<string> | null;
}

const blank = '[ \\t\\u00a0\\u202f]';
const named = `\\p{Lu}[\\p{L}’'-]+(?:${blank}+\\p{Lu}[\\p{L}’'-]+){1,2}`;
const contactLabel = `(?<!\\p{L})[Cc]ontact(?:er)?${blank}*:${blank}*(?:M\\.|Mme|Monsieur|Madame)?${blank}*`;
const written = `[^\\s@<>(),;:"]{1,64}@[^\\s@<>(),;:"]{1,255}`;
const contactName = new RegExp(`${contactLabel}(${named})`, 'gu');
/** In the line of the label or one of the two below it. */
const contactEmail = new RegExp(`${contactLabel}(?:[^\\r\\n@]*\\r?\\n){0,2}[^\\r\\n@]*?(${written})`, 'gu');
/** A name and at most what its bearer does, below closing words. */
const signed = new RegExp(`^\\s*(${named})(?=${blank}*(?:[,|–—-]|$))`, 'mu');
const longestSignature = 120;
/** A department signs, or a company by its form: nobody's name. */
const noName =
  /(?<!\p{L})(?:service|direction|équipe|pôle|département|cabinet|société|groupe|ressources|the|team|sas|sarl|sa)(?!\p{L})/iu;
const senderName = new RegExp(`^[ \\t>]{0,20}(?:De|From)${blank}*:${blank}*(${named})(?=${blank}*[<(\\[])`, 'gmu');
const senderEmail = new RegExp(`^[ \\t>]{0,20}(?:De|From)${blank}*:[^\\r\\n@]*?(${written})`, 'gmu');
const anyEmail = new RegExp(written, 'gu');

/**
 * The contact that a text names: behind « Contact : », else who signs or the first address written in it, else who sent the
 * mail that it is. Not who passed a mail on, nobody whom it was sent to, and no address in one of `ownDomains` (lower case,
 * their subdomains included).
 */
export function readContact(text: string, ownDomains: readonly string[]): ReadContact {
  const blocks = headerBlocks(text);
  const blockAt = (at: number): HeaderBlock | undefined => blocks.find(({ start, end }) => start <= at && at < end);
  const addressOf = (found: string): string | undefined => {
    const address = parseEmail(found.replace(/[.!?'»]+$/u, ''));
    return address === undefined || isOfDomains(address, ownDomains) ? undefined : address;
  };
  const outside = (found: string, at: number): string | undefined => (blockAt(at) ? undefined : addressOf(found));
  const sender = (found: string, at: number): string | undefined =>
    blockAt(at)?.isPassedOn ? undefined : addressOf(found);
  const senderOf = (name: string, at: number): string | undefined => {
    const line = text.slice(at).split(/[\r\n]/, 1)[0] ?? '';
    const address = line.match(anyEmail)?.[0];
    const isOwn = address !== undefined && addressOf(address) === undefined;
    return isOwn || blockAt(at)?.isPassedOn ? undefined : name;
  };
  return {
    name:
      firstOf(text, contactName, (name) => name, 0.8) ?? signatureOf(text) ?? firstOf(text, senderName, senderOf, 0.8),
    email:
      firstOf(text, contactEmail, addressOf, 0.9) ??
      firstOf(text, anyEmail, outside, 0.9) ??
      firstOf(text, senderEmail, sender, 0.9),
  };
}

function signatureOf(text: string): ReadFact<string> | null {
  for (const end of closingEnds(text)) {
    const [whole, name] = signed.exec(text.slice(end, end + longestSignature)) ?? [];
    // Whatever stands between the two is no signature.
    if (whole === undefined || name === undefined || text.slice(end, end + longestSignature).indexOf(whole) !== 0)
      continue;
    const start = end + whole.indexOf(name);
    if (noName.test(name)) continue;
    return { value: name, passage: { field: 'description', start, end: start + name.length }, confidence: 0.8 };
  }
  return null;
}

/** Whether an address is in one of some domains (lower case) or below one. */
export function isOfDomains(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
