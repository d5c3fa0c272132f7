import { emailSource } from '../text/addresses';
import { isAroundOffer, isAskingToPassOn, isSmallPrint } from './mail-phrases';

/** Labels of the lines that mail programs put above a message, in French and English. */
const headerLabel =
  /^(?:de|from|à|a|to|pour|cc|cci|bcc|objet|sujet|subject|envoyé(?: le)?|sent|date|répondre à|reply-to|pièces? jointes?|attachments?)\s*:/i;
/** « De : », « From: », « Objet : » in a line alone are a mail only where an address or another such line stands beside them. */
const forwarded = /^(?:(?:fwd?|tr|re|rép?|wg|aw)\s*:\s*)+/i;
const passedOn = /^(?:(?:re|rép?|wg|aw)\s*:\s*)*(?:fwd?|tr)\s*:/i;
const divider = /^--.*(?:message|transféré|forwarded|original)|^_{5,}$|^(?:le|on)\s.{4,120}(?:a écrit|wrote)\s*:\s*$/i;
const salutation =
  /^(?:re)?(?:bonjour|bonsoir|salut|hello|hi|hey|dear|coucou|madame|monsieur|mesdames|messieurs|chère?s?)(?=[\s,.!:]|$)/i;
/** Whom a greeting names: what has capitals, and words that stand for people. */
const greeted =
  /^(?:[\s,.!:]+(?:\p{Lu}[\p{L}\p{M}’'-]*|à|a|tous|toutes|et|ou|and|or|tou\.te\.s|tous\.tes|toute|la|le|l['’]équipe|les|monde|équipe|madame|monsieur|mesdames|messieurs|chère?s?|collègues?|partenaires|sir|madam|all|everyone|team|colleagues?|there|mme|mr))*[\s,.!:]*$/u;
const longestGreeting = 120;
/** What one ends a letter with; two of them may be one line: « Merci d’avance et bonne journée ». */
const farewell =
  "(?:(?:bien |très )?cordialement|cdt|cdlt|bien à (?:vous|toi)|sincèrement|sincerely(?: yours)?|yours (?:sincerely|faithfully)|(?:merci|en vous remerciant|je vous remercie|nous vous remercions|thank you|thanks)(?: beaucoup| bien)?(?: d['’]avance| par avance| in advance)?(?: (?:de|pour) (?:votre|ton) (?:aide|retour|attention|réponse))?|(?:sincères |meilleures |mes |bonnes )*salutations(?: distinguées)?|(?:best |kind |warm )+regards|regards|best wishes|(?:excellente |bonne |belle )(?:journée|réception|fin de journée|semaine|fin de semaine|soirée)|à (?:bientôt|votre disposition)|cheers)";
const closing = new RegExp(
  `^(?:en vous (?:en )?remerci\\p{L}+ .{0,40})?${farewell}(?:(?:\\s*[,.!]?\\s+et\\s+|[,.!]\\s*)${farewell})?\\s*[,.!]*$|^(?:(?:nous |je )?vous (?:prie|prions)|veuillez)\\b.{0,80}(?:agréer|recevoir|croire).{0,160}$`,
  'iu',
);
const address = new RegExp(
  `(?:https?://|www\\.)\\S+|${emailSource}|(?<![\\w.-])[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,4}\\.(?:fr|com|org|eu)\\b(?:/\\S*)?`,
  'giu',
);
/** A signature is a few short lines. */
const signatureLines = 8;
const signatureLength = 80;

/** One line of a text without its end, and what a mail program wrote around it taken off. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Without quote marks. */
  readonly text: string;
}

/** Says whether lines of a text are those that a mail program put there. */
export function isMail(text: string): boolean {
  return headersOf(linesOf(text)).size > 0;
}

/**
 * A text in which header lines of a mail, quote marks, greetings, closing words and signatures are blanks, so that
 * everything else stays where it stood. A text that is no mail loses its greetings and closing words only.
 */
export function withoutMailLines(text: string): string {
  const lines = linesOf(text);
  const headers = headersOf(lines);
  const isOut = new Set(headers);
  let left = 0;
  lines.forEach((line, at) => {
    if (isOut.has(at)) {
      left = 0;
      return;
    }
    if (isGreeting(line.text)) isOut.add(at);
    if (isSmallPrint(line.text)) {
      isOut.add(at);
    } else if (closing.test(line.text) || /^--\s?$/.test(text.slice(line.start, line.end))) {
      isOut.add(at);
      left = signatureLines;
    } else if (left > 0) {
      left = isOfSignature(line.text) ? left - 1 : 0;
      if (left > 0) isOut.add(at);
    }
  });
  const parts: string[] = [];
  let from = 0;
  lines.forEach(({ start, end }, at) => {
    const marks = headers.size > 0 ? (/^[\s>|]*/.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
    const to = isOut.has(at) ? end : start + marks;
    if (to === start) return;
    parts.push(text.slice(from, start), ' '.repeat(to - start));
    from = to;
  });
  parts.push(text.slice(from));
  return parts.join('');
}

/** Shorter, it is a line above a message that was passed on, and what is quoted is the offer. */
const leastAnswer = 150;

/** A text without the older messages that an answer quotes below itself, where these are the shorter part. */
export function withoutQuotedHistory(text: string): string {
  const lines = linesOf(text);
  const at = lines.findIndex(({ text: line }) => /(?:a écrit|wrote)\s*:$/i.test(line) && divider.test(line));
  const quoting = lines[at];
  if (!quoting) return text;
  const below = lines.slice(at + 1);
  if (!below.every(({ start }) => text.startsWith('>', start))) return text;
  const answer = matterOf(text.slice(0, quoting.start));
  return answer.length >= leastAnswer && answer.length > text.length - quoting.end
    ? text.slice(0, quoting.start)
    : text;
}

/** What is left of a text without what a mail program and its writer put around it, empty lines in a row made one. */
export function matterOf(text: string): string {
  const blanked = withoutMailLines(text);
  const written = text.split('\n');
  const kept = blanked.split('\n').flatMap((line, at) => {
    const before = written[at] ?? '';
    // A line that is blank by now goes altogether; one that its author left blank stays.
    if (line.trim() === '' && /[^\s>|]/.test(before)) return [];
    const said = line.trim();
    if (isAskingToPassOn(said) || isAroundOffer(said)) return [];
    return [/^\s*[>|]/.test(before) ? line.trim() : line.trimEnd()];
  });
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Behind which places of a text somebody may sign. */
export function closingEnds(text: string): readonly number[] {
  return linesOf(text)
    .filter((line) => closing.test(line.text))
    .map(({ end }) => end);
}

/** A text in which addresses of mail and of the web are blanks: « menuiserie-lafleur.fr » names no skill. */
export function withoutAddresses(text: string): string {
  return text.replace(address, (found) => ' '.repeat(found.length));
}

/** What a mail is about by its headers, without « Fwd: TR: RE: »; null for a text without one. */
export function subjectOf(text: string): string | null {
  const lines = linesOf(text);
  for (const at of headersOf(lines)) {
    const line = lines[at]?.text ?? '';
    const said = /^(?:objet|sujet|subject)\s*:\s*(.*)$/i.exec(line)?.[1] ?? (forwarded.test(line) ? line : null);
    const subject = said?.replace(forwarded, '').trim() ?? '';
    if (subject !== '') return subject;
  }
  return null;
}

/** Says whether a subject is that of a message which its sender passes on: somebody else wrote it. */
export function isPassedOn(subject: string): boolean {
  return passedOn.test(subject);
}

/** Where mail programs wrote who sent to whom, from which code unit to which, the end excluded. */
export interface HeaderBlock {
  readonly start: number;
  readonly end: number;
  /** Whether its subject says that the message was passed on by who sent it. */
  readonly isPassedOn: boolean;
}

/** Header lines that stand together, in the order of the text. */
export function headerBlocks(text: string): readonly HeaderBlock[] {
  const lines = linesOf(text);
  const blocks: (HeaderBlock & { readonly last: number })[] = [];
  for (const at of headersOf(lines)) {
    const line = lines[at];
    if (!line) continue;
    const subject = line.text.replace(/^(?:objet|sujet|subject)\s*:\s*/i, '');
    // What a divider or an empty line parts is a message within a message, with a sender of its own.
    const isOnward = !divider.test(line.text) && /^\r?\n?$/.test(text.slice(blocks.at(-1)?.end ?? 0, line.start));
    const former = isOnward && blocks.at(-1)?.last === at - 1 ? blocks.pop() : undefined;
    blocks.push({
      start: former?.start ?? line.start,
      end: line.end,
      isPassedOn: former?.isPassedOn === true || isPassedOn(subject),
      last: at,
    });
  }
  return blocks.map(({ start, end, isPassedOn: isOn }) => ({ start, end, isPassedOn: isOn }));
}

/** A name, a function, a street, a number: short, or full of what one writes or calls to. */
function isOfSignature(line: string): boolean {
  if (/^[-•*–]/.test(line)) return false;
  if (line.length <= signatureLength && !/[.:]$/.test(line)) return true;
  return line.length <= 3 * signatureLength && /@|www\.|https?:|(?:\d{2}[ .-]?){5}|siret|\b\d{5}\s\p{Lu}/iu.test(line);
}

/** « Bonjour Madame Petit, »; a sentence that begins so goes on with what it has to say. */
function isGreeting(line: string): boolean {
  const said = salutation.exec(line)?.[0];
  return said !== undefined && line.length <= longestGreeting && greeted.test(line.slice(said.length));
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [whole] = match;
    const start = match.index;
    lines.push({ start, end: start + whole.length, text: whole.replace(/^[\s>|]+/, '').trim() });
  }
  return lines;
}

/** The lines that a mail program put there, in order. */
function headersOf(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isLabelled = lines.map(({ text }) => headerLabel.test(text));
  lines.forEach(({ text }, at) => {
    if (divider.test(text) || (forwarded.test(text) && text.length <= 200)) found.add(at);
    if (!isLabelled[at]) return;
    const hasNeighbour = [at - 1, at + 1].some((other) => isLabelled[other] ?? false);
    if (hasNeighbour || /@/.test(text)) found.add(at);
  });
  // What stands beside a line that a mail program put there was put there too.
  lines.forEach((_, at) => {
    if (isLabelled[at] && [at - 1, at + 1].some((other) => found.has(other))) found.add(at);
  });
  return new Set([...found].sort((one, other) => one - other));
}
