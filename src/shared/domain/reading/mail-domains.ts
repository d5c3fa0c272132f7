import { isOfThirdParty } from './mailbox';
import { isOfDomains } from './read-contact';
import type { ReadFact } from './reading';

const address =
  /(?:[^\s@<>(),;:"]{1,64}@|https?:\/\/(?:www\.)?|www\.)((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,12})(?![a-z0-9-])/giu;
/** Mail of anybody, and what many companies share. */
const shared = new Set(
  `gmail googlemail outlook hotmail live msn yahoo ymail orange wanadoo free sfr laposte icloud me mac neuf bbox numericable
  proton protonmail gmx aol aliceadsl cegetel club-internet voila linkedin facebook instagram twitter youtube indeed
  hellowork welcometothejungle francetravail pole-emploi google microsoft teams zoom forms office wetransfer`.split(
    /\s+/,
  ),
);
const secondLevel = new Set(['co', 'com', 'gouv', 'asso', 'org', 'net', 'ac']);

/** As universities name theirs: `univ-lyon2.fr`, `etu.u-bordeaux.fr`, `sorbonne-universite.fr`, `mit.edu`, `ox.ac.uk`. */
const university =
  /(?:^|[.-])univ(?:ersite|ersity)?[.-]|(?:^|\.)u-(?:bordeaux|bourgogne|cergy|clermont|paris|pec|picardie|psud|strasb)[a-z0-9]*\.|\.edu(?:\.[a-z]{2})?$|\.ac\.[a-z]{2}$/u;

/** Whether a domain is one of a university, by its wording alone: no company is named after it. */
export function isOfUniversity(host: string): boolean {
  return university.test(host.toLowerCase());
}

/** Names of the domains of addresses of a text, without ending and without those of mail for everybody or of universities, each once. */
export function mailDomainsIn(text: string, ownDomains: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { 1: host = '', index } of text.matchAll(address)) {
    if (isOfThirdParty(text, index)) continue;
    const parts = host.toLowerCase().split('.');
    if (isOfDomains(host, ownDomains) || isOfUniversity(host)) continue;
    const last = parts.length - 2;
    const label = parts[last > 0 && secondLevel.has(parts[last] ?? '') ? last - 1 : last] ?? '';
    if (label.length >= 3 && !shared.has(label)) found.add(label);
  }
  return [...found];
}

/** A company by the name of its domain: as the text writes it, else as the domain does. */
export interface DomainCompany {
  readonly fact: ReadFact<string>;
  readonly isInText: boolean;
}

/** `text` is without addresses, or they would be found themselves. */
export function companyOfDomain(text: string, domains: readonly string[]): DomainCompany | null {
  const letters = lettersOf(text);
  for (const domain of domains) {
    const key = domain.replaceAll('-', '');
    for (let at = letters.text.indexOf(key); at >= 0; at = letters.text.indexOf(key, at + 1)) {
      const start = letters.at[at] ?? 0;
      const end = (letters.at[at + key.length - 1] ?? 0) + 1;
      const value = wholeName(text, start, end);
      if (value === null) continue;
      return { fact: { value, passage: { field: 'description', start, end }, confidence: 0.85 }, isInText: true };
    }
  }
  const [first] = domains;
  if (first === undefined) return null;
  const value = first.replace(/(?:^|-)\p{L}/gu, (part) => part.replace('-', ' ').toUpperCase());
  return { fact: { value, passage: { field: 'description', start: 0, end: 1 }, confidence: 0.5 }, isInText: false };
}

const legalFormBehind = /^[ \t\u00a0]+(?:SASU|SAS|SARL|EURL|SA|SNC|SCOP|SCIC|SELARL|GIE|GmbH|Ltd|LLC|Inc)(?!\p{L})/u;

/** The words that a stretch begins and ends, with those of a line that is nothing but the name; null within a word. */
function wholeName(text: string, start: number, end: number): string | null {
  if (/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text[end] ?? ' ')) return null;
  const said = text.slice(start, end);
  // Small letters are words of a sentence: "orange", "free".
  if (!/\p{Lu}/u.test(said)) return null;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const lineEnd = /[\r\n]|$/.exec(text.slice(end))?.index ?? 0;
  const line = text.slice(lineStart, end + lineEnd).trim();
  const isName = line.length <= 50 && /^\p{Lu}[\p{L}\p{M}\d’'& .-]*$/u.test(line) && !/(?:^| )\p{Ll}{5,}/u.test(line);
  return isName ? line : said + (legalFormBehind.exec(text.slice(end))?.[0] ?? '');
}

/** The letters and digits of a text, folded, and where each of them stands. */
function lettersOf(text: string): { readonly text: string; readonly at: readonly number[] } {
  const out: string[] = [];
  const at: number[] = [];
  let position = 0;
  for (const sign of text) {
    for (const part of sign.normalize('NFD').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')) {
      if (/[a-z0-9]/.test(part)) {
        out.push(part);
        at.push(position);
      }
    }
    position += sign.length;
  }
  return { text: out.join(''), at };
}
