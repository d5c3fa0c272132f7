import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Addressee } from '../../../shared/contract/transmissions';
import type { FormationFilter, FormationRow, formationSortColumns } from '../../../shared/contract/formations';
import type { Formation, FormationDraft } from '../../../shared/domain/formation';
import type { FormationId, ImportId } from '../../../shared/domain/ids';
import type { RedoCounts } from '../../../shared/domain/import';
import { keptMatches } from '../../../shared/domain/match';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';
import { inTurns, type AfterTurn } from '../db/in-turns';
import { bringBack, type Redo } from '../db/redo-rows';
import { removeMade } from '../db/undo-rows';
import { where, wordsIn, type Where } from '../db/where';
import { componentTable } from '../university/component-table';
import { formationManagerTable } from './formation-manager-table';
import { formationTable } from './formation-table';

export interface FormationSort {
  readonly by: (typeof formationSortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

const sortKeys: Record<FormationSort['by'], string> = {
  title: 'f.title_key',
  diplomaType: 'f.diploma_type collate nocase',
  level: 'f.level',
  component: 'c.name_key',
  capacity: 'f.capacity',
  matchedOffers: 'matchedOffers',
  firstPlaces: 'firstPlaces',
};

const stringsSchema = z.array(z.string());

/**
 * What people changed of the counts of each formation: `suits` of the offers that it suits, `leads` of those in which it
 * comes first. The counts themselves read `match_by_formation_rank` alone; only decided offers are looked at here. The
 * plus keeps SQLite at the twenty matches of one offer instead of the thousands of one formation.
 */
const swayed = `with decided as materialized (select distinct offer_id from offer_choice),
  swayed as materialized (
    select formation_id, sum(suits) suits, sum(leads) leads from (
      select c.formation_id, (c.place is not null) - exists (select 1 from match m
        where m.offer_id = c.offer_id and +m.formation_id = c.formation_id) suits, 0 leads from offer_choice c
      union all
      select v.formation_id, 0, 1 from decided d cross join first_formation v on v.offer_id = d.offer_id
      union all
      select m.formation_id, 0, -1 from decided d cross join match m on m.offer_id = d.offer_id and m.rank = 1
    ) group by formation_id)`;

/** The rows of one page of the table of formations. */
export function page(db: ReadDb, filter: FormationFilter, sort: FormationSort, request: PageRequest): FormationRow[] {
  const kept = conditions(filter);
  return db
    .prepare<FormationRow, (string | number)[]>(
      `${swayed} select f.id, f.title, f.diploma_type diplomaType, f.level, c.name component, f.capacity, m.name managerName,
         (select count(*) from match where formation_id = f.id) + coalesce(s.suits, 0) matchedOffers,
         (select count(*) from match where formation_id = f.id and rank = 1) + coalesce(s.leads, 0) firstPlaces
       from formation f left join component c on c.id = f.component_id
         left join formation_manager m on m.id = f.manager_id left join swayed s on s.formation_id = f.id
       ${kept.sql} order by ${sortKeys[sort.by]} ${sort.direction} nulls last, f.id ${sort.direction} limit ? offset ?`,
    )
    .all(...kept.values, request.pageSize, request.page * request.pageSize);
}

/** How many formations a filter keeps. */
export function count(db: ReadDb, filter: FormationFilter): number {
  const kept = conditions(filter);
  const sql = `select count(*) from formation f left join component c on c.id = f.component_id ${kept.sql}`;
  return (
    db
      .prepare<number, (string | number)[]>(sql)
      .pluck()
      .get(...kept.values) ?? 0
  );
}

/** The ids of all formations that a filter keeps, in order. */
export function ids(db: ReadDb, filter: FormationFilter): FormationId[] {
  const kept = conditions(filter);
  return db
    .prepare<FormationId, (string | number)[]>(
      `select f.id from formation f left join component c on c.id = f.component_id ${kept.sql} order by f.id`,
    )
    .pluck()
    .all(...kept.values);
}

function conditions(filter: FormationFilter): Where {
  const equal = (column: string, value: number | undefined): Where =>
    value === undefined ? { sql: '', values: [] } : { sql: `${column} = ?`, values: [value] };
  return where([
    equal('f.component_id', filter.componentId),
    equal('f.level', filter.level),
    among(filter.formationIds),
    wordsIn(filter.text ?? '', ['f.title_key', 'c.name_key', 'f.identity_key']),
  ]);
}

function among(formationIds: readonly FormationId[] | undefined): Where {
  if (formationIds === undefined) return { sql: '', values: [] };
  return { sql: 'f.id in (select value from json_each(?))', values: [JSON.stringify(formationIds)] };
}

/** One formation with everything that is known of it, null when there is none with this id. */
export function find(db: ReadDb, formationId: FormationId): Formation | null {
  const record = db.orm
    .select({ formation: formationTable, component: componentTable, manager: formationManagerTable })
    .from(formationTable)
    .leftJoin(componentTable, eq(componentTable.id, formationTable.componentId))
    .leftJoin(formationManagerTable, eq(formationManagerTable.id, formationTable.managerId))
    .where(eq(formationTable.id, formationId))
    .get();
  if (!record) return null;
  const { formation, component, manager } = record;
  return {
    id: formation.id,
    externalId: formation.externalId,
    title: formation.title,
    diplomaType: formation.diplomaType,
    level: formation.level,
    description: formation.description,
    prerequisites: formation.prerequisites,
    keywords: readStrings(formation.keywords),
    skills: skillsOf(db, formationId),
    jobs: readStrings(formation.jobs),
    romeCodes: romeCodesOf(db, formationId),
    capacity: formation.capacity,
    managerName: manager?.name ?? null,
    managerEmail: manager?.email ?? null,
    component: component && { id: component.id, name: component.name, shortName: component.shortName },
  };
}

/** Who runs a formation; null when nobody does. */
export function findManager(db: ReadDb, formationId: FormationId): Addressee | null {
  return (
    db
      .prepare<Addressee, [number]>(
        `select m.id, m.name, m.email from formation f join formation_manager m on m.id = f.manager_id where f.id = ?`,
      )
      .get(formationId) ?? null
  );
}

/** Lists as they are stored in a JSON column; one that cannot be read counts as empty. */
export function readStrings(json: string): string[] {
  const parsed = stringsSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : [];
}

export function skillsOf(db: ReadDb, formationId: FormationId): string[] {
  return db
    .prepare<string, [number]>(
      `select s.label from formation_skill fs join skill s on s.id = fs.skill_id
       where fs.formation_id = ? order by fs.position`,
    )
    .pluck()
    .all(formationId);
}

export function romeCodesOf(db: ReadDb, formationId: FormationId): string[] {
  return db
    .prepare<string, [number]>('select code from formation_rome where formation_id = ? order by position')
    .pluck()
    .all(formationId);
}

/** A stored formation as a file would say it; throws when there is none. */
export function draftOf(db: ReadDb, formationId: FormationId): FormationDraft {
  const formation = find(db, formationId);
  if (!formation) throw new Error(`There is no formation ${formationId}.`);
  const { externalId, title, diplomaType, level, description, keywords, skills, jobs, romeCodes } = formation;
  const { prerequisites, capacity, managerName, managerEmail } = formation;
  return {
    ...{ externalId, title, diplomaType, level, description, keywords, skills, jobs, romeCodes },
    ...{ prerequisites, capacity, managerName, managerEmail },
    component: formation.component?.name ?? null,
  };
}

/** Removes the formations that an import made and nobody changed, decided on or transmitted to since, then managers left without one. */
export async function removeMadeBy(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<number> {
  const isUntouched = `revision = 1 and not exists (select 1 from decision where formation_id = formation.id)
    and not exists (select 1 from transmission where formation_id = formation.id)`;
  const going = db.prepare<FormationId, [number]>(`select id from formation where import_id = ? and ${isUntouched}`);
  await removeMatchesOf(db, going.pluck().all(importId), afterTurn);
  const removed = await removeMade(db, { importId, kind: 'formation' }, isUntouched, afterTurn);
  const runsNothing = `not exists (select 1 from formation where manager_id = formation_manager.id)
    and not exists (select 1 from transmission where manager_id = formation_manager.id)`;
  await removeMade(db, { importId, kind: 'formation_manager' }, runsNothing);
  return removed;
}

/** A formation can be the match of every offer: a cascade would take long at a time. */
async function removeMatchesOf(db: WriteDb, ids: readonly FormationId[], afterTurn?: AfterTurn): Promise<void> {
  const remove = db.prepare<unknown, [number, number]>('delete from match where formation_id = ? and rank = ?');
  const matches = ids.flatMap((id) => Array.from({ length: keptMatches }, (_, index) => ({ id, rank: index + 1 })));
  // Their formations are counted when they go.
  await inTurns(
    matches,
    ({ id, rank }) => void remove.run(id, rank),
    () => afterTurn?.(0),
  );
}

/** Makes the managers again that this removed, then the formations. */
export async function bringMadeBack(db: WriteDb, redo: Redo): Promise<RedoCounts> {
  const managerTwin = `select id from formation_manager where identity_key = @identity_key and import_id is not @import_id`;
  await bringBack(db, redo, { kind: 'formation_manager', twin: managerTwin });
  // The same code and component, or the same title, diploma and component where one of the two has no code.
  const twin = `select id from formation where external_id = @external_id and component_id is @component_id
      and import_id is not @import_id
    union all select id from formation where identity_key = @identity_key and import_id is not @import_id
      and (external_id is null or @external_id is null)`;
  return await bringBack(db, redo, { kind: 'formation', twin });
}
