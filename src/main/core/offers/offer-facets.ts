import { fold } from '../../../shared/domain/fold';
import type { ContractType } from '../../../shared/domain/offer';
import type { ReadDb } from '../db/open';

export interface OfferFacets {
  readonly academicYears: number[];
  readonly contractTypes: ContractType[];
  readonly cities: string[];
  readonly departments: string[];
  readonly regions: string[];
  readonly domains: string[];
}

/** Domains that were read in an offer whose author named none; each is looked up in the index until the first such offer. */
const readDomains = (offers: string): string => `
  select d.domain from (select distinct domain_key, domain from offer_reading where domain is not null) d
  where exists (select 1 from offer_reading r join offer o on o.id = r.offer_id
                where r.domain_key = d.domain_key and o.domain_key is null and ${offers})`;

/**
 * The values that the filters can take; with `isDeposited` none that drafts alone have. Spellings that differ in accents or
 * capitals only count as one.
 */
export function offerFacets(db: ReadDb, isDeposited: boolean): OfferFacets {
  const offers = isDeposited ? "status <> 'draft'" : 'true';
  const usedPlaces = `from place where key in (select distinct city_key from offer where ${offers})`;
  const list = <T>(sql: string): T[] => db.prepare<T>(sql).pluck().all();
  return {
    academicYears: list(`select distinct academic_year from offer where ${offers} order by academic_year desc`),
    contractTypes: list(
      `select distinct contract_type from offer where contract_type is not null and ${offers} order by 1`,
    ),
    cities: list(`select name ${usedPlaces} order by key`),
    departments: list(`select distinct department ${usedPlaces} and department is not null order by 1`),
    regions: list(`select distinct region ${usedPlaces} and region is not null order by 1`),
    domains: spelledOnce([
      ...list<string>(`select distinct domain from offer where domain is not null and ${offers}`),
      ...list<string>(readDomains(offers)),
    ]),
  };
}

function spelledOnce(values: readonly string[]): string[] {
  const spellings = new Map<string, string>();
  for (const value of values) {
    const key = fold(value);
    const known = spellings.get(key);
    // The greater spelling has accents and small letters, which stand behind plain capitals.
    if (key !== '' && (known === undefined || value > known)) spellings.set(key, value);
  }
  return [...spellings].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
