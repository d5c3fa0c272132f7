import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { contractTypeSchema, durationSchema, senioritySchema, studyLevelSchema } from '../../src/shared/domain/offer';
import type { TextReading } from '../../src/shared/domain/reading/reading';
import { readText } from '../../src/shared/domain/reading/read-text';
import type { SkillFinder } from '../../src/shared/domain/reading/skill-finder';
import { foldText } from '../../src/shared/domain/text/prepare-text';

/** What a person read in an offer of the sample: phrases of its text that name a skill, and its terms. */
const goldSchema = z.array(
  z.object({
    reference: z.string(),
    half: z.enum(['tuning', 'held-out']),
    contractType: contractTypeSchema.nullable(),
    seniority: senioritySchema.nullable(),
    levels: z.array(studyLevelSchema),
    duration: durationSchema.nullable(),
    weeklyHours: z.number().nullable(),
    pay: z.number().nullable(),
    skills: z.array(z.string()),
  }),
);
type Gold = z.infer<typeof goldSchema>[number];
export type GoldHalf = Gold['half'];

/** A labelled offer with its texts. */
export interface LabelledOffer extends Gold {
  readonly title: string;
  readonly description: string;
}

const root = resolve(import.meta.dirname, '../..');

/** The labelled offers of `tests/fixtures/reading-gold.json`; `from` is the folder of the project. */
export function labelledOffers(from = root): readonly LabelledOffer[] {
  const gold = goldSchema.parse(JSON.parse(readFileSync(join(from, 'tests/fixtures/reading-gold.json'), 'utf8')));
  const text = readFileSync(join(from, 'data/samples/offers.csv'), 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', newline: '\r\n' });
  const offers = new Map(data.map((row) => [row['référence'], row]));
  return gold.map((labels) => {
    const row = offers.get(labels.reference);
    if (!row) throw new Error(`The sample has no offer ${labels.reference}.`);
    return { ...labels, title: row['intitulé'] ?? '', description: row['description'] ?? '' };
  });
}

/** Of what was read, how much was right; of what a person read, how much was found. */
export interface Tally {
  read: number;
  right: number;
  labelled: number;
  found: number;
}

export const readingFields = [
  'skills',
  'contractType',
  'levels',
  'seniority',
  'duration',
  'weeklyHours',
  'pay',
] as const;
export type ReadingField = (typeof readingFields)[number];

/** Reads the labelled offers of one half and counts, field by field. `onMiss` is told of each difference. */
export function tallyReadings(
  finder: SkillFinder,
  offers: readonly LabelledOffer[],
  onMiss: (offer: LabelledOffer, field: ReadingField, what: string) => void = () => undefined,
): Record<ReadingField, Tally> {
  const tallies = Object.fromEntries(
    readingFields.map((field) => [field, { read: 0, right: 0, labelled: 0, found: 0 }]),
  ) as Record<ReadingField, Tally>; // One entry a field.
  for (const offer of offers) {
    const reading = readText(finder, offer.title, offer.description);
    tallySkills(finder, offer, reading, tallies.skills, (what) => onMiss(offer, 'skills', what));
    for (const [field, read, labelled] of comparedFacts(offer, reading)) {
      const isRight = read !== null && read === labelled;
      tallies[field].read += Number(read !== null);
      tallies[field].right += Number(isRight);
      tallies[field].labelled += Number(labelled !== null);
      tallies[field].found += Number(isRight);
      if (read !== labelled) onMiss(offer, field, `${read ?? 'nothing'} instead of ${labelled ?? 'nothing'}`);
    }
  }
  return tallies;
}

function comparedFacts(offer: LabelledOffer, reading: TextReading) {
  const key = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
  return [
    ['contractType', key(reading.contractType?.value), key(offer.contractType)],
    ['levels', key(reading.levels?.value), offer.levels.length === 0 ? null : key(offer.levels)],
    ['seniority', key(reading.seniority?.value), key(offer.seniority)],
    ['duration', key(reading.duration?.value), key(offer.duration)],
    ['weeklyHours', key(reading.weeklyHours?.value), key(offer.weeklyHours)],
    ['pay', key(reading.pay?.value.amount), key(offer.pay)],
  ] as const;
}

/** A skill is right when its passage and a labelled phrase share most of the shorter one; a phrase is found when a skill of it was read. */
function tallySkills(
  finder: SkillFinder,
  offer: LabelledOffer,
  reading: TextReading,
  tally: Tally,
  onMiss: (what: string) => void,
): void {
  const ranges = { title: rangesOf(offer.title, offer.skills), description: rangesOf(offer.description, offer.skills) };
  const codes = new Set(reading.skills.map(({ code }) => code));
  const touched = new Set<string>();
  for (const { label, passage } of reading.skills) {
    const phrases = ranges[passage.field].filter((range) => shareIn(passage, range) >= 0.5);
    for (const { phrase } of phrases) touched.add(phrase);
    tally.read += 1;
    tally.right += Number(phrases.length > 0);
    if (phrases.length === 0) onMiss(`wrong: ${label} «${offer[passage.field].slice(passage.start, passage.end)}»`);
  }
  for (const phrase of offer.skills) {
    const isFound = touched.has(phrase) || finder.skillsIn(phrase, 'title').some(({ code }) => codes.has(code));
    tally.labelled += 1;
    tally.found += Number(isFound);
    if (!isFound) onMiss(`missed: ${phrase}`);
  }
}

interface Range {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

function rangesOf(text: string, phrases: readonly string[]): readonly Range[] {
  let folded = '';
  /** Where each code unit of the folded text stands in the text. */
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const own = foldText(letter);
    folded += own;
    for (let unit = 0; unit < own.length; unit += 1) places.push(at);
    at += letter.length;
  }
  return phrases.flatMap((phrase) => {
    const wanted = foldText(phrase);
    const found: Range[] = [];
    for (let start = folded.indexOf(wanted); start >= 0; start = folded.indexOf(wanted, start + 1)) {
      found.push({ phrase, start: places[start] ?? 0, end: places[start + wanted.length] ?? at });
    }
    return found;
  });
}

function shareIn(passage: { readonly start: number; readonly end: number }, range: Range): number {
  const shared = Math.min(passage.end, range.end) - Math.max(passage.start, range.start);
  // « master de lettres » for « lettres », « SIG » for « géographie (SIG) »: the shorter of the two decides.
  return shared / Math.min(passage.end - passage.start, range.end - range.start);
}
