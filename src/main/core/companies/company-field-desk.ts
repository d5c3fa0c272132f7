import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import type { CompanyId } from '../../../shared/domain/ids';
import type { FieldDesk } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import { companyFields, storedCompany, writeCompany, type CompanyFields, type StoredCompany } from './company-fields';
import * as companyRepository from './company-repository';

const fieldSchema = z.enum(companyFields);
const ownSchema = z.partialRecord(fieldSchema, z.string().nullable());

/** Writes single fields of companies at an instant (ISO 8601, UTC). Throws `conflict` for a SIRET of another company. */
export function openCompanyFieldDesk(db: WriteDb, at: string): FieldDesk {
  const write = (old: StoredCompany, fields: Partial<CompanyFields>): void => {
    const holder = fields.siret ? companyRepository.holderOfSiret(db, fields.siret) : null;
    if (holder && holder.ownId !== old.id) {
      const details = { companyId: holder.id, name: holder.name };
      throw new AppError('conflict', 'Another company has this SIRET.', 'siret-taken', details);
    }
    writeCompany(db, old, { ...old, ...fields }, at, {});
    if (fields.name !== undefined) companyRepository.renameInOffers(db, old.id);
  };
  return {
    take(id, field, said) {
      if (said.kind !== 'companies') throw new Error(`A row of ${said.kind} says nothing of a company.`);
      const old = stored(db, id);
      const name = fieldSchema.parse(field);
      write(old, { [name]: said.company[name] });
      return JSON.stringify({ [name]: old[name] });
    },
    giveBack(id, _field, own) {
      write(stored(db, id), Object.fromEntries(Object.entries(ownSchema.parse(JSON.parse(own)))));
    },
  };
}

function stored(db: ReadDb, id: number): StoredCompany {
  const company = storedCompany(db, id as CompanyId); // As the row of the import names it.
  if (!company) throw new AppError('not-found', `There is no company ${id}.`, null, { companyId: id });
  return company;
}
