import { createCompanyDuplicatesService } from '../../src/main/core/companies/company-duplicates-service';
import { createCompanyEditingService } from '../../src/main/core/companies/company-editing-service';
import { createCompanyMergingService } from '../../src/main/core/companies/company-merging-service';
import type { CompanyDraft } from '../../src/shared/domain/company';
import { emptyCompanyForm, type CompanyForm } from '../../src/shared/domain/company-form';
import { companyIdSchema, type CompanyId } from '../../src/shared/domain/ids';
import type { OfferDraft } from '../../src/shared/domain/offer';
import type { OfferContact } from '../../src/shared/domain/offer-row';
import { offerContact, offerDraft } from './drafts';
import { openRecords } from './open-records';

/** A form that says nothing but the name, and what the test is about. */
export function companyForm(said: Partial<CompanyForm> = {}): CompanyForm {
  return { ...emptyCompanyForm, name: 'Abaque', ...said };
}

/** What a person does with companies, on a database of its own; the clock is moved by setting `now`. */
export function openCompanyDesk() {
  const clock = { at: new Date('2026-03-02T09:00:00Z'), now: () => clock.at };
  const records = openRecords(clock);
  const { database, companyService, offerService } = records;
  const parts = { database, clock, companyService };
  return {
    ...records,
    clock,
    editing: createCompanyEditingService(parts),
    duplicates: createCompanyDuplicatesService(parts),
    merging: createCompanyMergingService(parts),
    takeCompanies: (drafts: readonly CompanyDraft[]) =>
      records.asImport('companies', (db, importId) => {
        const intake = companyService.openIntake(db, importId);
        return drafts.map((draft) => intake.put(draft));
      }),
    takeOffers: (rows: readonly (readonly [Partial<OfferDraft>, Partial<OfferContact>])[]) =>
      records.asImport('offers', (db, importId) => {
        const intake = offerService.openIntake(db, importId);
        return rows.map(([offer, contact]) => intake.put(offerDraft(offer), offerContact(contact)));
      }),
    /** The companies that are shown, by id. */
    companies: () => [...companyService.all({})],
    /** Each offer with its company and the person there. */
    offers: () =>
      [...offerService.all({})].map(({ title, company, contact }) => [
        title,
        company?.name ?? null,
        contact?.email ?? null,
      ]),
    idOf: (name: string): CompanyId => {
      const found = [...companyService.all({})].find((company) => company.name === name);
      if (!found) throw new Error(`There is no company ${name}.`);
      return found.id;
    },
    revisionOf: (companyId: number) => companyService.detail(companyIdSchema.parse(companyId)).revision,
    [Symbol.asyncDispose]: () => records[Symbol.asyncDispose](),
  };
}

export type CompanyDesk = ReturnType<typeof openCompanyDesk>;

/** Saves what a company says by now with some of it changed, as somebody does who has just opened it. */
export const changeCompany = (desk: CompanyDesk, companyId: CompanyId, said: Partial<CompanyForm>) => {
  const {
    name,
    siret: number,
    naf,
    size,
    address,
    postcode,
    city,
    country,
    website,
    contacts,
    revision,
  } = desk.companyService.detail(companyId);
  const form = { name, siret: number, naf, size, address, postcode, city, country, website, contacts, ...said };
  return desk.editing.save({ companyId, revision, form });
};
