import { eq, inArray, sql } from 'drizzle-orm';
import type { OfferRow } from '../../../shared/contract/offers';
import type { YearStart } from '../../../shared/domain/academic-year';
import type { CompanyId, ContactId, FormationId, ImportId, OfferId } from '../../../shared/domain/ids';
import type { MatchOutcome, Offer, OfferDraft } from '../../../shared/domain/offer';
import type { PageRequest } from '../../../shared/domain/page';
import { placeOf } from '../../../shared/domain/places/offer-place';
import { openingOf, readForOpening } from '../../../shared/domain/reading/offer-body';
import { localDay } from '../../../shared/util/local-day';
import { readPackageOrigin } from '../../../shared/domain/package';
import { importTable } from '../imports/import-table';
import { companyTable } from '../companies/company-table';
import { contactTable } from '../companies/contact-table';
import type { ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import { removeMade } from '../db/undo-rows';
import { rankingTable } from '../matching/ranking-table';
import { placeTable } from '../places/place-table';
import { offerReadingTable } from '../reading/offer-reading-table';
import { draftOf, levelsOf } from './offer-columns';
import type { DatedFilter } from './offer-conditions';
import { countOf, idsAfter, idsOf, type OfferSort } from './offer-list-query';
import { offerEditTable } from './offer-edit-table';
import { offerTable } from './offer-table';

/** The rows of one page of the table of offers, in its order. */
export function page(db: ReadDb, filter: DatedFilter, sort: OfferSort, request: PageRequest): OfferRow[] {
  return rowsOf(db, ids(db, filter, sort, request));
}

/** The ids of one page, in its order. */
export function ids(db: ReadDb, filter: DatedFilter, sort: OfferSort, request: PageRequest): OfferId[] {
  const { sql, values } = idsOf(filter, sort, request);
  return db
    .prepare<OfferId, (string | number)[]>(sql)
    .pluck()
    .all(...values);
}

/** How many offers a filter keeps. */
export function count(db: ReadDb, filter: DatedFilter): number {
  const { sql, values } = countOf(filter);
  return (
    db
      .prepare<number, (string | number)[]>(sql)
      .pluck()
      .get(...values) ?? 0
  );
}

/** The next ids above `after` that a filter keeps, in order. */
export function nextIds(db: ReadDb, filter: DatedFilter, after: number, limit: number): OfferId[] {
  const { sql, values } = idsAfter(filter);
  return db
    .prepare<OfferId, (string | number)[]>(sql)
    .pluck()
    .all(...values, after, limit);
}

const beginningOf = sql<
  string | null
>`case when trim(${offerTable.title}) = '' and trim(${offerTable.description}) <> ''
  then substr(${offerTable.description}, 1, ${sql.raw(String(readForOpening))}) end`;

function rowsOf(db: ReadDb, ids: readonly OfferId[]): OfferRow[] {
  const records = db.orm
    .select({
      id: offerTable.id,
      title: offerTable.title,
      beginning: beginningOf,
      company: sql<string | null>`coalesce(${companyTable.name}, nullif(trim(${offerEditTable.companyName}), ''))`,
      city: sql<string | null>`coalesce(${placeTable.name}, ${offerTable.city})`,
      contractType: offerTable.contractType,
      levelMask: offerTable.levelMask,
      domain: offerTable.domain,
      readDomain: offerReadingTable.domain,
      postedOn: offerTable.postedOn,
      academicYear: offerTable.academicYear,
      status: offerTable.status,
      outcome: rankingTable.outcome,
    })
    .from(offerTable)
    .leftJoin(companyTable, eq(companyTable.id, offerTable.companyId))
    .leftJoin(offerEditTable, eq(offerEditTable.offerId, offerTable.id))
    .leftJoin(placeTable, eq(placeTable.key, offerTable.cityKey))
    .leftJoin(rankingTable, eq(rankingTable.offerId, offerTable.id))
    .leftJoin(offerReadingTable, eq(offerReadingTable.offerId, offerTable.id))
    .where(inArray(offerTable.id, [...ids]))
    .all();
  const firsts = firstFormations(db, ids);
  const rows = new Map(
    records.map((record): [number, OfferRow] => {
      const { levelMask, readDomain, beginning, ...plain } = record;
      const opening = beginning === null ? null : openingOf(beginning);
      const best = firsts.get(record.id) ?? null;
      const outcome = record.outcome ?? 'pending';
      const domain = record.domain ?? readDomain;
      const isDomainRead = record.domain === null && readDomain !== null;
      const levels = levelsOf(levelMask);
      return [record.id, { ...plain, opening, id: record.id, levels, domain, isDomainRead, outcome, best }];
    }),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

interface FirstRow {
  readonly offerId: OfferId;
  readonly formationId: FormationId;
  readonly title: string;
  readonly isChosen: 0 | 1;
  readonly score: number | null;
}

/** The first formation of each offer that has one: a person's choice before the ranking. */
function firstFormations(db: ReadDb, ids: readonly OfferId[]): ReadonlyMap<OfferId, OfferRow['best']> {
  // Through its ranking: without one the offer is pending, and matches that are still stored are outdated.
  const rows = db
    .prepare<FirstRow, [string]>(
      `select v.offer_id offerId, v.formation_id formationId, v.is_chosen isChosen,
         (select title from formation where id = v.formation_id) title,
         (select m.score from ranking r join match m on m.offer_id = r.offer_id
          where r.offer_id = v.offer_id and m.formation_id = v.formation_id) score
       from json_each(?) o cross join first_formation v on v.offer_id = o.value`,
    )
    .all(JSON.stringify(ids));
  return new Map(
    rows
      .filter(({ isChosen, score }) => isChosen === 1 || score !== null)
      .map(({ offerId, isChosen, ...row }) => [offerId, { ...row, isChosen: isChosen === 1 }]),
  );
}

/** One offer with everything that is known of it, null when there is none with this id. */
export function find(db: ReadDb, offerId: OfferId): Offer | null {
  return findAll(db, [offerId])[0] ?? null;
}

/** Whole offers, in the order of their ids. */
export function findAll(db: ReadDb, ids: readonly OfferId[]): Offer[] {
  const records = db.orm
    .select({
      offer: offerTable,
      companyName: companyTable.name,
      contact: contactTable,
      outcome: rankingTable.outcome,
      closedOn: offerEditTable.closedOn,
      packageOrigin: importTable.packageOrigin,
    })
    .from(offerTable)
    .leftJoin(companyTable, eq(companyTable.id, offerTable.companyId))
    .leftJoin(contactTable, eq(contactTable.id, offerTable.contactId))
    .leftJoin(offerEditTable, eq(offerEditTable.offerId, offerTable.id))
    .leftJoin(rankingTable, eq(rankingTable.offerId, offerTable.id))
    .leftJoin(importTable, eq(importTable.id, offerTable.importId))
    .where(inArray(offerTable.id, [...ids]))
    .orderBy(offerTable.id)
    .all();
  const skills = skillsOf(db, ids);
  return records.map(({ offer, companyName, contact, outcome, closedOn, packageOrigin }) => ({
    ...draftOf(offer, skills.get(offer.id) ?? []),
    id: offer.id,
    place: placeOf(offer),
    title: offer.title,
    rawTitle: offer.rawTitle,
    status: offer.status,
    closingReason: offer.closingReason,
    closedOn,
    academicYear: offer.academicYear,
    packageOrigin: readPackageOrigin(packageOrigin),
    company: offer.companyId === null || companyName === null ? null : { id: offer.companyId, name: companyName },
    contact: contact && {
      id: contact.id,
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
    },
    outcome: outcome ?? 'pending',
  }));
}

/** The skills of each offer, in its author's order. */
export function skillsOf(db: ReadDb, ids: readonly number[]): Map<number, string[]> {
  const records = db
    .prepare<{ offerId: number; label: string }, [string]>(
      `select os.offer_id offerId, s.label from offer_skill os join skill s on s.id = os.skill_id
       where os.offer_id in (select value from json_each(?)) order by os.offer_id, os.position`,
    )
    .all(JSON.stringify(ids));
  const skills = new Map<number, string[]>();
  for (const { offerId, label } of records) {
    const list = skills.get(offerId);
    if (list) list.push(label);
    else skills.set(offerId, [label]);
  }
  return skills;
}

/** How many offers there are by what matching said of them. */
export function countByOutcome(db: ReadDb): Record<MatchOutcome, number> {
  const total = db.prepare<number>('select count(*) from offer').pluck().get() ?? 0;
  const known = db
    .prepare<{ outcome: Exclude<MatchOutcome, 'pending'>; n: number }>(
      'select outcome, count(*) n from ranking group by outcome',
    )
    .all();
  const counts = { pending: total, ranked: 0, 'no-suitable-formation': 0, 'insufficient-text': 0 };
  for (const { outcome, n } of known) {
    counts[outcome] = n;
    counts.pending -= n;
  }
  return counts;
}

/** What the update of an offer starts from. */
export interface StoredContent {
  readonly draft: OfferDraft;
  readonly companyId: CompanyId | null;
  readonly companyKey: string | null;
  readonly contactId: ContactId | null;
  /** The day on which the offer was stored, where the person is. */
  readonly createdOn: string;
}

/** A stored offer as a file would say it; throws when there is none. */
export function storedContentOf(db: ReadDb, offerId: OfferId): StoredContent {
  const record = db.orm.select().from(offerTable).where(eq(offerTable.id, offerId)).get();
  if (!record) throw new Error(`There is no offer ${offerId}.`);
  const { companyId, companyKey, contactId, createdAt } = record;
  const skills = skillsOf(db, [offerId]).get(offerId) ?? [];
  return { draft: draftOf(record, skills), companyId, companyKey, contactId, createdOn: localDay(new Date(createdAt)) };
}

/** Removes the offers that an import made and nobody changed, decided on or transmitted since; returns their number. */
export function removeMadeBy(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<number> {
  const isUntouched = `revision = 1 and not exists (select 1 from decision where offer_id = offer.id)
    and not exists (select 1 from transmission where offer_id = offer.id)`;
  return removeMade(db, { importId, kind: 'offer' }, isUntouched, afterTurn);
}

/** Sorts and finds an offer under the name that its company has now. */
export function readCompanyKey(db: WriteDb, offerId: number): void {
  db.prepare<unknown, [number]>(
    'update offer set company_key = (select name_key from company where id = offer.company_id) where id = ?',
  ).run(offerId);
}

/** Derives the academic year of every offer anew; the same rule as `academicYearOf`, in SQL because it is for all. */
export function moveAcademicYears(db: WriteDb, start: YearStart): void {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = "coalesce(posted_on, start_from, date(created_at, 'localtime'))";
  db.prepare<unknown, [string, string]>(
    `update offer set academic_year = cast(substr(${day}, 1, 4) as integer) - (substr(${day}, 6, 5) < ?)
     where academic_year <> cast(substr(${day}, 1, 4) as integer) - (substr(${day}, 6, 5) < ?)`,
  ).run(`${two(start.month)}-${two(start.day)}`, `${two(start.month)}-${two(start.day)}`);
}
