import type { IsoDate } from '../../../shared/domain/academic-year';
import type { ReadDb } from '../db/open';
import type { FoundCompany } from './search-question';

/** Offers further down the list have little to do with what is looked for. */
const mostOffers = 120;
const mostCompanies = 12;

const byCompany = `select c.id companyId, c.name, c.city, count(*) offerCount, max(o.posted_on) lastPostedOn,
    sum(o.status in ('published', 'transmitted') and (o.expires_on is null or o.expires_on >= ?)) openCount,
    min(w.key) place
  from json_each(?) w cross join offer o on o.id = w.value join company c on c.id = o.company_id
  group by c.id order by place limit ?`;

type CompanyRecord = Omit<FoundCompany, 'closest'> & { readonly place: number };

/** The companies of offers that were found (best first), those with the closest offers first. */
export function offeringCompanies(db: ReadDb, found: readonly number[], today: IsoDate): FoundCompany[] {
  const ids = found.slice(0, mostOffers);
  const titleOf = db.prepare<FoundCompany['closest'], [number]>('select id offerId, title from offer where id = ?');
  return db
    .prepare<CompanyRecord, [string, string, number]>(byCompany)
    .all(today, JSON.stringify(ids), mostCompanies)
    .flatMap(({ place, ...company }) => {
      const closest = titleOf.get(ids[place] ?? 0);
      return closest ? [{ ...company, closest }] : [];
    });
}
