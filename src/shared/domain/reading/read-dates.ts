import type { IsoDate } from '../academic-year';
import type { OfferStart } from '../offer';
import { dayAt, lastOf, twoMonths } from './read-day';
import type { ReadFact } from './reading';

/** Says that a beginning follows. */
const starts =
  /(?:(?:[àa]\s+partir|[àa]\s+compter)\s+(?:de\s+(?:la\s+)?|du\s+|d['’])|(?<!\p{L})dès\s+(?:le\s+)?|(?:date\s+de\s+)?(?:début|démarrage|prise\s+de\s+(?:poste|fonctions?))(?:\s+(?:du\s+(?:stage|contrat)|souhaité|prévue?|prévu))*\s*(?::|le|en|au|dès)\s*(?:le\s+|courant\s+|mi-)?|[àa]\s+pourvoir\s+(?:au|le|en|pour|dès)\s+(?:le\s+)?|rentrée\s+(?:universitaire\s+|scolaire\s+)?(?:de\s+)?|(?<!\p{L})(?:start(?:ing|s)?(?:\s+date)?|beginning|commencing|available)\s*(?::|on|from|in|as\s+of)?\s+|(?<!\p{L})from\s+)(?:(?:mi|début|fin|courant|mid|early|late)[\s-]{1,3})?/giu;
/** "du 5 janvier au 30 juin", "de mars à août 2027": a period, of which the first day is the beginning. */
const period =
  /(?<!\p{L})(?:(?:du|de)\s+(?=\d{1,2}(?:er)?\s+\p{L}{3,9}\.?(?:\s+20\d{2})?\s+au\s|\d{1,2}\/\d{1,2}\/\d{2,4}\s+au\s)|de\s+(?=\p{L}{3,9}(?:\s+20\d{2})?\s+à\s+\p{L}{3,9}\s+20\d{2})|(?:entre|between)\s+(?=\p{L}{3,9}(?:\s+20\d{2})?\s+(?:et|and)\s+\p{L}{3,9}\s+20\d{2}))/giu;
/** "Stage de deux mois, mai-juin.": two months that are a term of their own. */
const months = new RegExp(
  `(?<=(?:^|[.,;(–\\n]|(?<!\\p{L})(?:stages?|CDD|contrat|mission|en))\\s{0,3})(?=${twoMonths}(?:\\s{1,3}20\\d{2})?\\s{0,3}(?:[.,;)\\n]|$))`,
  'giu',
);
/** Gives a month without a year its own: "Stage 2027", "campagne 2027". */
const yearOfOffer =
  /(?<!\p{L})(?:stages?|PFE|alternance|internship|campagne|session|offres?|année\s+universitaire)\s{1,3}(20\d{2})(?!\d)/iu;
const soonBehind = /^(?:que\s+possible|maintenant|as\s+soon\s+as\s+possible|asap|now|immediately)(?!\p{L})/iu;
const soon =
  /(?<!\p{L})(?:asap|(?:prise\s+de\s+(?:poste|fonctions?)|embauche|disponibilité)\s{0,3}:?\s{0,3}immédiate|(?:start\p{L}*|available|pourvoir|disponible|démarrage|début)\s*:?\s+(?:immédiat\p{L}*|as\s+soon\s+as\s+possible|immediately|(?:tout\s+)?de\s+suite))(?!\p{L})/giu;

/** "entre le 1er et le 15 avril 2027": two days of one month. */
const window = /(?<!\p{L})entre\s+le\s+(\d{1,2})(?:er)?\s+et\s+le\s+(?=\d)/giu;

/** When the offer starts; `on` says which year a month without one is in. */
export function readStart(text: string, on: IsoDate): ReadFact<OfferStart> | null {
  const found: ReadFact<OfferStart>[] = [];
  const year = yearOfOffer.exec(text)?.[1] ?? '';
  const after = year > on.slice(0, 4) ? `${year}-01-01` : on;
  for (const lead of [starts, period, months].flatMap((pattern) => [...text.matchAll(pattern)])) {
    if (isOfApplying(text, lead.index)) continue;
    const at = lead.index + lead[0].length;
    const rest = text.slice(at, at + 80);
    const now = soonBehind.exec(rest)?.[0].length;
    const day = now === undefined ? (dayAt(rest, after) ?? backToSchoolAt(lead[0], rest, after)) : null;
    const value = now === undefined ? day?.value : ({ kind: 'as-soon-as-possible' } as const);
    if (value) found.push(factOf(value, at, now ?? day?.length ?? 0));
  }
  for (const lead of text.matchAll(window)) {
    const at = lead.index + lead[0].length;
    const last = dayAt(text.slice(at, at + 40), after);
    if (last?.value.kind !== 'date' || isOfApplying(text, lead.index)) continue;
    const from = `${last.value.on.slice(0, 8)}${(lead[1] ?? '').padStart(2, '0')}`;
    const value = { kind: 'range', from, to: last.value.on } as const;
    if (from < value.to) found.push(factOf(value, lead.index, lead[0].length + last.length));
  }
  const [first] = found.sort((one, other) => one.passage.start - other.passage.start);
  if (first) return first;
  for (const { index, 0: words } of text.matchAll(soon)) {
    if (!isOfApplying(text, index)) return factOf({ kind: 'as-soon-as-possible' }, index, words.length);
  }
  return null;
}

/** "Rentrée 2027" is September of that year. */
function backToSchoolAt(lead: string, rest: string, on: IsoDate): ReturnType<typeof dayAt> {
  const [year] = /^20\d{2}(?![\d\p{L}/-])/u.exec(rest) ?? [];
  const september = year && /rentrée/iu.test(lead) ? dayAt(`septembre ${year}`, on) : null;
  return september && { value: september.value, length: 4 };
}

/** Whom to answer, and until when: nothing of when the work begins. */
function isOfApplying(text: string, at: number): boolean {
  return /(?:candidat|inscri|postul|répond|réponse|contact|apply|applicat|reply|retour)\p{L}*[^.\n]{0,30}$/iu.test(
    text.slice(Math.max(0, at - 50), at),
  );
}

const limit =
  /(?:date\s+(?:limite|butoir|de\s+(?:clôture|fin\s+de\s+validité)|d['’]expiration)[^.\n:\d]{0,40}(?::|le|au)\s*|clôture\s+des\s+candidatures\s*(?::|le)\s*|(?:application\s+)?deadline(?:\s+for\s+applications?)?\s*(?::|is|on)?\s*|closing\s+date\s*(?::|is)?\s*|(?:offre|annonce)\s+(?:est\s+)?(?:valable|en\s+ligne)\s+jusqu['’]au\s+|expire\s+le\s+)/giu;
const applyingBefore =
  /(?:candidat|postul|dossier|\bcv\b|lettre|répon|envoy|adress|appl(?:y|ic)|send)(?:(?!\.\s|[\n]{2}).){0,110}?(?:avant\s+le|avant\s+(?:la\s+)?(?:fin\s+)?|au\s+plus\s+tard\s+le|jusqu['’]au|(?<!\p{L})by|before|until|no\s+later\s+than|clos(?:e|es|ing)(?:\s+on)?)\s+/giu;

/** Until which day one can apply. */
export function readExpiry(text: string, on: IsoDate): ReadFact<IsoDate> | null {
  for (const pattern of [limit, applyingBefore]) {
    for (const { index, 0: lead } of text.matchAll(pattern)) {
      const at = index + lead.length;
      const day = dayAt(text.slice(at, at + 60), on);
      if (day) return factOf(lastOf(day.value), at, day.length);
    }
  }
  return null;
}

function factOf<T>(value: T, start: number, length: number): ReadFact<T> {
  return { value, passage: { field: 'description', start, end: start + length }, confidence: 0.85 };
}
