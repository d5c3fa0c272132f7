import { eq } from 'drizzle-orm';
import type { CompanyFilter, CompanyRow, companySortColumns } from '../../../shared/contract/companies';
import type { Company } from '../../../shared/domain/company';
import type { CompanyId, ImportId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import { removeMade } from '../db/undo-rows';
import { where, wordsIn, type Where } from '../db/where';
import { companyTable } from './company-table';
import { contactTable } from './contact-table';

export interface CompanySort {
  readonly by: (typeof companySortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

/** Sizes sort by size and not by their names. */
const sizeOrder = "case c.size when 'TPE' then 1 when 'PME' then 2 when 'ETI' then 3 when 'GE' then 4 end";

const sortKeys: Record<CompanySort['by'], string> = {
  name: 'c.name_key',
  size: sizeOrder,
  city: 'c.city_key',
  offerCount: 'offerCount',
  lastPostedOn: 'lastPostedOn',
};

/** The rows of one page of the table of companies. Count and last day read `offer_by_company` alone. */
export function page(db: ReadDb, filter: CompanyFilter, sort: CompanySort, request: PageRequest): CompanyRow[] {
  const kept = conditions(filter);
  return db
    .prepare<CompanyRow, (string | number)[]>(
      `select c.id, c.name, c.siret, c.size, c.city,
         (select count(*) from offer where company_id = c.id) offerCount,
         (select max(posted_on) from offer where company_id = c.id) lastPostedOn
       from company c ${kept.sql}
       order by ${sortKeys[sort.by]} ${sort.direction} nulls last, c.id ${sort.direction} limit ? offset ?`,
    )
    .all(...kept.values, request.pageSize, request.page * request.pageSize);
}

/** How many companies a filter keeps. */
export function count(db: ReadDb, filter: CompanyFilter): number {
  const kept = conditions(filter);
  return (
    db
      .prepare<number, (string | number)[]>(`select count(*) from company c ${kept.sql}`)
      .pluck()
      .get(...kept.values) ?? 0
  );
}

/** The ids of all companies that a filter keeps, in order. */
export function ids(db: ReadDb, filter: CompanyFilter): CompanyId[] {
  const kept = conditions(filter);
  return db
    .prepare<CompanyId, (string | number)[]>(`select c.id from company c ${kept.sql} order by c.id`)
    .pluck()
    .all(...kept.values);
}

function conditions(filter: CompanyFilter): Where {
  const digits = (filter.text ?? '').replaceAll(/\s/g, '');
  if (/^\d{9,14}$/.test(digits)) return where([ofSize(filter), { sql: 'c.siret like ?', values: [`${digits}%`] }]);
  return where([ofSize(filter), wordsIn(filter.text ?? '', ['c.name_key', 'c.city_key'])]);
}

function ofSize(filter: CompanyFilter): Where {
  return filter.size === undefined ? { sql: '', values: [] } : { sql: 'c.size = ?', values: [filter.size] };
}

/** One company with its contacts, null when there is none with this id. */
export function find(db: ReadDb, companyId: CompanyId): Company | null {
  const record = db.orm.select().from(companyTable).where(eq(companyTable.id, companyId)).get();
  if (!record) return null;
  const contacts = db.orm
    .select({
      id: contactTable.id,
      name: contactTable.name,
      role: contactTable.role,
      email: contactTable.email,
      phone: contactTable.phone,
    })
    .from(contactTable)
    .where(eq(contactTable.companyId, companyId))
    .orderBy(contactTable.id)
    .all();
  const offerCount =
    db.prepare<number, [number]>('select count(*) from offer where company_id = ?').pluck().get(companyId) ?? 0;
  const { id, externalId, name, siret, naf, size, address, postcode, city, country, website } = record;
  return { id, externalId, name, siret, naf, size, address, postcode, city, country, website, contacts, offerCount };
}

/**
 * Removes the contacts and companies that an import made, as far as nobody changed them since and neither an offer nor
 * a contact of another origin refers to them. Returns the number of companies.
 */
export async function removeUnused(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<number> {
  const nothingRefersToContact = 'not exists (select 1 from offer where contact_id = contact.id)';
  const isUnusedContact = `revision = 1 and ${nothingRefersToContact}`;
  await removeMade(db, { importId, kind: 'contact' }, isUnusedContact, { afterTurn });
  const nothingRefersToCompany = `not exists (select 1 from offer where company_id = company.id)
    and not exists (select 1 from contact where company_id = company.id)`;
  const isUnusedCompany = `revision = 1 and ${nothingRefersToCompany}`;
  return await removeMade(db, { importId, kind: 'company' }, isUnusedCompany, { afterTurn });
}

/** Carries a company's name to where its offers are sorted and searched by it. */
export function renameInOffers(db: WriteDb, companyId: number): void {
  db.prepare<unknown, [number, number]>(
    'update offer set company_key = (select name_key from company where id = ?) where company_id = ?',
  ).run(companyId, companyId);
}
