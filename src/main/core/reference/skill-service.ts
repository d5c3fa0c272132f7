import { fold } from '../../../shared/domain/fold';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import type { WriteDb } from '../db/open';

const rememberedSkills = 20_000;

/** Finds or makes the skills of texts that come in; remembers them, because files name the same ones again and again. */
export interface SkillIntake {
  idOf(label: string): number;
}

/** For the length of one transaction: ids remembered from a rolled-back one would not exist. */
export function openSkillIntake(db: WriteDb): SkillIntake {
  const known = createBoundedMap<string, number>(rememberedSkills);
  const find = db.prepare<number, [string]>('select id from skill where label = ?').pluck();
  const insert = db
    .prepare<number, [string, string]>('insert into skill (label, label_key) values (?, ?) returning id')
    .pluck();
  return {
    idOf(label) {
      let id = known.get(label);
      if (id === undefined) {
        id = find.get(label) ?? insert.get(label, fold(label)) ?? 0;
        known.set(label, id);
      }
      return id;
    },
  };
}
