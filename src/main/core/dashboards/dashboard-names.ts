import type { ReadDb } from '../db/open';
import type { Dictionary } from './dictionary';

/** A formation as dashboards name it. */
export interface FormationName {
  readonly id: number;
  readonly title: string;
  readonly diplomaType: string | null;
  readonly componentId: number | null;
  readonly component: string | null;
}

const formationSql = `select f.id, f.title, f.diploma_type diplomaType, f.component_id componentId, c.name component,
    nullif(f.capacity, 0) places
  from formation f left join component c on c.id = f.component_id`;

/** The formation with this id, undefined when it is gone. */
export function formationName(db: ReadDb, id: number): FormationName | undefined {
  return db.prepare<FormationName, [number]>(`${formationSql} where f.id = ?`).get(id);
}

/** A formation with its places; null where nobody said how many, or said none. */
export interface FormationWithPlaces extends FormationName {
  readonly places: number | null;
}

/** Every formation of the university. */
export function formationsWithPlaces(db: ReadDb): FormationWithPlaces[] {
  return db.prepare<FormationWithPlaces>(formationSql).all();
}

/** The codes of all formations. */
export function formationCodesOf(db: ReadDb, formations: Dictionary<number>): number[] {
  const ids = db.prepare<number>('select id from formation').pluck().all();
  return ids.map((id) => formations.codeOf(id));
}

export function componentName(db: ReadDb, id: number): string | undefined {
  return db.prepare<string, [number]>('select name from component where id = ?').pluck().get(id);
}

export function companyName(db: ReadDb, id: number): string | undefined {
  return db.prepare<string, [number]>('select name from company where id = ?').pluck().get(id);
}

/** The companies whose folded name has every one of the words, which are folded too. */
export function companiesNamed(db: ReadDb, words: readonly string[]): number[] {
  const hasWords = words.map(() => `instr(name_key, ?) > 0`).join(' and ');
  return db
    .prepare<number, string[]>(`select id from company where ${hasWords === '' ? 'true' : hasWords}`)
    .pluck()
    .all(...words);
}
