import { dotRows } from '../../util/dot-rows';
import type { SkillComparison } from './explanation';
import type { TellingPassage } from './told-text';

/** One skill as a list or a text names it. */
export interface SkillWording {
  readonly label: string;
  /** Those of the vocabulary of skills that the wording names. */
  readonly codes: readonly string[];
  /** Null for a wording without a telling word, such as a language of one letter. */
  readonly passage: TellingPassage | null;
}

/** Skills of one side with the unit vectors of their wordings, row after row; zeros where there is no passage. */
export interface EmbeddedSkills {
  readonly skills: readonly SkillWording[];
  readonly vectors: Float32Array;
}

/** What both sides say elsewhere: a skill can stand in a sentence as well as in a list. */
export interface SkillTexts {
  readonly offer: readonly TellingPassage[];
  readonly formation: readonly TellingPassage[];
  /** The skills of the vocabulary that the formation names anywhere. */
  readonly formationCodes: ReadonlySet<string>;
}

/** Two wordings whose vectors are this near mean the same skill; found on the lists of the sample university. */
const sameSkill = 0.8;

/**
 * Compares what an offer asks for with what a formation teaches. A skill is shared when the other side lists it in the
 * same words or in words that the encoder finds alike, when one passage of the other side has all of its words, or when
 * both name the same skill of the vocabulary. `dimensions` is the length of a vector; lists are in their author's order.
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
  const seen = new Set<string>();
  asked.skills.forEach((skill, row) => {
    const name = skill.passage ? [...skill.passage.matter].join(' ') : skill.label;
    if (seen.has(name)) return;
    seen.add(name);
    const found = alike(skill, row, asked, taught, dimensions);
    for (const at of found) met.add(at);
    const [first] = found;
    const told = first === undefined ? toldIn(skill, texts) : taught.skills[first]?.label;
    if (told === undefined) missing.push(skill.label);
    else shared.push({ asked: skill.label, taught: told });
  });
  const left = taught.skills.filter((_, row) => !met.has(row));
  const isTold = ({ passage }: SkillWording): boolean =>
    passage !== null && texts.offer.some((text) => hasAll(passage, text));
  const told = left.filter(isTold).map(({ label }) => ({ asked: label, taught: label }));
  const beyond = left.filter((skill) => !isTold(skill)).map(({ label }) => label);
  return { shared: [...shared, ...told], missing, beyond: [...new Set(beyond)] };
}

/** The rows of the taught skills that mean the same, the nearest first. */
function alike(
  skill: SkillWording,
  row: number,
  asked: EmbeddedSkills,
  taught: EmbeddedSkills,
  dimensions: number,
): readonly number[] {
  const likeness = taught.skills.map((other, at) => {
    if (skill.codes.some((code) => other.codes.includes(code))) return 1;
    if (!skill.passage || !other.passage) return 0;
    if (hasAll(skill.passage, other.passage) || hasAll(other.passage, skill.passage)) return 1;
    return dotRows(asked.vectors, row, taught.vectors, at, dimensions);
  });
  return [...likeness.keys()]
    .filter((at) => (likeness[at] ?? 0) >= sameSkill)
    .sort((one, two) => (likeness[two] ?? 0) - (likeness[one] ?? 0) || one - two);
}

/** How the formation's text names a skill that none of its lists has. */
function toldIn({ label, codes, passage }: SkillWording, texts: SkillTexts): string | undefined {
  if (codes.some((code) => texts.formationCodes.has(code))) return label;
  return passage ? texts.formation.find((text) => hasAll(passage, text))?.text : undefined;
}

/** Whether every word of a skill that says which one it is stands in a text. */
function hasAll(skill: TellingPassage, text: TellingPassage): boolean {
  for (const family of skill.matter) if (!text.matter.has(family)) return false;
  return true;
}
