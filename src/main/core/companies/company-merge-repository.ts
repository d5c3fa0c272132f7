import { z } from 'zod';
import type { CompanyMerge } from '../../../shared/contract/companies';
import type { CompanyId, CompanyMergeId, OfferId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';
import { companyFields } from './company-fields';
import { carriedSchema, carryOver, movedOffers, type Carried } from './merged-rows';

const changeSchema = z.object({
  field: z.enum([...companyFields, 'state']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
/** A field of the company that stays, before and after the merge. */
export type FieldChange = z.infer<typeof changeSchema>;

/** What the other company had and the one that stays has now, or has had: by its field. */
const givenUpSchema = z.object({
  name: z.string().optional(),
  siret: z.string().nullable().optional(),
  externalId: z.string().nullable().optional(),
});
export type GivenUp = z.infer<typeof givenUpSchema>;

/** A merge as it is stored. */
export interface StoredMerge {
  readonly id: CompanyMergeId;
  readonly keptId: CompanyId;
  readonly mergedId: CompanyId;
  readonly changes: readonly FieldChange[];
  readonly givenUp: GivenUp;
  readonly moved: Carried;
  /** ISO 8601, UTC. */
  readonly mergedAt: string;
}

interface MergeRecord extends Pick<StoredMerge, 'id' | 'keptId' | 'mergedId' | 'mergedAt'> {
  readonly changes: string;
  readonly givenUp: string;
  readonly moved: string;
}

const columns = `m.id, m.kept_id keptId, m.merged_id mergedId, m.changes, m.given_up givenUp, m.moved,
  m.merged_at mergedAt`;

function read(record: MergeRecord): StoredMerge {
  return {
    ...record,
    changes: z.array(changeSchema).parse(JSON.parse(record.changes)),
    givenUp: givenUpSchema.parse(JSON.parse(record.givenUp)),
    moved: carriedSchema.parse(JSON.parse(record.moved)),
  };
}

/** One merge, null when there is none with this id. */
export function findMerge(db: ReadDb, id: CompanyMergeId): StoredMerge | null {
  const record = db.prepare<MergeRecord, [number]>(`select ${columns} from company_merge m where m.id = ?`).get(id);
  return record ? read(record) : null;
}

/** Stores what a merge did and answers with its id. */
export function insertMerge(db: WriteDb, merge: Omit<StoredMerge, 'id'>): CompanyMergeId {
  const id = db
    .prepare<CompanyMergeId, [number, number, string, string, string, string]>(
      `insert into company_merge (kept_id, merged_id, changes, given_up, moved, merged_at)
       values (?, ?, ?, ?, ?, ?) returning id`,
    )
    .pluck()
    .get(
      merge.keptId,
      merge.mergedId,
      JSON.stringify(merge.changes),
      JSON.stringify(merge.givenUp),
      JSON.stringify(merge.moved),
      merge.mergedAt,
    );
  if (id === undefined) throw new Error('The merge was not stored.');
  return id;
}

export function removeMerge(db: WriteDb, id: CompanyMergeId): void {
  db.prepare<unknown, [number]>('delete from company_merge where id = ?').run(id);
}

/** Merges that can be taken back, the latest first: those into a company that is still there itself. */
export function pageOfMerges(db: ReadDb, request: PageRequest): { rows: CompanyMerge[]; total: number } {
  const from = `from company_merge m join company k on k.id = m.kept_id and k.merged_into is null
    join company o on o.id = m.merged_id`;
  return {
    rows: db
      .prepare<CompanyMerge, [number, number]>(
        `select m.id, k.id keptId, k.name keptName, coalesce(json_extract(m.given_up, '$.name'), o.name) mergedName,
           m.merged_at mergedAt ${from} order by m.merged_at desc, m.id desc limit ? offset ?`,
      )
      .all(request.pageSize, request.page * request.pageSize),
    total: db.prepare<number>(`select count(*) ${from}`).pluck().get() ?? 0,
  };
}

/**
 * Writes for every merged company which one stands for it now: the one that it was merged into, or the one that that
 * one was merged into since.
 */
export function pointAtRemaining(db: WriteDb, id: CompanyId, remaining: CompanyId): void {
  db.prepare<unknown, [number, number]>(
    `with recursive below(id) as (
       select merged_id from company_merge where kept_id = ?
       union select m.merged_id from company_merge m join below b on b.id = m.kept_id)
     update company set merged_into = ? where id in (select id from below)`,
  ).run(id, remaining);
}

/**
 * Carries over what refers to merged companies again, as after rows came back that were away while the merge was made.
 * Answers with the offers that moved.
 */
export function settleMerged(db: WriteDb): readonly OfferId[] {
  const merges = db
    .prepare<MergeRecord & { remaining: CompanyId }>(
      `select ${columns}, c.merged_into remaining
       from company_merge m join company c on c.id = m.merged_id order by m.id`,
    )
    .all();
  return merges.flatMap((record) => {
    const before = read(record).moved;
    const after = carryOver(db, record.mergedId, record.remaining, before);
    if (after.rows.length === before.rows.length && after.twins.length === before.twins.length) return [];
    db.prepare<unknown, [string, number]>('update company_merge set moved = ? where id = ?').run(
      JSON.stringify(after),
      record.id,
    );
    return movedOffers({ ...after, rows: after.rows.slice(before.rows.length) });
  });
}
