import type { CompanyDetail, LastContact, ReachedFormation } from '../../../shared/contract/companies';
import type { CompanyId, OfferId } from '../../../shared/domain/ids';
import { localDay } from '../../../shared/util/local-day';
import type { ReadDb } from '../db/open';

// What a company's page says beside the company itself.

/**
 * Where an offer of company @id reached a formation: SQL that gives `offer_id`, `formation_id` and whether it was
 * transmitted. What else counts as reaching one is added here, and nowhere else.
 */
const reachSources: readonly string[] = [
  // The first one: chosen by a person, else proposed.
  `select o.id offer_id, f.formation_id, 0 is_transmitted
   from offer o join first_formation f on f.offer_id = o.id where o.company_id = @id`,
  `select o.id, t.formation_id, 1 from offer o join transmission t on t.offer_id = o.id
   where o.company_id = @id and t.deliveries > 0`,
];

/**
 * What happened between office and company @id, over all its offers: SQL that gives at most one row of `at` (a day, or an
 * instant in UTC), `what`, `offer_id` and `title`, the latest of its kind. What came back counts as never sent.
 */
const contactSources: readonly string[] = [
  `select posted_on at, 'offer-posted' what, id offer_id, title from offer
   where company_id = @id and posted_on is not null order by posted_on desc, id desc limit 1`,
  `select t.sent_at, 'offer-sent', o.id, o.title from offer o join transmission t on t.offer_id = o.id
   where o.company_id = @id and t.deliveries > 0 and t.sent_at is not null order by t.sent_at desc limit 1`,
  `select t.answered_at, 'offer-answered', o.id, o.title from offer o join transmission t on t.offer_id = o.id
   where o.company_id = @id and t.answered_at is not null order by t.answered_at desc limit 1`,
  // Somebody of the office wrote down a person, or corrected one.
  `select e.at, 'contact-edited', null, null from (
     select created_at at from contact where company_id = @id and import_id is null
     union all select h.edited_at from hand_edit h join contact c on c.id = h.owner_id
     where h.owner_kind = 'contact' and c.company_id = @id) e order by e.at desc limit 1`,
];

/** More are never read; the offers themselves are one click away. */
const shownFormations = 10;

/** The formations that offers of a company reached, those reached most often first. */
export function reachedBy(db: ReadDb, companyId: CompanyId): ReachedFormation[] {
  return db
    .prepare<ReachedFormation, [{ id: number; limit: number }]>(
      `select f.id formationId, f.title, coalesce(c.short_name, c.name) component, count(distinct r.offer_id) offerCount,
         count(distinct case when r.is_transmitted then r.offer_id end) transmittedCount
       from (${reachSources.join(' union all ')}) r join formation f on f.id = r.formation_id
         left join component c on c.id = f.component_id
       group by f.id order by offerCount desc, f.title limit @limit`,
    )
    .all({ id: companyId, limit: shownFormations });
}

interface ContactRow {
  readonly at: string;
  readonly what: LastContact['what'];
  readonly offerId: OfferId | null;
  readonly title: string | null;
}

/** The last thing that happened between office and company; null when nothing ever did. */
export function lastContactWith(db: ReadDb, companyId: CompanyId): LastContact | null {
  const union = contactSources.map((sql) => `select * from (${sql})`).join(' union all ');
  const found = db
    .prepare<ContactRow, [object]>(
      `select at, what, offer_id offerId, title from (${union}) order by at desc, offer_id desc limit 1`,
    )
    .get({ id: companyId });
  if (!found) return null;
  const { at, what, offerId, title } = found;
  const on = at.length > 'yyyy-mm-dd'.length ? localDay(new Date(at)) : at;
  return { on, what, offer: offerId === null ? null : { id: offerId, title: title ?? '' } };
}

interface Origin {
  readonly revision: number;
  readonly state: CompanyDetail['state'];
  readonly createdAt: string;
  readonly import: CompanyDetail['import'];
}

/** Where a company comes from and what became of it; the company must exist. */
export function originOf(db: ReadDb, companyId: CompanyId): Origin {
  const found = db
    .prepare<
      Omit<Origin, 'import'> & { importId: NonNullable<CompanyDetail['import']>['id'] | null; fileName: string | null },
      [number]
    >(
      `select c.revision, c.state, c.created_at createdAt, i.id importId, i.file_name fileName
       from company c left join import i on i.id = c.import_id where c.id = ?`,
    )
    .get(companyId);
  if (!found) throw new Error(`There is no company ${companyId}.`);
  const { importId, fileName, ...rest } = found;
  return { ...rest, import: importId === null || fileName === null ? null : { id: importId, fileName } };
}
