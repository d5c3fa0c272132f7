import type { ReadDb } from '../db/open';
import type { OfferText } from './offer-words';

/** Ids travel to SQLite as one JSON list. */
const among = '(select value from json_each(?))';

/** The vectors of offers that their ranking was made with, one after the other; offers without one are missing. */
export function vectorsOf(db: ReadDb, ids: readonly number[]): Iterable<{ id: number; vector: Buffer }> {
  return db
    .prepare<{ id: number; vector: Buffer }, [string]>(
      `select r.offer_id id, e.vector from ranking r
       join embedding e on e.owner_kind = 'offer' and e.owner_id = r.offer_id and e.model_id = r.model_id
       where r.offer_id in ${among} order by r.offer_id`,
    )
    .iterate(JSON.stringify(ids));
}

/** The beginning of what offers say, by their ids. */
export function textsOf(db: ReadDb, ids: readonly number[], length: number): ReadonlyMap<number, OfferText> {
  const rows = db
    .prepare<OfferText & { id: number }, [number, string]>(
      `select o.id, o.title, substr(o.description, 1, ?) description, c.name company, o.city
       from offer o left join company c on c.id = o.company_id where o.id in ${among}`,
    )
    .all(length, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

export interface OfferOfCompany {
  readonly offerId: number;
  readonly companyId: number;
  readonly name: string;
}

export function companiesOf(db: ReadDb, ids: readonly number[]): OfferOfCompany[] {
  return db
    .prepare<OfferOfCompany, [string]>(
      `select o.id offerId, c.id companyId, c.name from offer o join company c on c.id = o.company_id
       where o.id in ${among}`,
    )
    .all(JSON.stringify(ids));
}

export interface OfferSkill {
  readonly offerId: number;
  readonly key: string;
  readonly label: string;
}

/** The skills of offers, said or read. */
export function skillsOf(db: ReadDb, ids: readonly number[]): OfferSkill[] {
  return db
    .prepare<OfferSkill, [string]>(
      `select l.offer_id offerId, s.label_key key, s.label from offer_any_skill l join skill s on s.id = l.skill_id
       where l.offer_id in ${among}`,
    )
    .all(JSON.stringify(ids));
}
