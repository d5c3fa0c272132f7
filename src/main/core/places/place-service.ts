import { fold } from '../../../shared/domain/fold';
import { placeOf, placeRules } from '../../../shared/domain/places/offer-place';
import type { SaidPlace } from '../../../shared/domain/places/place';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { inTurns } from '../db/in-turns';
import type { Database, ReadDb, WriteDb } from '../db/open';

const rememberedPlaces = 20_000;
/** Offers of one write: a second or so, so that others need not wait long. */
const stretch = 5_000;
/** Names the rules by which all offers have their places. */
const rulesKey = 'placeRules';

/** Finds or makes the places of offers that come in, for the length of one transaction. */
export interface PlaceIntake {
  /** The key of the place that is said; null where none is. */
  keyOf(said: SaidPlace): string | null;
}

export function openPlaceIntake(db: WriteDb): PlaceIntake {
  const known = createBoundedMap<string, string | null>(rememberedPlaces);
  const put = db.prepare<unknown, (string | null)[]>(
    `insert into place (key, name, commune_code, department, region) values (?, ?, ?, ?, ?)
     on conflict (key) do update set name = excluded.name, commune_code = excluded.commune_code,
       department = excluded.department, region = excluded.region`,
  );
  const make = (said: SaidPlace): string | null => {
    const place = placeOf(said);
    if (place === null) return null;
    const key = fold(place.name);
    put.run(key, place.name, place.communeCode, place.department, place.region);
    return key;
  };
  return {
    keyOf({ city, postcode, country }) {
      const said = `${city ?? ''}\n${postcode ?? ''}\n${country ?? ''}`;
      let key = known.get(said);
      if (key === undefined) {
        key = make({ city, postcode, country });
        known.set(said, key);
      }
      return key;
    },
  };
}

interface PlacedOffer extends SaidPlace {
  readonly id: number;
  readonly key: string | null;
}

const placedOffers = 'select id, city, postcode, country, city_key key from offer';

/** Gives an offer the place that it says: a row that comes back may be older than the rules. */
export function readPlace(db: WriteDb, offerId: number): void {
  const offers = db.prepare<PlacedOffer, [number]>(`${placedOffers} where id = ?`).all(offerId);
  for (const offer of offers) openPlacing(db)(offer);
}

/** The same for the offers that an import made. */
export function readPlacesOfImport(db: WriteDb, importId: number): void {
  const place = openPlacing(db);
  for (const offer of db.prepare<PlacedOffer, [number]>(`${placedOffers} where import_id = ?`).all(importId))
    place(offer);
}

function openPlacing(db: WriteDb): (offer: PlacedOffer) => void {
  const places = openPlaceIntake(db);
  const update = db.prepare<unknown, [string | null, number]>('update offer set city_key = ? where id = ?');
  return (offer) => {
    const key = places.keyOf(offer);
    if (key !== offer.key) update.run(key, offer.id);
  };
}

/** Whether offers have places of other rules, or none yet. */
export function hasStalePlaces(db: ReadDb): boolean {
  const rules = db.prepare<string, [string]>('select value from setting where key = ?').pluck().get(rulesKey);
  return rules !== String(placeRules);
}

/**
 * Gives every offer its place by the present rules, some thousand at a time; what is there already is not written. Stops
 * where `signal` aborts: the next call begins anew and finds less to write. Answers with the number of offers that moved.
 */
export async function placeOffers(database: Database, signal: AbortSignal): Promise<number> {
  let after = 0;
  let moved = 0;
  while (!signal.aborted) {
    const offers = database.read
      .prepare<PlacedOffer, [number, number]>(`${placedOffers} where id > ? order by id limit ?`)
      .all(after, stretch);
    const last = offers.at(-1);
    if (!last) {
      await database.write((db) => {
        db.prepare<unknown, [string, string]>('insert or replace into setting (key, value) values (?, ?)').run(
          rulesKey,
          String(placeRules),
        );
      });
      break;
    }
    after = last.id;
    moved += await placeStretch(database, offers);
  }
  return moved;
}

async function placeStretch(database: Database, offers: readonly PlacedOffer[]): Promise<number> {
  return await database.write(async (db) => {
    const places = openPlaceIntake(db);
    // What was said may be another since it was read.
    const update = db.prepare<unknown, (string | number | null)[]>(
      'update offer set city_key = ? where id = ? and city is ? and postcode is ? and country is ? and city_key is not ?',
    );
    let moved = 0;
    await inTurns(offers, (offer) => {
      const key = places.keyOf(offer);
      if (key === offer.key) return;
      moved += update.run(key, offer.id, offer.city, offer.postcode, offer.country, key).changes;
    });
    return moved;
  });
}
