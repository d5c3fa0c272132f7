import type { z } from 'zod';
import type { companySizeSchema, ContactAccess } from '../company';
import type { OfferStatus, remoteModeSchema, senioritySchema } from '../offer';
import type { ClosingReason } from '../offer-life-cycle';
import { fold } from './fold';
import { parseCount } from './parse-number';
import { remember } from './remember';

type RemoteMode = z.infer<typeof remoteModeSchema>;
type Seniority = z.infer<typeof senioritySchema>;
type CompanySize = z.infer<typeof companySizeSchema>;

/** Yes or no in French, English and the words of programs; undefined for anything else. */
export const parseYesNo = remember((text: string): boolean | undefined => {
  const words = fold(text);
  if (/^(?:oui|o|yes|y|true|vrai|1|x)$/.test(words)) return true;
  return /^(?:non|n|no|false|faux|0)$/.test(words) ? false : undefined;
});

/** How much of the work is done from elsewhere: "non", "2 j/semaine", "hybride", "100 % possible". */
export const parseRemote = remember((text: string): RemoteMode | undefined => {
  const words = fold(text);
  if (/^(?:non|no|0|aucune?|none|pas de teletravail|sur site|presentiel|false|faux|n|on site)\b/.test(words))
    return 'none';
  if (/\b(?:100 ?%|total|totale|totalement|complet|complete|full|fully|integral|integralement|full remote)/.test(words))
    return 'full';
  const isPartial =
    /\b(?:partiel|partielle|partial|partiellement|hybride?|hybrid|ponctuel|occasionnel|possible|oui|yes|true|vrai|teletravail|remote)\b/.test(
      words,
    ) || /\d ?%|\b\d ?(?:a \d ?)?(?:j|jours?|days?|soirs?|jrs?)\b/.test(words);
  return isPartial ? 'partial' : undefined;
});

/** Experience asked for: beginners, up to 2 years (junior), 3 to 7 (experienced), 8 or more (senior). */
export const parseSeniority = remember((text: string): Seniority | undefined => {
  const words = fold(text);
  if (/\b(?:debutante?s?|beginners?|entry level|sans experience|etudiante?s?|student)\b/.test(words)) return 'beginner';
  const span = /\b(\d{1,3}) ?(an|year|mois|month)/.exec(words);
  if (span) return seniorityOf(span[2] === 'an' || span[2] === 'year' ? Number(span[1]) : Number(span[1]) / 12);
  if (/\b(?:juniors?)\b/.test(words)) return 'junior';
  if (/\b(?:seniors?|experte?s?|lead)\b/.test(words)) return 'senior';
  if (/\b(?:experimentee?s?|confirmee?s?|experienced|experience exigee|exigee)\b/.test(words)) return 'experienced';
  return /\b(?:experience souhaitee|souhaitee)\b/.test(words) ? 'junior' : undefined;
});

/** Where an offer stands, by our own words and those of other tools; undefined for anything else. */
export const parseStatus = remember((text: string): OfferStatus | undefined => {
  const words = fold(text);
  return statusWords.find(([, pattern]) => pattern.test(words))?.[0];
});

const statusWords: readonly (readonly [OfferStatus, RegExp])[] = [
  ['draft', /^(?:brouillon|draft|en cours de saisie)$/],
  ['published', /^(?:publiee?|published|ouverte?|open|active?|actif|en ligne|en cours|online)$/],
  ['transmitted', /^(?:transmise?|transmitted|diffusee?)$/],
  ['filled', /^(?:pourvue?|filled|offre pourvue|poste pourvu)$/],
  ['archived', /^(?:archivee?|archived|cloturee?|close|closed|fermee?|expiree?|expired|retiree?|annulee?|inactive)$/],
];

/** Why an offer was closed, in the words in which we write it; undefined for other words. */
export const parseClosingReason = remember((text: string): ClosingReason | undefined => {
  const words = fold(text);
  return reasonWords.find(([reason, pattern]) => words === fold(reason) || pattern.test(words))?.[0];
});

const reasonWords: readonly (readonly [ClosingReason, RegExp])[] = [
  ['our-student', /^(?:pourvue par un etudiant de l universite|filled by a student of the university)$/],
  ['someone-else', /^(?:pourvue par quelqu un d autre|filled by somebody else)$/],
  ['withdrawn', /^(?:retiree par l entreprise|withdrawn by the company)$/],
  ['no-candidate', /^(?:aucun candidat|no candidate)$/],
  ['expired', /^(?:date depassee|date passed)$/],
  ['duplicate', /^(?:doublon d une autre offre|duplicate of another offer)$/],
  ['other', /^(?:autre raison|another reason)$/],
];

function seniorityOf(years: number): Seniority {
  if (years === 0) return 'beginner';
  if (years < 3) return 'junior';
  return years < 8 ? 'experienced' : 'senior';
}

/** Size classes of French statistics, from their names or from a headcount. */
export const parseCompanySize = remember((text: string): CompanySize | undefined => {
  const words = fold(text);
  if (/\b(?:tpe|micro ?entreprise|micro|artisan)\b/.test(words)) return 'TPE';
  if (/\b(?:pme|sme|petite|moyenne)\b/.test(words)) return 'PME';
  if (/\b(?:eti|intermediaire|mid cap)\b/.test(words)) return 'ETI';
  if (/\b(?:ge|grande?|grand groupe|large|groupe)\b/.test(words)) return 'GE';
  const headcount = parseCount(text.replace(/\s*(?:salari[ée]s?|personnes?|employees|pers\.?)\s*$/i, ''));
  return headcount === undefined ? undefined : sizeOf(headcount);
});

/** What students may be told: "non", "adresse générale", "oui". */
export const parseContactAccess = remember((text: string): ContactAccess | undefined => {
  const words = fold(text);
  if (/^(?:aucun|rien|none|nothing)\b/.test(words)) return 'none';
  if (/\b(?:adresse|address|entreprise|company|site|general|generale)\b/.test(words)) return 'company';
  if (/^(?:ce )?contact\b|^this contact$/.test(words)) return 'contact';
  const isShown = parseYesNo(text);
  return isShown === undefined ? undefined : isShown ? 'contact' : 'none';
});

/** Headcount limits of decree 2008-1354. */
function sizeOf(headcount: number): CompanySize {
  if (headcount < 10) return 'TPE';
  if (headcount < 250) return 'PME';
  return headcount < 5_000 ? 'ETI' : 'GE';
}
