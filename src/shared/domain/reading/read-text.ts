import { withoutAddresses, withoutMailLines } from './mail';
import { partsOf } from './parts';
import { readContract } from './read-contract';
import { readLevels } from './read-levels';
import { readSeniority } from './read-seniority';
import { readDuration, readPay, readWeeklyHours } from './read-terms';
import type { TextReading } from './reading';
import type { SkillFinder } from './skill-finder';

/** To be raised with any change of the rules of this folder: what was read by former ones is read again. */
export const readingRules = 4;

/** Reads what the words of an offer say. Positions are those of the two texts as they are given. */
export function readText(finder: SkillFinder, writtenTitle: string, writtenDescription: string): TextReading {
  const title = withoutAddresses(writtenTitle);
  const description = withoutAddresses(withoutMailLines(writtenDescription));
  const parts = partsOf(title, description);
  const contractType = readContract(parts);
  const levels = readLevels(parts);
  return {
    contractType,
    levels: levels && { ...levels, value: [...levels.value] },
    seniority: readSeniority(parts, contractType),
    duration: readDuration(parts),
    weeklyHours: readWeeklyHours(parts),
    pay: readPay(parts),
    skills: readSkills(finder, title, description),
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
