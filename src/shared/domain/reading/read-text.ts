import { withoutMarkup } from '../text/without-markup';
import { withoutAddresses, withoutMailLines } from './mail';
import { partsOf } from './parts';
import { readContract } from './read-contract';
import { readLevels } from './read-levels';
import { readSeniority } from './read-seniority';
import { readDuration, readPay, readWeeklyHours } from './read-terms';
import type { Passage, ReadFact, TextReading } from './reading';
import type { SkillFinder } from './skill-finder';

/** To be raised with any change of the rules of this folder: what was read by former ones is read again. */
export const readingRules = 9;

/** Reads what the words of an offer say. Positions are those of the two texts as they are given. */
export function readText(finder: SkillFinder, writtenTitle: string, writtenDescription: string): TextReading {
  const plain = plainTexts(writtenTitle, writtenDescription);
  const { title, description, asWritten } = plain;
  return {
    ...termsOf(plain),
    skills: readSkills(finder, title, description).map((skill) => ({ ...skill, passage: asWritten(skill.passage) })),
  };
}

/** The same without the skills, which need a vocabulary. */
export function readTerms(writtenTitle: string, writtenDescription: string): Omit<TextReading, 'skills'> {
  return termsOf(plainTexts(writtenTitle, writtenDescription));
}

function termsOf({ title, description, asWritten }: PlainTexts): Omit<TextReading, 'skills'> {
  const parts = partsOf(title, description);
  const contractType = readContract(parts);
  const levels = readLevels(parts);
  const at = <T>(fact: ReadFact<T> | null): ReadFact<T> | null => fact && { ...fact, passage: asWritten(fact.passage) };
  return {
    contractType: at(contractType),
    levels: at(levels && { ...levels, value: [...levels.value] }),
    seniority: at(readSeniority(parts, contractType)),
    duration: at(readDuration(parts)),
    weeklyHours: at(readWeeklyHours(parts)),
    pay: at(readPay(parts)),
  };
}

interface PlainTexts {
  readonly title: string;
  readonly description: string;
  readonly asWritten: (passage: Passage) => Passage;
}

/** The two texts as they are read, and the way from their positions to those of the texts as they were given. */
function plainTexts(writtenTitle: string, writtenDescription: string): PlainTexts {
  const plain = { title: withoutMarkup(writtenTitle), description: withoutMarkup(writtenDescription) };
  return {
    title: withoutAddresses(plain.title.text),
    description: withoutAddresses(withoutMailLines(plain.description.text)),
    asWritten: (passage) => ({
      ...passage,
      ...plain[passage.field].written(passage.start, passage.end),
    }),
  };
}

/** The skills of both texts, each once; one of the title keeps its place there. */
function readSkills(finder: SkillFinder, title: string, description: string): TextReading['skills'] {
  const skills = new Map<string, TextReading['skills'][number]>();
  for (const field of ['title', 'description'] as const) {
    const found = field === 'title' ? finder.skillsIn(title, 'title') : finder.skillsIn(description);
    for (const { code, label, kind, start, end } of found) {
      if (!skills.has(code)) skills.set(code, { code, label, kind, passage: { field, start, end } });
    }
  }
  return [...skills.values()];
}
