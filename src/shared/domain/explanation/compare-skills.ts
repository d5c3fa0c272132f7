import type { SkillComparison } from './explanation';
import type { TellingPassage } from './told-text';

/** Skills of one side with the unit vectors of those that have a telling word, row after row. */
export interface EmbeddedSkills {
  readonly skills: readonly TellingPassage[];
  readonly vectors: Float32Array;
}

/** Two wordings whose vectors are this near mean the same skill; found on the lists of the sample university. */
const sameSkill = 0.8;

/** The other passages of both sides: a skill can stand in a sentence as well as in a list. */
export interface SkillTexts {
  readonly offer: readonly TellingPassage[];
  readonly formation: readonly TellingPassage[];
}

/**
 * Compares what an offer asks for with what a formation teaches. A skill is shared when the other side lists it in the
 * same words or in words that the encoder finds alike, or when one passage of the other side has all of its words.
 * `dimensions` is the length of a vector; each list is in its author's order.
 */
export function compareSkills(
  asked: EmbeddedSkills,
  taught: EmbeddedSkills,
  texts: SkillTexts,
  dimensions: number,
): Omit<SkillComparison, 'asked'> {
  const shared: { asked: string; taught: string }[] = [];
  const missing: string[] = [];
  const met = new Set<number>();
  const askedOnce = new Set<string>();
  asked.skills.forEach((skill, row) => {
    const name = familiesOf(skill).join(' ');
    if (askedOnce.has(name)) return;
    askedOnce.add(name);
    const found = nearestSkill(skill, row, asked, taught, dimensions);
    if (found !== null) {
      for (const at of found.all) met.add(at);
      shared.push({ asked: skill.text, taught: taught.skills[found.best]?.text ?? '' });
      return;
    }
    const told = texts.formation.find((text) => hasAll(skill, text));
    if (told) shared.push({ asked: skill.text, taught: told.text });
    else missing.push(skill.text);
  });
  const left = taught.skills.filter((_, row) => !met.has(row));
  const isTold = (skill: TellingPassage): boolean => texts.offer.some((text) => hasAll(skill, text));
  const told = left.filter(isTold).map(({ text }) => ({ asked: text, taught: text }));
  const beyond = left.filter((skill) => !isTold(skill)).map(({ text }) => text);
  return { shared: [...shared, ...told], missing, beyond: [...new Set(beyond)] };
}

interface NearestSkill {
  readonly best: number;
  /** Every skill that is as good as the same. */
  readonly all: readonly number[];
}

function nearestSkill(
  skill: TellingPassage,
  row: number,
  asked: EmbeddedSkills,
  taught: EmbeddedSkills,
  dimensions: number,
): NearestSkill | null {
  const likeness = taught.skills.map((other, at) => {
    if (hasAll(skill, other) || hasAll(other, skill)) return 1;
    let sum = 0;
    for (let place = 0; place < dimensions; place += 1) {
      sum += (asked.vectors[row * dimensions + place] ?? 0) * (taught.vectors[at * dimensions + place] ?? 0);
    }
    return sum;
  });
  const all = [...likeness.keys()].filter((at) => (likeness[at] ?? 0) >= sameSkill);
  const [first] = all;
  if (first === undefined) return null;
  return { best: all.reduce((best, at) => ((likeness[at] ?? 0) > (likeness[best] ?? 0) ? at : best), first), all };
}

function familiesOf({ words }: TellingPassage): readonly string[] {
  return [...new Set(words.map(({ family }) => family))];
}

/** Whether every telling word of a skill stands in a text. */
function hasAll(skill: TellingPassage, text: TellingPassage): boolean {
  return familiesOf(skill).every((family) => text.words.some((word) => word.family === family));
}
