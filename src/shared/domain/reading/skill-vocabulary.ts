import { z } from 'zod';
import { readPlainTable } from '../plain-table';

/** What one knows (a field, a tool, a language), what one does, what one is like. */
export const skillKinds = ['knowledge', 'know-how', 'soft'] as const;
export const skillKindSchema = z.enum(skillKinds);
export type SkillKind = z.infer<typeof skillKindSchema>;

/** One skill of data/reference/skills.csv. */
export interface Skill {
  readonly code: string;
  readonly label: string;
  readonly kind: SkillKind;
}

/** When a wording counts as its skill (data/reference/README.md says it in the words of the table). */
export type SkillCondition = 'always' | 'in-company' | 'as-language' | 'in-profile';

/** One wording of a skill; `isExact` keeps it to the capitals that it is written with. */
export interface SkillForm {
  readonly text: string;
  readonly isExact: boolean;
  readonly condition: SkillCondition;
}

export interface VocabularySkill extends Skill {
  readonly forms: readonly SkillForm[];
}

const columns = ['code', 'label', 'kind', 'source', 'forms'] as const;
const conditions: Readonly<Record<string, SkillCondition>> = {
  '!': 'in-company',
  '~': 'as-language',
  '?': 'in-profile',
};

/** Reads the text of data/reference/skills.csv. Throws when it is not such a table. */
export function readSkillVocabulary(text: string): readonly VocabularySkill[] {
  return readPlainTable(text, columns).map(({ code, label, kind, forms }) => ({
    code,
    label,
    kind: skillKindSchema.parse(kind),
    forms: forms === '' ? [{ text: label, isExact: false, condition: 'always' }] : forms.split('|').map(toForm),
  }));
}

function toForm(cell: string): SkillForm {
  const marks = /^[=!~?]*/.exec(cell)?.[0] ?? '';
  const condition = [...marks].map((mark) => conditions[mark]).find((found) => found !== undefined);
  return { text: cell.slice(marks.length), isExact: marks.includes('='), condition: condition ?? 'always' };
}
