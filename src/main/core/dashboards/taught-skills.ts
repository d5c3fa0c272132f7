import { z } from 'zod';
import type { SkillFinder } from '../../../shared/domain/reading/skill-finder';
import { fold } from '../../../shared/domain/fold';
import type { ReadDb } from '../db/open';
import type { OfferColumns } from './offer-columns';

/** Which formation teaches which skill. */
export interface TaughtSkills {
  /** Pairs of codes, each once. */
  readonly formations: Uint32Array;
  readonly skills: Uint32Array;
  /** Wordings for which the skills stand that were read in them: « Programmer en Python » for Python. */
  readonly standIns: ReadonlySet<number>;
}

interface FormationText {
  readonly title: string;
  readonly description: string;
  /** JSON lists of strings. */
  readonly keywords: string;
  readonly skills: string;
}

/** What one formation teaches, as of one version of it. */
interface ReadFormation {
  readonly version: string;
  readonly skills: readonly number[];
  readonly standIns: readonly number[];
}

const wordings = z.array(z.string());

/**
 * Makes a reader of what formations teach: the skills that their authors name, and those of the finder's vocabulary that
 * are read in their texts, as they are in the texts of offers: without it, "rédiger un écrit" and "rédaction" would never
 * meet. What did not change since is not read again. Wordings that differ in accents or capitals only are one skill.
 */
export function createTaughtReader(columns: OfferColumns, finder: SkillFinder): (db: ReadDb) => TaughtSkills {
  let known = new Map<number, ReadFormation>();
  const codeOf = (label: string): number => columns.skills.learn(fold(label), label);
  const readOne = (version: string, text: FormationText): ReadFormation => {
    const said = wordings.parse(JSON.parse(text.skills));
    const labelsIn = (words: string): string[] => finder.skillsIn(words, 'title').map(({ label }) => label);
    const whole = [text.title, ...wordings.parse(JSON.parse(text.keywords))].flatMap(labelsIn);
    const inText = finder.skillsIn(text.description).map(({ label }) => label);
    const read = new Set([...whole, ...inText, ...said.flatMap(labelsIn)].map(codeOf));
    const isStandIn = (label: string): boolean => !read.has(codeOf(label)) && labelsIn(label).length > 0;
    return {
      version,
      skills: [...new Set([...read, ...said.map(codeOf)])],
      standIns: said.filter(isStandIn).map(codeOf),
    };
  };
  return (db) => {
    const rows = db
      .prepare<{ id: number; version: string }>(
        `select id, revision || ' ' || content_hash || ' ' || coalesce(
           (select group_concat(skill_id) from formation_skill t where t.formation_id = f.id), '') version from formation f`,
      )
      .all();
    const text = db.prepare<FormationText, [number]>(
      `select title, description, keywords, (select json_group_array(s.label) from formation_skill t
         join skill s on s.id = t.skill_id where t.formation_id = f.id) skills from formation f where id = ?`,
    );
    const next = new Map<number, ReadFormation>();
    for (const { id, version } of rows) {
      const former = known.get(id);
      const found = former?.version === version ? undefined : text.get(id);
      if (found) next.set(id, readOne(version, found));
      else if (former) next.set(id, former);
    }
    known = next;
    return toPairs(columns, known);
  };
}

function toPairs({ formations }: OfferColumns, known: ReadonlyMap<number, ReadFormation>): TaughtSkills {
  const pairs = [...known].flatMap(([id, { skills }]) =>
    skills.map((skill) => [formations.codeOf(id), skill] as const),
  );
  return {
    formations: Uint32Array.from(pairs, ([formation]) => formation),
    skills: Uint32Array.from(pairs, ([, skill]) => skill),
    standIns: new Set([...known.values()].flatMap(({ standIns }) => standIns)),
  };
}

/** How many formations teach each skill, by its code, of those whose code is kept. */
export function countTaught(
  { formations, skills }: TaughtSkills,
  size: number,
  isKept: (formation: number) => boolean,
): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < skills.length; at += 1) {
    const skill = skills[at] ?? 0;
    if (isKept(formations[at] ?? 0)) counts[skill] = (counts[skill] ?? 0) + 1;
  }
  return counts;
}

/** The codes of the formations that teach each of some skills, of those whose code is kept. */
export function teachersOf(
  { formations, skills }: TaughtSkills,
  wanted: readonly number[],
  isKept: (formation: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const teachers = new Map(wanted.map((skill): [number, number[]] => [skill, []]));
  for (let at = 0; at < skills.length; at += 1) {
    const formation = formations[at] ?? 0;
    if (isKept(formation)) teachers.get(skills[at] ?? 0)?.push(formation);
  }
  return teachers;
}
