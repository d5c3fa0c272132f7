import { z } from 'zod';
import { fold } from '../../../shared/domain/fold';
import type { OfferId } from '../../../shared/domain/ids';
import { offerReadingSchema, type OfferReading } from '../../../shared/domain/reading/reading';
import type { OfferIdentity } from '../../../shared/domain/text/identity';
import type { OfferMatter } from '../../../shared/domain/text/match-text';
import type { ReadDb, WriteDb } from '../db/open';
import { levelMaskOf } from '../offers/offer-service';
import type { SkillIntake } from '../reference/skill-service';

/** An offer as it is read. `contentHash` changes with anything that a reading depends on but the names left out. */
export interface OfferToRead extends OfferMatter, OfferIdentity {
  readonly id: OfferId;
  readonly contentHash: string;
}

const unread = 'not exists (select 1 from offer_reading r where r.offer_id = o.id and r.version = :version)';

/** How many offers lack a reading of this version. */
export function countUnread(db: ReadDb, version: string): number {
  const count = (sql: string, values: readonly string[]): number =>
    db
      .prepare<number, string[]>(sql)
      .pluck()
      .get(...values) ?? 0;
  return (
    count('select count(*) from offer', []) - count('select count(*) from offer_reading where version = ?', [version])
  );
}

/** Whether offers have no reading at all, whatever its version. */
export function hasUnread(db: ReadDb): boolean {
  const count = (table: string): number => db.prepare<number>(`select count(*) from ${table}`).pluck().get() ?? 0;
  return count('offer') > count('offer_reading');
}

/** Offers without a reading of this version whose id is above `after`, in id order. */
export function unreadOffers(db: ReadDb, version: string, after: number, limit: number): readonly OfferToRead[] {
  const rows = db
    .prepare<
      Omit<OfferToRead, 'skills'> & { readonly skills: string },
      [{ readonly version: string; readonly after: number; readonly limit: number }]
    >(
      `select o.id, o.content_hash contentHash, o.raw_title title, o.description, o.city, c.name company, k.name contact,
         (select json_group_array(s.label order by os.position) from offer_skill os join skill s on s.id = os.skill_id
          where os.offer_id = o.id) skills
       from offer o left join company c on c.id = o.company_id left join contact k on k.id = o.contact_id
       where o.id > :after and ${unread} order by o.id limit :limit`,
    )
    .all({ version, after, limit });
  return rows.map((row) => ({ ...row, skills: z.array(z.string()).parse(JSON.parse(row.skills)) }));
}

/** Whether an offer is still what it was when it was read. */
export function isUnchanged(db: ReadDb, { id, contentHash }: OfferToRead): boolean {
  return db.prepare('select 1 from offer where id = ? and content_hash = ?').get(id, contentHash) !== undefined;
}

/** What a reading is stored with. */
export interface ReadingKey {
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** Stores a reading in place of a former one. Skills are stored only for an offer whose author named none. */
export function replace(
  db: WriteDb,
  offer: OfferToRead,
  reading: OfferReading,
  { key, skills }: { readonly key: ReadingKey; readonly skills: SkillIntake },
): void {
  db.prepare<unknown, (string | number | null)[]>(
    `insert into offer_reading (offer_id, version, contract_type, level_mask, seniority, domain_code, domain, domain_key,
       rome_code, read_at, facts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (offer_id) do update set version = excluded.version, contract_type = excluded.contract_type,
       level_mask = excluded.level_mask, seniority = excluded.seniority, domain_code = excluded.domain_code,
       domain = excluded.domain, domain_key = excluded.domain_key, rome_code = excluded.rome_code,
       read_at = excluded.read_at, facts = excluded.facts`,
  ).run(
    offer.id,
    key.version,
    reading.contractType?.value ?? null,
    levelMaskOf(reading.levels?.value ?? []),
    reading.seniority?.value ?? null,
    reading.domain?.code ?? null,
    reading.domain?.label ?? null,
    reading.domain ? fold(reading.domain.label) : null,
    reading.occupations[0]?.nearest.code ?? null,
    key.readAt,
    JSON.stringify(reading),
  );
  db.prepare<unknown, [number]>('delete from offer_read_skill where offer_id = ?').run(offer.id);
  if (offer.skills.length > 0) return;
  const insert = db.prepare<unknown, [number, number, number]>(
    'insert into offer_read_skill (offer_id, position, skill_id) values (?, ?, ?)',
  );
  for (const [position, { label }] of reading.skills.entries()) insert.run(offer.id, position, skills.idOf(label));
}

/** The reading of one offer, of whichever version; null while there is none. */
export function find(db: ReadDb, offerId: OfferId): OfferReading | null {
  const facts = db.prepare<string, [number]>('select facts from offer_reading where offer_id = ?').pluck().get(offerId);
  return facts === undefined ? null : offerReadingSchema.parse(JSON.parse(facts));
}

/** The label of a domain of ROME; null when the tables of ROME are not there. */
export function domainLabel(db: ReadDb, code: string): string | null {
  return db.prepare<string, [string]>('select label from domain where code = ?').pluck().get(code) ?? null;
}
