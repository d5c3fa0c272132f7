import type { IsoDate } from '../../../shared/domain/academic-year';
import type { ReadDb } from '../db/open';
import { isDeposited } from '../offers/offer-table';
import type { FoundCompany } from './search-question';

/** Among so many offers of those found are the companies that come closest. */
const mostOffers = 1_000;
const mostCompanies = 12;

const isOpen = `o.status in ('published', 'transmitted') and (o.expires_on is null or o.expires_on >= ?)`;
/** What was posted several times within a year is one offer. */
const oneOffer = `o.title_key || char(31) || ifnull(o.city_key, '') || char(31) || ifnull(o.contract_type, '') || o.academic_year`;

/**
 * Who has the closest offers, the closest first, and of each all its offers of the same titles. The last contact is the
 * last day on which the company deposited anything, or the office sent one of its offers on.
 */
const byCompany = `with close as materialized (
    select o.company_id, o.title_key, min(w.key) place from json_each(?) w cross join offer o on o.id = w.value
    where o.company_id is not null and ${isDeposited} group by o.company_id, o.title_key),
  nearest as materialized (
    select company_id, min(place) place from close group by company_id order by place limit ${mostCompanies})
  select c.id companyId, c.name, c.city, n.place,
    count(distinct ${oneOffer}) offerCount, count(distinct iif(${isOpen}, ${oneOffer}, null)) openCount,
    max(o.posted_on) lastPostedOn,
    (select max(max(ifnull(a.posted_on, date(a.created_at, 'localtime')),
        ifnull((select max(date(x.sent_at, 'localtime')) from transmission x where x.offer_id = a.id), '')))
      from offer a where a.company_id = c.id and a.status <> 'draft') lastContactOn
  from nearest n cross join company c on c.id = n.company_id
  cross join close k on k.company_id = n.company_id
  cross join offer o on o.company_id = k.company_id and o.title_key = k.title_key
  where ${isDeposited} group by c.id order by n.place`;

type CompanyRecord = Omit<FoundCompany, 'closest'> & { readonly place: number };

/** The companies of offers that were found (best first), those with the closest offers first. */
export function offeringCompanies(db: ReadDb, found: readonly number[], today: IsoDate): FoundCompany[] {
  const ids = found.slice(0, mostOffers);
  const titleOf = db.prepare<FoundCompany['closest'], [number]>('select id offerId, title from offer where id = ?');
  return db
    .prepare<CompanyRecord, [string, string]>(byCompany)
    .all(JSON.stringify(ids), today)
    .flatMap(({ place, ...company }) => {
      const closest = titleOf.get(ids[place] ?? 0);
      return closest ? [{ ...company, closest }] : [];
    });
}
