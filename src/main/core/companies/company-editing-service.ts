import type { z } from 'zod';
import type { companies, CompanyMark, SavedCompany } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import { parseSiret } from '../../../shared/domain/cells/parse-siret';
import type { CompanyState } from '../../../shared/domain/company';
import { readNaf, readWebsite, tidyCompanyForm, type CompanyForm } from '../../../shared/domain/company-form';
import type { CompanyId } from '../../../shared/domain/ids';
import { markHandEdits, takeMarksBack } from '../db/hand-edits';
import type { Database, WriteDb } from '../db/open';
import type { Clock } from '../ports';
import {
  companyFields,
  fieldColumns,
  fieldValues,
  storedCompany,
  writeCompany,
  type CompanyFields,
  type StoredCompany,
} from './company-fields';
import { isCompanyUsed } from './company-referrers';
import * as companyRepository from './company-repository';
import type { CompanyService } from './company-service';
import { emptyBin, isContactOf, saveContacts } from './contact-editing';

export type SaveCompanyRequest = z.output<typeof companies.save.input>;

export interface CompanyEditingService {
  /**
   * Stores what a person writes of a company; one registered so is still to be validated. A form that says nothing new
   * changes nothing. Throws `not-found`, `conflict` (`company-changed`, `siret-taken` with the other's `companyId` and
   * `name`), `invalid-input` (`company-name-missing`, `siret-wrong`, `website-refused`, `contact-empty`, `email-invalid`).
   */
  save(request: SaveCompanyRequest): Promise<SavedCompany>;
  /** Takes a registration back. Throws `conflict` (`company-used`) once anything refers to it or it says something else. */
  withdraw(companyId: CompanyId, revision: number): Promise<void>;
  /** Answers with the companies whose state is another now. */
  setState(companyIds: readonly CompanyId[], state: CompanyState): Promise<CompanyId[]>;
  /** Forgets the contacts whose removal cannot be taken back any more. */
  emptyTrash(): Promise<void>;
}

export interface CompanyEditingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly companyService: Pick<CompanyService, 'tellMoved'>;
}

export function createCompanyEditingService({
  database,
  clock,
  companyService,
}: CompanyEditingParts): CompanyEditingService {
  const register = (db: WriteDb, form: CompanyForm, fields: CompanyFields): SavedCompany => {
    const now = clock.now();
    const companyId = insertCompany(db, fields, now.toISOString());
    saveContacts(db, { companyId, now, isUndo: false }, form.contacts);
    return { companyId, revision: 1, marks: [] };
  };

  const change = (
    db: WriteDb,
    old: StoredCompany,
    { form, undoes }: Pick<SaveCompanyRequest, 'form' | 'undoes'>,
    fields: CompanyFields,
  ): SavedCompany => {
    const now = clock.now();
    const place = { companyId: old.id, now, isUndo: undoes !== undefined };
    const { isChanged: hasOtherContacts, offerIds, marks: ofContacts } = saveContacts(db, place, form.contacts);
    const isSame = companyFields.every((field) => fields[field] === old[field]);
    if (isSame && !hasOtherContacts) return { companyId: old.id, revision: old.revision, marks: [] };
    exchangeSiret(db, old, fields.siret, now.toISOString());
    writeCompany(db, old, fields, now.toISOString(), {});
    const written = companyFields.filter((field) => fields[field] !== old[field]);
    const marks = undoes
      ? forgetMarks(db, old.id, undoes)
      : [...markHandEdits(db, { kind: 'company', id: old.id }, written, now.toISOString())]
          .map((mark): CompanyMark => ({ ...mark, contactId: null }))
          .concat(ofContacts);
    if (fields.name !== old.name || offerIds.length > 0) companyService.tellMoved(db, old.id, offerIds);
    return { companyId: old.id, revision: old.revision + 1, marks };
  };

  return {
    save: ({ companyId, revision, form: written, undoes }) =>
      database.write((db) => {
        const form = tidyCompanyForm(written);
        const old = companyId === null ? null : unchanged(storedCompany(db, companyId), companyId, revision);
        const fields = fieldsOf(form, old);
        refuse(db, fields, old);
        return old ? change(db, old, { form, undoes }, fields) : register(db, form, fields);
      }),

    withdraw: (companyId, revision) =>
      database.write((db) => {
        const company = storedCompany(db, companyId);
        if (company?.revision !== revision || company.importId !== null || isCompanyUsed(db, companyId)) {
          throw new AppError('conflict', `Company ${companyId} is in use.`, 'company-used', { companyId });
        }
        db.prepare<unknown, [number]>('delete from company where id = ?').run(companyId);
      }),

    setState: (companyIds, state) =>
      database.write((db) => companyRepository.setState(db, companyIds, state, clock.now().toISOString())),

    emptyTrash: () => database.write((db) => emptyBin(db, clock.now())),
  };
}

/** What a form says, with what only files say. */
function fieldsOf(form: CompanyForm, old: StoredCompany | null): CompanyFields {
  const { name, siret, size, address, postcode, city, country, website } = form;
  // A code that was written in another way stays as its author wrote it.
  const code = form.naf === null ? null : (readNaf(form.naf) ?? form.naf);
  const naf = code !== null && code === readNaf(old?.naf ?? '') ? (old?.naf ?? null) : code;
  return { externalId: old?.externalId ?? null, name, siret, naf, size, address, postcode, city, country, website };
}

function unchanged(company: StoredCompany | null, companyId: CompanyId, revision: number | null): StoredCompany {
  if (!company) throw new AppError('not-found', `There is no company ${companyId}.`, null, { companyId });
  if (company.revision === revision && company.mergedInto === null) return company;
  const details = { companyId, revision: company.revision };
  throw new AppError('conflict', 'The company was changed elsewhere.', 'company-changed', details);
}

/** Throws for what must not be stored. */
function refuse(db: WriteDb, { name, website, siret }: CompanyFields, old: StoredCompany | null): void {
  if (name === '')
    throw new AppError('invalid-input', 'A company without a name.', 'company-name-missing', { field: 'name' });
  // What a file brought may be anything: it is shown as text and need not be mended to change something else.
  if (website !== null && website !== old?.website && readWebsite(website) === null) {
    throw new AppError('invalid-input', 'A website that is no web address.', 'website-refused', { field: 'website' });
  }
  if (siret !== null && siret !== old?.siret && parseSiret(siret) !== siret) {
    throw new AppError('invalid-input', 'A number whose key is wrong.', 'siret-wrong', { field: 'siret' });
  }
  const holder = siret === null ? null : companyRepository.holderOfSiret(db, siret);
  if (holder && holder.id !== old?.id) {
    const details = { companyId: holder.id, name: holder.name };
    throw new AppError('conflict', 'Another company has this SIRET.', 'siret-taken', details);
  }
}

/** What a change marked goes with it; nothing is left to be taken back. */
function forgetMarks(db: WriteDb, companyId: CompanyId, marks: readonly CompanyMark[]): CompanyMark[] {
  const owners = new Set(marks.map(({ contactId }) => contactId));
  for (const contactId of owners) {
    const own = marks.filter((mark) => mark.contactId === contactId);
    if (contactId === null) takeMarksBack(db, { kind: 'company', id: companyId }, own);
    else if (isContactOf(db, companyId, contactId)) takeMarksBack(db, { kind: 'contact', id: contactId }, own);
  }
  return [];
}

/** A number of a company that was merged into this one: the two exchange theirs, so that both still lead here. */
function exchangeSiret(db: WriteDb, company: StoredCompany, siret: string | null, at: string): void {
  const holder = siret === null ? null : companyRepository.holderOfSiret(db, siret);
  const merged = holder && holder.ownId !== company.id ? storedCompany(db, holder.ownId) : null;
  if (!merged) return;
  writeCompany(db, company, { ...company, siret: null }, at, {});
  writeCompany(db, merged, { ...merged, siret: company.siret }, at, {});
}

function insertCompany(db: WriteDb, fields: CompanyFields, at: string): CompanyId {
  const id = db
    .prepare<CompanyId, (string | null)[]>(
      `insert into company (${fieldColumns.join(', ')}, state, created_at, updated_at)
       values (${fieldColumns.map(() => '?').join(', ')}, 'to-validate', ?, ?) returning id`,
    )
    .pluck()
    .get(...fieldValues(fields), at, at);
  if (id === undefined) throw new Error('The company was not stored.');
  return id;
}
