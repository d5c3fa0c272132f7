import type { BriefOffer, DecidedPair } from '../../../shared/contract/offer-duplicates';
import type { ImportId, OfferId } from '../../../shared/domain/ids';
import type { ComparedOffer } from '../../../shared/domain/offer-duplicates';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';

/** Offers that are not closed of companies, or of those of which an import made offers. */
export function compared(db: ReadDb, importId: ImportId | null): ComparedOffer[] {
  const isOfImport = 'and company_id in (select company_id from offer where import_id = @importId)';
  return db
    .prepare<ComparedOffer, [{ readonly importId: ImportId | null }]>(
      `select id, company_id companyId, academic_year academicYear, title, contract_type contractType, postcode, city_key cityKey,
         iif(external_id is null, null, source) referenceOf
       from offer where company_id is not null and status in ('published', 'transmitted') ${importId === null ? '' : isOfImport}`,
    )
    .all({ importId });
}

/** Pairs of which a person said that they are two, as `oneId otherId`. */
export function apart(db: ReadDb): ReadonlySet<string> {
  return new Set(db.prepare<string>(`select one_id || ' ' || other_id from offer_apart`).pluck().all());
}

/** Changes with every offer that comes or goes, every import and every decision on a pair. */
export function stamp(db: ReadDb): string {
  return (
    db
      .prepare<string>(
        `select (select count(*) || ' ' || coalesce(max(id), 0) from offer) || ' '
           || (select coalesce(group_concat(state || ' ' || c), '') from (select state, count(*) c from import group by state)) || ' '
           || (select count(*) || ' ' || coalesce(max(said_at), '') from offer_apart) || ' '
           || (select count(*) || ' ' || coalesce(max(said_at), '') from offer_duplicate)`,
      )
      .pluck()
      .get() ?? ''
  );
}

/** Whether an offer is there and not closed. */
export function isOpen(db: ReadDb): (offerId: number) => boolean {
  const find = db
    .prepare<number, [number]>(`select 1 from offer where id = ? and status in ('published', 'transmitted')`)
    .pluck();
  return (offerId) => find.get(offerId) === 1;
}

export function importOf(db: ReadDb): (offerId: number) => number | null {
  const find = db.prepare<number | null, [number]>('select import_id from offer where id = ?').pluck();
  return (offerId) => find.get(offerId) ?? null;
}

/** Offers in a few words, by their ids. */
export function briefly(db: ReadDb, ids: Iterable<number>): ReadonlyMap<number, BriefOffer> {
  const rows = db
    .prepare<BriefOffer, [string]>(
      `select o.id, o.title, c.name company, o.city, o.status, nullif(o.source, '') source, o.external_id reference,
         o.posted_on postedOn, i.file_name fileName
       from json_each(?) w cross join offer o on o.id = w.value left join company c on c.id = o.company_id
         left join import i on i.id = o.import_id`,
    )
    .all(JSON.stringify([...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which offer stays in place of another; null for one that is no duplicate. */
export function keptFor(db: ReadDb, offerId: number): OfferId | null {
  return (
    db.prepare<OfferId, [number]>('select kept_id from offer_duplicate where offer_id = ?').pluck().get(offerId) ?? null
  );
}

interface Said {
  readonly oneId: number;
  readonly otherId: number;
  readonly keptId: OfferId | null;
  readonly saidAt: string;
}

const decidedSql = `select one_id oneId, other_id otherId, null keptId, said_at saidAt from offer_apart
  union all select min(offer_id, kept_id), max(offer_id, kept_id), kept_id, said_at from offer_duplicate
  where kept_id is not null`;

/** What people said of pairs, the latest first. */
export function decided(db: ReadDb, { page, pageSize }: PageRequest): { rows: DecidedPair[]; total: number } {
  const total = db.prepare<number>(`select count(*) from (${decidedSql})`).pluck().get() ?? 0;
  const said = db
    .prepare<Said, [number, number]>(`${decidedSql} order by saidAt desc, oneId, otherId limit ? offset ?`)
    .all(pageSize, page * pageSize);
  const offers = briefly(db, new Set(said.flatMap(({ oneId, otherId }) => [oneId, otherId])));
  const rows = said.flatMap(({ oneId, otherId, keptId, saidAt }) => {
    const [one, other] = [offers.get(oneId), offers.get(otherId)];
    return one && other ? [{ one, other, keptId, saidAt }] : [];
  });
  return { rows, total };
}

export function setApart(db: WriteDb, [oneId, otherId]: readonly [number, number], saidAt: string): void {
  db.prepare<unknown, [number, number, string]>(
    'insert into offer_apart (one_id, other_id, said_at) values (?, ?, ?) on conflict do nothing',
  ).run(oneId, otherId, saidAt);
}

export function removeApart(db: WriteDb, [oneId, otherId]: readonly [number, number]): void {
  db.prepare<unknown, [number, number]>('delete from offer_apart where one_id = ? and other_id = ?').run(
    oneId,
    otherId,
  );
}

export function setDuplicate(db: WriteDb, offerId: number, keptId: number, saidAt: string): void {
  db.prepare<unknown, [number, number, number, string]>(
    `insert into offer_duplicate (offer_id, kept_id, said_kept_id, said_at) values (?, ?, ?, ?)
     on conflict do update set kept_id = excluded.kept_id, said_kept_id = excluded.said_kept_id, said_at = excluded.said_at,
       reopened_revision = null`,
  ).run(offerId, keptId, keptId, saidAt);
}

export function removeDuplicate(db: WriteDb, offerId: number): void {
  db.prepare<unknown, [number]>('delete from offer_duplicate where offer_id = ?').run(offerId);
}

/** Remembers of a duplicate whose other offer is gone that it stands by itself, and what it was from then on. */
export function setReopened(db: WriteDb, offerId: number, revision: number): void {
  db.prepare<unknown, [number, number]>('update offer_duplicate set reopened_revision = ? where offer_id = ?').run(
    revision,
    offerId,
  );
}

/** Forgets of two offers that one was the other once, where they stand by themselves by now. */
export function forgetReopened(db: WriteDb, [oneId, otherId]: readonly [number, number]): void {
  db.prepare<unknown, [number, number, number, number]>(
    `delete from offer_duplicate where reopened_revision is not null
       and ((offer_id = ? and said_kept_id = ?) or (offer_id = ? and said_kept_id = ?))`,
  ).run(oneId, otherId, otherId, oneId);
}

/** Duplicates that stand aside for offers that are gone. */
export function orphans(db: ReadDb): OfferId[] {
  return db
    .prepare<OfferId>('select offer_id from offer_duplicate where kept_id is null and reopened_revision is null')
    .pluck()
    .all();
}

/** A duplicate that opened again, and whose other offer is there once more. */
export interface Rejoined {
  readonly offerId: OfferId;
  readonly keptId: OfferId;
  readonly saidAt: string;
  /** Whether nobody changed it since it opened. */
  readonly isUntouched: 0 | 1;
}

export function rejoined(db: ReadDb): Rejoined[] {
  return db
    .prepare<Rejoined>(
      `select d.offer_id offerId, k.id keptId, d.said_at saidAt, o.revision = d.reopened_revision isUntouched
       from offer_duplicate d join offer o on o.id = d.offer_id join offer k on k.id = d.said_kept_id
       where d.reopened_revision is not null`,
    )
    .all();
}
