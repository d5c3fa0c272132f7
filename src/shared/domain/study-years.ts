import { parseLevel } from './cells/parse-levels';
import { foldToWords } from './fold';

/** Years that a diploma of this folded name takes, counted back from the one in which it ends. */
const diplomaYears: readonly (readonly [name: RegExp, years: number])[] = [
  [/\blicence pro/, 1],
  [/\b(?:but|licence|bachelor|bba|dn made|dcg|ingenieur)\b/, 3],
  [/\b(?:master|mastere|msc|dscg|deust|bts|btsa|dut|deug)\b/, 2],
  [/\b(?:doctorat|phd)\b/, 3],
];

/**
 * The years after the baccalauréat that students of a formation are in, in order: all years of its diploma count, so that
 * those of a BUT, which leads to Bac+3, are in 1, 2 and 3. A diploma of unknown length has its last year alone; without a
 * level, its name may say one; none where nothing does.
 */
export function studyYearsOf(level: number | null, diplomaType: string | null): readonly number[] {
  const last = level ?? (diplomaType === null ? undefined : parseLevel(diplomaType));
  if (last === undefined) return [];
  const name = foldToWords(diplomaType ?? '');
  const years = diplomaYears.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
  return Array.from({ length: Math.min(years, last + 1) }, (_, at) => last - Math.min(years, last + 1) + 1 + at);
}

/** Bit n stands for Bac+n. */
export function levelMaskOf(levels: readonly number[]): number {
  let mask = 0;
  for (const level of levels) mask |= 1 << level;
  return mask;
}

/** The levels of a mask, lowest first. */
export function levelsOf(mask: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((level) => (mask & (1 << level)) !== 0);
}
