import type { z } from 'zod';
import type { companies } from '../../../shared/contract/companies';
import type { CompanyFilter } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import type { Company } from '../../../shared/domain/company';
import type { CompanyId, ImportId } from '../../../shared/domain/ids';
import type { UndoCounts } from '../../../shared/domain/import';
import type { Database, WriteDb } from '../db/open';
import { formerRows, putAllBack, type Former, type Origin } from '../db/provenance';
import type { Clock } from '../ports';
import { openCompanyIntake, type CompanyIntake } from './company-intake';
import * as companyRepository from './company-repository';

export type CompanyListRequest = z.output<typeof companies.list.input>;
export type { CompanyIntake, ResolvedCompany } from './company-intake';

export interface CompanyService {
  list(request: CompanyListRequest): z.input<typeof companies.list.output>;
  /** Throws `not-found`. */
  get(companyId: CompanyId): Company;
  /** All companies that a filter keeps, by id. */
  all(filter: CompanyFilter): Iterable<Company>;
  /** Takes companies in, inside of a transaction. */
  openIntake(db: WriteDb, importId: ImportId | null): CompanyIntake;
  /** Takes back the companies that an import of companies made and changed. */
  undoImport(db: WriteDb, importId: ImportId): Promise<UndoCounts>;
  /**
   * Takes back what an import of offers made of companies and contacts on the way: what it changed goes back, what it
   * made and nothing refers to any more goes away.
   */
  takeBack(db: WriteDb, importId: ImportId): Promise<TakenBack>;
}

export interface TakenBack {
  /** Companies that the import made, and those of them that are gone. */
  readonly made: number;
  readonly removed: number;
  /** Companies that the import changed, or whose contacts it changed, and that are as before. */
  readonly restored: number;
  /** Companies and contacts that the import changed and that stay: changed since, or their SIRET is taken. */
  readonly kept: number;
}

export function createCompanyService(parts: { readonly database: Database; readonly clock: Clock }): CompanyService {
  const { database, clock } = parts;
  const get = (companyId: CompanyId): Company => {
    const company = companyRepository.find(database.read, companyId);
    if (!company) throw new AppError('not-found', `There is no company ${companyId}.`, null, { companyId });
    return company;
  };
  return {
    list: ({ filter, sort, page, pageSize }) => ({
      rows: companyRepository.page(database.read, filter, sort, { page, pageSize }),
      total: companyRepository.count(database.read, filter),
    }),
    get,
    *all(filter) {
      for (const id of companyRepository.ids(database.read, filter)) {
        const company = companyRepository.find(database.read, id);
        if (company) yield company;
      }
    },
    openIntake: (db, importId) => openCompanyIntake(db, originOf(importId, clock)),
    async undoImport(db, importId) {
      const { made, removed, restored, kept } = await takeBack(db, importId);
      return { removed, restored, kept: made - removed + kept };
    },
    takeBack,
  };
}

async function takeBack(db: WriteDb, importId: ImportId): Promise<TakenBack> {
  const contacts = formerRows(db, importId, 'contact');
  const companies = formerRows(db, importId, 'company');
  // One row of a file tells of a company and of a contact: both together count as one that is as before.
  const restored = new Set<string>();
  const putContact = ({ id, before }: Former) => {
    const companyId = before.row['company_id'];
    restored.add(typeof companyId === 'number' ? `company ${companyId}` : `contact ${id}`);
  };
  const putCompany = ({ id }: Former) => {
    restored.add(`company ${id}`);
    companyRepository.renameInOffers(db, id);
  };
  const stuck = await putAllBack(db, importId, 'contact', contacts.unchanged, putContact);
  const waiting = await putAllBack(db, importId, 'company', companies.unchanged, putCompany);
  const made = companyRepository.countMadeBy(db, importId);
  const removed = await companyRepository.removeUnused(db, importId);
  const left = await putAllBack(db, importId, 'company', waiting, putCompany);
  const kept = contacts.changedSince + companies.changedSince + stuck.length + left.length;
  return { made, removed, restored: restored.size, kept };
}

function originOf(importId: ImportId | null, clock: Clock): Origin {
  return { importId, at: clock.now().toISOString() };
}
