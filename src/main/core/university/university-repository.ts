import type { z } from 'zod';
import type { componentSchema } from '../../../shared/contract/university';
import { fold, foldToWords } from '../../../shared/domain/fold';
import type { ComponentId, ImportId, UniversityId } from '../../../shared/domain/ids';
import type { ReadDb, WriteDb } from '../db/open';
import { bringBack, type Redo } from '../db/redo-rows';
import { removeMade } from '../db/undo-rows';
import { componentTable } from './component-table';
import { universityTable } from './university-table';

export type ComponentRow = z.infer<typeof componentSchema>;

/** Components by name, each with the number of its formations. */
export function components(db: ReadDb): ComponentRow[] {
  return db
    .prepare<ComponentRow>(
      `select c.id, c.name, c.short_name shortName,
         (select count(*) from formation where component_id = c.id) formationCount
       from component c order by c.name_key, c.id`,
    )
    .all();
}

/** What stands behind the @ of every address of components and formation managers, in lower case, each once. */
export function mailDomains(db: ReadDb): string[] {
  return db
    .prepare<{ readonly domain: string }>(
      `select distinct lower(substr(email, instr(email, '@') + 1)) domain
       from (select email from component union all select email from formation_manager)
       where instr(email, '@') > 0 order by domain`,
    )
    .all()
    .map(({ domain }) => domain);
}

export interface RecordCounts {
  readonly formations: number;
  readonly companies: number;
  readonly components: number;
}

export function counts(db: ReadDb): RecordCounts {
  const counted = db
    .prepare<RecordCounts>(
      `select (select count(*) from formation) formations, (select count(*) from company where merged_into is null) companies,
         (select count(*) from component) components`,
    )
    .get();
  return counted ?? { formations: 0, companies: 0, components: 0 };
}

/** The one university of the database, made when there is none. */
export function ensureUniversity(db: WriteDb, name: string): UniversityId {
  const known = db.orm.select({ id: universityTable.id }).from(universityTable).limit(1).get();
  return known?.id ?? db.orm.insert(universityTable).values({ name }).returning().get().id;
}

/** Gives the university of the database another name; one that is not there yet gets its name when it is made. */
export function renameUniversity(db: WriteDb, name: string): void {
  db.orm.update(universityTable).set({ name }).run();
}

export interface NewComponent {
  readonly name: string;
  readonly code: string | null;
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly city: string | null;
  readonly email: string | null;
}

export function insertComponent(
  db: WriteDb,
  universityId: UniversityId,
  component: NewComponent,
  origin: { readonly importId: ImportId | null; readonly createdAt: string },
): ComponentId {
  const nameKey = componentKeyOf(component.name);
  return db.orm
    .insert(componentTable)
    .values({ ...component, ...origin, universityId, nameKey })
    .returning({ id: componentTable.id })
    .get().id;
}

/** Every wording that stands for a component — name, code, short name — with its id; earlier components win. */
export function componentWordings(db: ReadDb): Map<string, ComponentId> {
  const records = db.orm.select().from(componentTable).orderBy(componentTable.id).all();
  const wordings = new Map<string, ComponentId>();
  // Names before codes before short names, so that a name is never taken for another component's initials.
  for (const pick of ['name', 'code', 'shortName'] as const) {
    for (const record of records) {
      const key = componentKeyOf(record[pick] ?? '');
      if (key !== '' && !wordings.has(key)) wordings.set(key, record.id);
    }
  }
  return wordings;
}

/** The form in which wordings of a component are compared. */
export function componentKeyOf(wording: string): string {
  return foldToWords(wording) || fold(wording);
}

/** Removes components that an import made on the way and that hold no formation any more. */
export async function removeUnused(db: WriteDb, importId: ImportId): Promise<void> {
  const isEmpty = 'not exists (select 1 from formation where component_id = component.id)';
  await removeMade(db, { importId, kind: 'component' }, isEmpty);
}

/** Makes the components again that this removed. */
export async function bringComponentsBack(db: WriteDb, redo: Redo): Promise<void> {
  const twin = `select id from component where university_id = @university_id and import_id is not @import_id
    and (name_key = @name_key or code = @code)`;
  await bringBack(db, redo, { kind: 'component', twin });
}
