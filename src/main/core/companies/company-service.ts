import type { z } from 'zod';
import type { companies } from '../../../shared/contract/companies';
import type { CompanyFilter } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import type { Company } from '../../../shared/domain/company';
import type { CompanyId, ImportId } from '../../../shared/domain/ids';
import type { UndoCounts } from '../../../shared/domain/import';
import type { Database, WriteDb } from '../db/open';
import { formerRows, putBack, type Origin } from '../db/provenance';
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
  undoImport(db: WriteDb, importId: ImportId): UndoCounts;
  /** Removes companies and contacts that an import made on the way and that nothing refers to any more. */
  removeUnused(db: WriteDb, importId: ImportId): number;
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
    undoImport(db, importId) {
      const former = formerRows(db, importId, 'company');
      for (const { id, before } of former.unchanged) {
        putBack(db, 'company', id, before.row);
        companyRepository.renameInOffers(db, id);
      }
      const made = companyRepository.countMadeBy(db, importId);
      const removed = companyRepository.removeUnused(db, importId);
      return {
        removed,
        restored: former.unchanged.length,
        kept: made - removed + former.changedSince,
      };
    },
    removeUnused: (db, importId) => companyRepository.removeUnused(db, importId),
  };
}

function originOf(importId: ImportId | null, clock: Clock): Origin {
  return { importId, at: clock.now().toISOString() };
}
