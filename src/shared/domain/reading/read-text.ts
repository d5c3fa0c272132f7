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
export const readingRules = 6;

/** Reads what the words of an offer say. Positions are those of the two texts as they are given. */
export function readText(finder: SkillFinder, writtenTitle: string, writtenDescription: string): TextReading {
  const plain = { title: withoutMarkup(writtenTitle), description: withoutMarkup(writtenDescription) };
  const title = withoutAddresses(plain.title.text);
  const description = withoutAddresses(withoutMailLines(plain.description.text));
  const parts = partsOf(title, description);
  const contractType = readContract(parts);
  const levels = readLevels(parts);
  const asWritten = (passage: Passage): Passage => ({
    ...passage,
    ...plain[passage.field].written(passage.start, passage.end),
  });
  const at = <T>(fact: ReadFact<T> | null): ReadFact<T> | null => fact && { ...fact, passage: asWritten(fact.passage) };
  return {
    contractType: at(contractType),
    levels: at(levels && { ...levels, value: [...levels.value] }),
    seniority: at(readSeniority(parts, contractType)),
    duration: at(readDuration(parts)),
    weeklyHours: at(readWeeklyHours(parts)),
    pay: at(readPay(parts)),
    skills: readSkills(finder, title, description).map((skill) => ({ ...skill, passage: asWritten(skill.passage) })),
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
