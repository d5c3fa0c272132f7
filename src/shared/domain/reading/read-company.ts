import { namesNoCompany } from '../company-placeholder';
import { foldToWords } from '../fold';
import { isLargePlace } from '../places/large-towns';
import { foldText, prepareText } from '../text/prepare-text';
import { isKnownWord } from '../text/is-known-word';
import { companyOfDomain, mailDomainsIn } from './mail-domains';
import { withoutAddresses } from './mail';
import type { ReadFact } from './reading';

const blank = '[ \\t\\u00a0\\u202f]';
const word = "(?:\\p{Lu}|\\d+(?=\\p{L}))[\\p{L}\\p{M}\\d’'&.+-]{0,40}[\\p{L}\\p{M}\\d+]|\\p{Lu}(?![\\p{L}\\p{M}])";
const link = `(?:(?:de|du|des|la|le|les|et|en|sur|aux?|of|the|and|&)${blank}{1,3}|[dl]['’]${blank}?)`;
const name = `(?:${word})(?:${blank}{1,3}(?:${link}){0,3}(?:${word})){0,6}`;
const legalForm = '(?:SASU|SAS|SARL|EURL|SA|SNC|SCOP|SCIC|SELARL|GIE|GmbH|Ltd|LLC|Inc|BV)';
const generic =
  '(?:[Ss]ociété|SOCIÉTÉ|SOCIETE|[Ee]ntreprise|ENTREPRISE|[Ss]tart-?up|[Gg]roupe|PME|ETI|TPE|[Aa]ssociation|[Cc]oopérative|[Ff]iliale|[Cc]ompany)';

const labelled =
  /^[ \t>*•-]{0,20}(?:(?:nom\s+de\s+)?(?:l['’])?(?:entreprise|société|employeur|raison\s+sociale|structure(?:\s+d['’]accueil)?|organisme(?:\s+d['’]accueil)?|établissement\s+d['’]accueil)|company(?:\s+name)?|employer|organi[sz]ation)\s*:[ \t]*(\S[^\r\n]{1,120})$/gimu;
/** What such a line goes on with behind the name. */
const behindName = /\s+[–—-]\s.*$|\s*[,;(|].*$|\.\s.*$|\.$/u;

const verb =
  '(?:recherche|recrute|cherche|propose|accueille|embauche|offre|souhaite|accompagne|emploie|développe|fabrique|conçoit|est\\s+une?\\s|is\\s+(?:looking|hiring|seeking|recruiting|an?\\s)|seeks|recruits|offers|develops)';
const subject = new RegExp(
  `(?:^${blank}{0,8}|[.!?:;,]${blank}{0,3}|(?<=[\\s(])(?=\\S))((?:[Ll][ae]s?|[Tt]he|[Nn]otre|[Oo]ur)${blank}+|[Ll]['’]${blank}*)?((?:${generic})${blank}+)?(${name})(?:${blank}?,[^.\\n]{2,80},|${blank}?\\([^)\\n]{1,40}\\))?${blank}{1,3}${verb}(?!\\p{L})`,
  'gmu',
);
/** A town or what is made of towns, by what it is. */
const bodyOf = `(?:[Mm]airie|[Vv]ille|[Cc]ommune|[Mm]étropole|[Pp]réfecture)${blank}+(?:(?:de${blank}+(?:l[ae]s?${blank}+|l['’])?|du${blank}+|des${blank}+)|d['’])`;
const publicBody = new RegExp(`(?<![\\p{L}\\p{N}])(${bodyOf}${name})${blank}+${verb}(?!\\p{L})`, 'gu');
const bodyBefore = new RegExp(`(?<![\\p{L}\\p{N}])${bodyOf}$`, 'u');
const withForm = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${name}${blank}+${legalForm})|(${legalForm}${blank}+${name}))(?![\\p{L}\\p{N}])`,
  'gu',
);
const introduced = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${generic}|chez|rejoignez|Rejoignez|join|Join)${blank}+(${name})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** The head of a letter: a name alone in the first line, a street and a town below it. */
const letterhead = new RegExp(
  `^\\s*(${name})${blank}*\\r?\\n(?:[^\\r\\n]*\\r?\\n){0,2}[^\\r\\n]*(?<!\\d)\\d{5}${blank}+\\p{Lu}`,
  'u',
);
/** In these a name is found by what stands around it, which can be said of a place as well. */
const looksAround: ReadonlySet<RegExp> = new Set([subject, letterhead, introduced]);

/** Begins no name of a company: who writes, what is offered, a part of a house, the university. */
const noCompany = new Set(
  `nous vous je tu il elle on notre votre stage stages stagiaire alternance alternant apprenti apprentissage offre offres poste
  mission missions emploi contrat recherche objet profil contact lieu date duree debut bonjour madame monsieur service
  services direction departement equipe pole universite iut ufr faculte ecole bureau etudiant etudiante candidat candidate
  jeune urgent cdi cdd job intern internship we you our the your this student candidate university position company
  entreprise societe groupe association cabinet agence il elle cette ce cet qui votre nos bac but bts dut master licence
  formation competences responsable assistant technicien`.split(/\s+/),
);
const longestName = 60;
/** Stands before where something is, or whose it is: "agence de Lyon", "basée à Station F". */
const preposition =
  /(?<![\p{L}\p{N}])(?:(?:[àa]|aux?|de|du|des|en|sur|dans|vers|in|at|near)(?:\s+(?:l[ae]s?|l['’]))?\s+|d['’]\s*|(?:à|de)\s+l['’]\s*)$/iu;
/** Says of what follows that it is a company, be it called as a town. */
const announcing = new RegExp(`(?:${generic}|chez)${blank}+$`, 'u');

/**
 * The company that a text names as the one that offers: by a label, by the name that its addresses are made of, as whoever
 * looks for somebody, by its legal form, in a letterhead; at last by the name of its mail domain alone. None of
 * `ownDomains`, those of the university.
 */
export function readCompany(text: string, ownDomains: readonly string[]): ReadFact<string> | null {
  const plain = withoutAddresses(text);
  const domains = mailDomainsIn(text, ownDomains);
  const ofDomain = companyOfDomain(plain, domains);
  const head = firstName(plain, letterhead, 0.7);
  const fact =
    firstName(plain, labelled, 0.95, (said) => said.replace(behindName, '')) ??
    publicBodyIn(plain) ??
    (ofDomain?.isInText === true ? asPublicBody(plain, ofDomain.fact) : null) ??
    firstName(plain, subject, 0.85) ??
    firstName(plain, withForm, 0.85) ??
    head ??
    firstName(plain, introduced, 0.7) ??
    ofDomain?.fact ??
    null;
  // A line of words of works and subjects at the head may be the name of the job.
  const isInHead = fact !== null && fact.value === head?.value && !prepareText(head.value).split(' ').some(isKnownWord);
  return isInHead ? { ...fact, confidence: Math.max(fact.confidence, 0.9) } : fact;
}

function firstName(
  text: string,
  pattern: RegExp,
  confidence: number,
  cut: (said: string) => string = (said) => said,
): ReadFact<string> | null {
  const matches = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
  for (const match of matches) {
    const groups = match?.slice(1) ?? [];
    const said = pattern === subject ? named(groups) : groups.find((group) => group !== undefined);
    if (!match || said === undefined) continue;
    const value = cut(said)
      .replace(/[\s.,;:!-]+$/u, '')
      .trim();
    const start = match.index + match[0].indexOf(said);
    if (!isCompany(value) || (looksAround.has(pattern) && isWhere(text, start, value))) continue;
    return { value, passage: { field: 'description', start, end: start + value.length }, confidence };
  }
  return null;
}

/** "La mairie de Chambéry recrute": as a name, with a capital. */
function publicBodyIn(text: string): ReadFact<string> | null {
  const fact = firstName(text, publicBody, 0.85);
  return fact && { ...fact, value: capitalized(fact.value) };
}

/** "Mairie de Besançon – Direction…", written from besancon.fr: the town is who offers, under the name of its office. */
function asPublicBody(text: string, fact: ReadFact<string>): ReadFact<string> {
  const { start, end } = fact.passage;
  const before = bodyBefore.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  if (before === undefined) return fact;
  const from = start - before.length;
  return { ...fact, value: capitalized(text.slice(from, end)), passage: { ...fact.passage, start: from } };
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether a name only says where somebody is that offers: it follows "à", "de"…, or is that of a place and not announced. */
function isWhere(text: string, start: number, value: string): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  if (preposition.test(before)) return true;
  // Without its accent, "À" is read as a part of the name.
  const place = value.replace(/^A\s+(?=\p{Lu})/u, '');
  return (isLargePlace(place) || isTownOf(text, place)) && !announcing.test(before);
}

const postcoded = new RegExp(`(?<!\\d)\\d{5}${blank}+(\\p{Lu}[\\p{L}’' -]{1,40})`, 'gu');

/** Whether a text has an address in a town of that name. */
function isTownOf(text: string, place: string): boolean {
  return [...text.matchAll(postcoded)].some(([, town = '']) =>
    `${foldToWords(town)} `.startsWith(`${foldToWords(place)} `),
  );
}

/** "La Redoute recrute": of one word, the article is a part of the name; "La société Nuvélia recrute": it is not. */
function named([article, noun, written]: readonly (string | undefined)[]): string | undefined {
  if (written === undefined) return undefined;
  const isPart = noun === undefined && /^L[ae]s?\s/u.test(article ?? '') && /^\p{Lu}\p{Ll}+$/u.test(written);
  return isPart ? `${(article ?? '').trim()} ${written}` : written;
}

function isCompany(value: string): boolean {
  if (value.length < 2 || value.length > longestName || !/\p{L}{2}/u.test(value)) return false;
  if (namesNoCompany(value)) return false;
  const words = foldText(value)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '');
  const [first = ''] = words;
  if (noCompany.has(first) || words.length > 8) return false;
  // One word that names a work or a subject is what is looked for, and not who looks.
  return words.length > 1 || !isKnownWord(prepareText(first)) || /^\p{Lu}{3,}$/u.test(value);
}
