import type { Seniority } from '../../../shared/domain/offer';
import type { ReadDb } from '../db/open';
import { skillsOfOffer } from './skills-of-offer';

interface ShownTexts {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly seniority: Seniority | null;
  readonly isSeniorityRead: 0 | 1;
  /** A list of labels, as JSON. */
  readonly skills: string;
}

/** More skills than a row of a table has room for. */
const mostSkills = 10;

const shownTexts = `select o.id, o.title, o.description, coalesce(o.seniority, g.seniority) seniority,
    o.seniority is null and g.seniority is not null isSeniorityRead,
    (select json_group_array(label) from (select s.label from ${skillsOfOffer} l cross join skill s on s.id = l.skill_id
      group by s.id order by min(l.is_read), min(l.position) limit ${mostSkills})) skills
  from json_each(?) w cross join offer o on o.id = w.value left join offer_reading g on g.offer_id = o.id`;

/** What a row of the results says beside what the list of offers says of it, by id. */
export function textsOf(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, ShownTexts> {
  const rows = db.prepare<ShownTexts, [string]>(shownTexts).all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}
