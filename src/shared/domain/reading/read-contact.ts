import { parseEmail } from '../cells/parse-email';
import { emailSource } from '../text/addresses';
import { closingEnds, headerBlocks, type HeaderBlock } from './mail';
import { belongsTogether, isAlike, isOfThirdParty } from './mailbox';
import type { ReadFact } from './reading';

/** Whom to write to at the company, as a text says it; null where it says nothing of it. */
export interface ReadContact {
  readonly name: ReadFact<string> | null;
  readonly email: ReadFact<string> | null;
}

const blank = '[ \\t\\u00a0\\u202f]';
const person = `\\p{Lu}[\\p{L}’'-]{1,40}(?:${blank}{1,3}\\p{Lu}[\\p{L}’'-]{1,40}){1,2}`;
const civility = `(?:(?:M\\.|Mr|Mme|Mlle|Dr\\.?|Monsieur|Madame)${blank}{0,3})?`;
const contactLabel = new RegExp(`(?<!\\p{L})[Cc]ontact(?:er)?${blank}{0,3}:${blank}{0,3}`, 'gu');
/** Whom an answer goes to: « à envoyer à Paul Martin », « auprès de Jean Dupont ». */
const addressee = new RegExp(
  `(?<!\\p{L})(?:(?:[Ee]nvoy|[Aa]dress|[Tt]ransmett|[Cc]ontact|[ÉéE]cri|[Pp]ostul|[Cc]andidat)\\p{L}{0,8}(?:${blank}[^.:;\\r\\n]{0,40}?)?${blank}(?:à|auprès${blank}de|l['’]attention${blank}de)|[Cc]ontact(?:er|ez))${blank}${civility}(${person})(?!\\p{L})`,
  'gu',
);
const nameAtBeginning = new RegExp(`^${civility}(${person})`, 'u');
const nameBefore = new RegExp(`(${person})${blank}{0,3}(?:[,(<:–—|-]${blank}{0,3}){0,2}$`, 'u');
const nameBehind = new RegExp(`^${blank}{0,3}[,(–—|-]${blank}{0,3}(${person})`, 'u');
/** A name and at most what its bearer does, below closing words. */
const signed = new RegExp(`^\\s{0,9}(${person})(?=${blank}{0,3}(?:[,|–—-]|$))`, 'mu');
const longestSignature = 120;
/** A department signs, or a company by its form: nobody's name. */
const noName =
  /(?<!\p{L})(?:service|direction|équipe|pôle|département|cabinet|société|groupe|ressources|the|team|sas|sarl|sa)(?!\p{L})/iu;
const senderLine = new RegExp(`^[ \\t>]{0,20}(?:De|From)${blank}{0,3}:${blank}{0,3}([^\\r\\n]{1,200})`, 'gmu');
const senderName = new RegExp(`^(${person})(?=${blank}{0,3}[<(\\[])`, 'u');
const anyEmail = new RegExp(emailSource, 'giu');
const firstEmail = new RegExp(emailSource, 'iu');
/** What stands behind a label: its line and the two below it. */
const labelReach = 300;
const labelLines = 3;
/** How far from a name an address may stand that is its bearer's. */
const besideReach = 80;
const signatureReach = 400;

/** Something at its place in the text. */
interface Found {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The contact that a text names: behind « Contact : », else whom an answer goes to, the first address written in it with who
 * stands beside it or signs, else who sent the mail that it is. Name and address are of one person, or the address is one
 * of the company; where they are not, only one is read. Not who passed a mail on, nobody whom it was sent to, no supplier,
 * and no address in one of `ownDomains` (lower case, their subdomains included).
 */
export function readContact(text: string, ownDomains: readonly string[]): ReadContact {
  const addresses = addressesOf(text, ownDomains);
  const labelled = labelledIn(text, addresses.accepts);
  if (labelled.name) {
    const { value } = labelled.name;
    return contactOf(
      labelled.name,
      labelled.email ?? addresses.all.find((one) => belongsTogether(value, one.value)),
      0.95,
    );
  }
  const senders = sendersOf(text, addresses);
  const email = labelled.email ?? addresses.all[0] ?? senders.find((sender) => sender.email)?.email;
  const addressed = addresseeOf(text);
  // Whom an answer goes to is named for that; an address of somebody else is not theirs.
  if (addressed) {
    const own = [email, ...addresses.all].find((one) => one && belongsTogether(addressed.value, one.value));
    return contactOf(addressed, own, 0.9);
  }
  const signature = signatureOf(text);
  const sender = senders.find(({ name }) => name);
  if (!email) return contactOf(signature ?? sender?.name, undefined);
  const isTheirs = (name: Found): boolean => belongsTogether(name.value, email.value);
  const signs = signature && (isTheirs(signature) || isBelow(signature, email)) ? signature : undefined;
  const sent = sender?.name && (isTheirs(sender.name) || sender.email === email) ? sender.name : undefined;
  const isWritten = email === labelled.email || email === addresses.all[0];
  return contactOf(besideOf(text, email) ?? signs ?? sent, email, 0.8, isWritten ? 0.9 : 0.8);
}

/** How sure the name and the address are: who is named as a contact is surer than who only wrote or signs. */
function contactOf(name: Found | undefined, email: Found | undefined, ofName = 0.8, ofEmail = 0.9): ReadContact {
  return { name: name ? factOf(name, ofName) : null, email: email ? factOf(email, ofEmail) : null };
}

function factOf({ value, start, end }: Found, confidence: number): ReadFact<string> {
  return { value, passage: { field: 'description', start, end }, confidence };
}

interface Addresses {
  /** The address as it is kept; undefined for one of the university. */
  readonly accepts: (written: string) => string | undefined;
  readonly blockAt: (at: number) => HeaderBlock | undefined;
  /** Those of the matter itself, in the order of the text. */
  readonly all: readonly Found[];
}

function addressesOf(text: string, ownDomains: readonly string[]): Addresses {
  const blocks = headerBlocks(text);
  const blockAt = (at: number): HeaderBlock | undefined => blocks.find(({ start, end }) => start <= at && at < end);
  const accepts = (written: string): string | undefined => {
    const address = parseEmail(written);
    return address === undefined || isOfDomains(address, ownDomains) ? undefined : address;
  };
  const all = [...text.matchAll(anyEmail)].flatMap(({ 0: written, index }): Found[] => {
    const value = accepts(written);
    if (value === undefined || blockAt(index) || isOfThirdParty(text, index)) return [];
    return [{ value, start: index, end: index + written.length }];
  });
  return { accepts, blockAt, all };
}

/** What stands behind « Contact : », each the first that there is. */
function labelledIn(text: string, accepts: Addresses['accepts']): { name?: Found; email?: Found } {
  let name: Found | undefined;
  let email: Found | undefined;
  for (const { 0: label, index } of text.matchAll(contactLabel)) {
    const at = index + label.length;
    const behind = text
      .slice(at, at + labelReach)
      .split(/(?<=\n)/)
      .slice(0, labelLines)
      .join('');
    const said = nameAtBeginning.exec(behind);
    if (said && !name) name = foundIn(said, said[1] ?? '', at);
    const address = firstEmail.exec(behind);
    const value = address ? accepts(address[0]) : undefined;
    if (address && value !== undefined && !email) email = { ...foundIn(address, address[0], at), value };
    if (name && email) break;
  }
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

function foundIn(match: RegExpExecArray, value: string, from: number): Found {
  const start = from + match.index + match[0].indexOf(value);
  return { value, start, end: start + value.length };
}

function addresseeOf(text: string): Found | undefined {
  for (const match of text.matchAll(addressee)) {
    const name = match[1] ?? '';
    if (!noName.test(name)) return foundIn(match, name, 0);
  }
  return undefined;
}

/** The name beside an address that is made of it: another one beside it may be a company's. */
function besideOf(text: string, { value, start, end }: Found): Found | undefined {
  const from = Math.max(0, start - besideReach);
  const before = nameBefore.exec(text.slice(from, start));
  const behind = nameBehind.exec(text.slice(end, end + besideReach));
  const names = [
    ...(before ? [foundIn(before, before[1] ?? '', from)] : []),
    ...(behind ? [foundIn(behind, behind[1] ?? '', end)] : []),
  ];
  return names.find((name) => isAlike(name.value, value));
}

/** In the signature itself. */
function isBelow(name: Found, email: Found): boolean {
  return email.start >= name.end && email.start - name.end <= signatureReach;
}

function signatureOf(text: string): Found | undefined {
  for (const end of closingEnds(text)) {
    const match = signed.exec(text.slice(end, end + longestSignature));
    // Whatever stands between the two is no signature.
    if (match?.index !== 0 || noName.test(match[1] ?? '')) continue;
    return foundIn(match, match[1] ?? '', end);
  }
  return undefined;
}

/** Who sent the mails of a text, without those who passed one on and those of the university. */
function sendersOf(
  text: string,
  { accepts, blockAt }: Addresses,
): readonly { readonly name: Found | undefined; readonly email: Found | undefined }[] {
  return [...text.matchAll(senderLine)].flatMap(({ 0: whole, 1: said = '', index }) => {
    if (blockAt(index)?.isPassedOn) return [];
    const from = index + whole.length - said.length;
    const address = firstEmail.exec(said);
    const value = address ? accepts(address[0]) : undefined;
    if (address && value === undefined) return [];
    const name = senderName.exec(said);
    return [
      {
        name: name ? foundIn(name, name[1] ?? '', from) : undefined,
        email: address && value !== undefined ? { ...foundIn(address, address[0], from), value } : undefined,
      },
    ];
  });
}

/** Whether an address is in one of some domains (lower case) or below one. */
export function isOfDomains(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
