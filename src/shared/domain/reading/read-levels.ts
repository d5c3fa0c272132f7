import { parseLevels } from '../cells/parse-levels';
import { factAt, hitsOf, type Hit, type Part } from './parts';
import type { ReadFact } from './reading';
import type { Sentence } from './sentences';

const or = String.raw`\s*(?:/|,|-|–|à|ou|et|or|to)\s*`;

/** The year of a degree that one is in. */
const ordinal = '(?:premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|[123]\\s?(?:[èe]?re|[èe](?:me)?|nde))';

/** Years after the bac in figures, or a year of a degree: nothing else is written so. */
const exact = new RegExp(
  [
    String.raw`bac\s*\+\s*\d(?:${or}(?:bac\s*)?\+?\s*\d(?!\d))?`,
    String.raw`(?:master|licence|bachelor)\s*[123](?:${or}(?:(?:master|licence|m|l)\s*)?[123](?!\d))?`,
    String.raw`[ML]\s?[123](?:${or}(?:[ML]\s?)?[123])?(?!\d|[.,]\d|[%°]|\s*€)`,
    String.raw`${ordinal}(?:${or}${ordinal})?\s+ann[ée]e\s+(?:de|d['’])\s*(?:master|licence|BUT)(?!\s*[123]|\p{L})`,
    String.raw`niveau\s+(?:[5-8]|bac)(?![\d/]|\s*\+)`,
  ].join('|'),
  'giu',
);

/** A degree by its name. BUT stands in capitals, or it is a goal. */
const named =
  /(?:licences?\s+pro(?:fessionnelles?)?|licences?|bachelors?(?:['’]s)?|master(?:['’]s)?|masters(?=\s+(?:en|de|d['’]|et|ou)(?!\p{L}))|mast[èe]res?|MBA|MSc|(?:dipl[ôo]me|[ée]cole|titre)s?\s+d['’]ing[ée]nieure?s?|[ée]l[èe]ves?[- ]ing[ée]nieure?s?|[ée]coles?\s+(?:sup[ée]rieure\s+)?(?:de\s+(?:commerce|management)|d['’](?:architecture|agronomie))|grandes?\s+[ée]coles?|contrat\s+doctoral|doctorat|PhD\s+student|DCG|DSCG|DEUST|DUT|BTSA?|baccalaur[ée]at|bac\s+pro(?:fessionnel)?|engineering\s+degree|BUT(?:(?:\s+[\p{L}’'&-]+){0,5}?\s+(?:[123]A|(?:[123]|premi[èe]re|deuxi[èe]me|troisi[èe]me)\s*(?:e|re|[èe]re|[èe]me)?\s+ann[ée]e))?)(?![\p{L}\d])/giu;

/** Who works there, what comes afterwards, and licences that are no degrees. */
const besides =
  /\b(?:poursui\p{L}*|a l'issue|apres (?:le|votre|ton) (?:stage|contrat)|anciens? |nos (?:dernieres?|derniers?|deux|trois|quatre)|notre equipe|se compose|encadree? par|licence (?:dans la section|libre|logicielle|iv)|sous licence|prolongent|releves? de notes|notes (?:de|du|des) [lm] ?[123])\b/u;

const yearWords: Readonly<Record<string, string>> = { premiere: '1', deuxieme: '2', seconde: '2', troisieme: '3' };

/** The levels that an offer aims at, all that it names; the passage is the first one. */
export function readLevels(parts: readonly Part[]): ReadFact<readonly number[]> | null {
  return collect(parts, exact, 0.95, named) ?? collect(parts, named, 0.85, null);
}

function collect(
  parts: readonly Part[],
  pattern: RegExp,
  confidence: number,
  also: RegExp | null,
): ReadFact<readonly number[]> | null {
  const levels = new Set<number>();
  let first: Hit | null = null;
  for (const hit of hitsOf(parts, pattern, isLeftOut)) {
    const read = levelsOf(hit);
    if (read.length > 0) first ??= hit;
    for (const level of read) levels.add(level);
  }
  if (!first) return null;
  // « Bac+3 (BUT, licence) »: the name says no more than the figure. « M1, école d’ingénieurs »: it does.
  for (const hit of also ? hitsOf(parts, also, isLeftOut) : []) {
    if (!/masters?$|licences?$/iu.test(hit.match[0])) for (const level of levelsOf(hit)) levels.add(level);
  }
  return factAt(
    [...levels].sort((a, b) => a - b),
    first,
    confidence,
  );
}

function isLeftOut({ folded }: Sentence, { field }: Part): boolean {
  return field === 'description' && besides.test(folded);
}

function levelsOf({ part, match, start, end }: Hit): readonly number[] {
  if (/[\p{L}\d]/u.test(part.text[start - 1] ?? ' ')) return [];
  const words = match[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const year =
    /^but\b.*?(?:([123])a|\b([123])\s*(?:e|re|ere|eme)?\s+annee|(premiere|deuxieme|troisieme)\s+annee)$/.exec(words);
  if (year) return [Number(year[1] ?? year[2] ?? yearWords[year[3] ?? ''])];
  const degree = /annee\s+(?:de|d['’])\s*(master|licence|but)$/.exec(words)?.[1];
  if (degree !== undefined) {
    const years = words.match(/premiere|deuxieme|seconde|troisieme|[123]/g) ?? [];
    const before = degree === 'master' ? 3 : 0;
    return years
      .map((one) => before + Number(yearWords[one] ?? one))
      .filter((level) => level <= before + 3 - before / 3);
  }
  if (words.startsWith('but')) return match[0].startsWith('BUT') ? [3] : [];
  if (/^(?:grande|ecoles? )/.test(words) && !words.includes('ing')) return [5];
  if (/^(?:[ml]\s?[123])/.test(words) && !/^[ML]/.test(match[0])) return [];
  return parseLevels(part.text.slice(start, end).replace(/['’]s\b/g, '')) ?? [];
}
