import { eq } from 'drizzle-orm';
import type { CompanyFilter, CompanyRow, companySortColumns, SimilarCompany } from '../../../shared/contract/companies';
import type { Company, CompanyState } from '../../../shared/domain/company';
import type { CompanyId, ImportId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import { removeMade } from '../db/undo-rows';
import { where, wordsIn, type Where } from '../db/where';
import { companyTable } from './company-table';
import { contactTable } from './contact-table';
import { ownersInBin } from './owners-in-bin';

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
  state: 'c.state',
  offerCount: 'offerCount',
  lastPostedOn: 'lastPostedOn',
};

/** The rows of one page of the table of companies. Count and last day read `offer_by_company` alone. */
export function page(db: ReadDb, filter: CompanyFilter, sort: CompanySort, request: PageRequest): CompanyRow[] {
  const kept = conditions(filter);
  return db
    .prepare<CompanyRow, (string | number)[]>(
      `select c.id, c.name, c.siret, c.size, c.city, c.state,
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

/** A company that was merged stands nowhere. */
const isShown: Where = { sql: 'c.merged_into is null', values: [] };

function conditions(filter: CompanyFilter): Where {
  const digits = (filter.text ?? '').replaceAll(/\s/g, '');
  const named: Where = /^\d{9,14}$/.test(digits)
    ? { sql: 'c.siret like ?', values: [`${digits}%`] }
    : wordsIn(filter.text ?? '', ['c.name_key', 'c.city_key']);
  const { createdFrom } = filter;
  const isNew: Where =
    createdFrom === undefined ? { sql: '', values: [] } : { sql: 'c.created_at >= ?', values: [createdFrom] };
  return where([isShown, equal('c.size', filter.size), equal('c.state', filter.state), isNew, named]);
}

function equal(column: string, value: string | undefined): Where {
  return value === undefined ? { sql: '', values: [] } : { sql: `${column} = ?`, values: [value] };
}

/** Some companies in few words, in the order of their ids as given; merged and missing ones are left out. */
export function briefly(db: ReadDb, companyIds: readonly number[]): SimilarCompany[] {
  return db
    .prepare<SimilarCompany, [string]>(
      `select c.id, c.name, c.siret, c.city, (select count(*) from offer where company_id = c.id) offerCount
       from json_each(?) wanted join company c on c.id = wanted.value and c.merged_into is null order by wanted.key`,
    )
    .all(JSON.stringify(companyIds));
}

/** How many companies wait for somebody of the office. */
export function countToValidate(db: ReadDb): number {
  const waiting = "select count(*) from company where state = 'to-validate' and merged_into is null";
  return db.prepare<number>(waiting).pluck().get() ?? 0;
}

/** Validates companies or takes it back; answers with those that were in the other state. */
export function setState(db: WriteDb, companyIds: readonly CompanyId[], state: CompanyState, at: string): CompanyId[] {
  return db
    .prepare<CompanyId, [string, string, string, string]>(
      `update company set state = ?, revision = revision + 1, updated_at = ?
       where id in (select value from json_each(?)) and state <> ? and merged_into is null returning id`,
    )
    .pluck()
    .all(state, at, JSON.stringify(companyIds), state);
}

/** The company that stands for a SIRET, and the row that has it, which may have been merged into the former. */
export function holderOfSiret(
  db: ReadDb,
  siret: string,
): { readonly id: CompanyId; readonly name: string; readonly ownId: CompanyId } | null {
  const found = db
    .prepare<{ id: CompanyId; name: string; ownId: CompanyId }, [string]>(
      `select c.id, c.name, o.id ownId from company o join company c on c.id = coalesce(o.merged_into, o.id)
       where o.siret = ?`,
    )
    .get(siret);
  return found ?? null;
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
      access: contactTable.access,
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
 * a contact of another origin refers to them; an offer that lies in the bin and may come back counts as one. Returns
 * the number of companies.
 */
export async function removeUnused(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<number> {
  const inBin = ownersInBin(db, importId);
  const isUnusedContact = `revision = 1 and id not in (${inBin.contactIds.join(', ')})
    and not exists (select 1 from offer where contact_id = contact.id)`;
  await removeMade(db, { importId, kind: 'contact' }, isUnusedContact, afterTurn);
  const isUnusedCompany = `revision = 1 and id not in (${inBin.companyIds.join(', ')})
    and not exists (select 1 from offer where company_id = company.id)
    and not exists (select 1 from contact where company_id = company.id)`;
  return await removeMade(db, { importId, kind: 'company' }, isUnusedCompany, afterTurn);
}

/** Carries a company's name to where its offers are sorted and searched by it. */
export function renameInOffers(db: WriteDb, companyId: number): void {
  db.prepare<unknown, [number, number]>(
    'update offer set company_key = (select name_key from company where id = ?) where company_id = ?',
  ).run(companyId, companyId);
}
