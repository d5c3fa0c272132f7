import type { ReadDb } from '../db/open';
import type { OfferColumns } from './offer-columns';

/** Which formation teaches which skill: pairs of codes, each once. */
export interface TaughtSkills {
  readonly formations: Uint32Array;
  readonly skills: Uint32Array;
}

interface TaughtRow {
  readonly formationId: number;
  readonly key: string;
  readonly label: string;
}

/** Reads what formations teach. Wordings that differ in accents or capitals only are one skill, as in offers. */
export function readTaughtSkills(db: ReadDb, { formations, skills }: OfferColumns): TaughtSkills {
  const rows = db
    .prepare<TaughtRow>(
      `select t.formation_id formationId, s.label_key key, max(s.label) label
         from formation_skill t join skill s on s.id = t.skill_id group by 1, 2`,
    )
    .all();
  return {
    formations: Uint32Array.from(rows, ({ formationId }) => formations.codeOf(formationId)),
    skills: Uint32Array.from(rows, ({ key, label }) => skills.learn(key, label)),
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
