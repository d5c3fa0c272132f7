import type { z } from 'zod';
import type { companies, CompanyDetail, CompanyFilter } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import type { CompanyApproach } from '../../../shared/contract/search';
import type { Company, ContactAccess } from '../../../shared/domain/company';
import type { CompanyId, ImportId, OfferId } from '../../../shared/domain/ids';
import type { RedoCounts, UndoCounts } from '../../../shared/domain/import';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import type { FieldDesk } from '../db/hand-edits';
import { countMade, type IntakeOptions, type Origin, type StoredRecord } from '../db/provenance';
import { bringBack, putForward, type Redo } from '../db/redo-rows';
import { formerRows, putAllBack, type Former } from '../db/undo-rows';
import type { Clock } from '../ports';
import { approachesOf } from './company-approach';
import { lastContactWith, originOf as originOfCompany, reachedBy } from './company-detail';
import { storedCompany } from './company-fields';
import { openCompanyFieldDesk } from './company-field-desk';
import { openCompanyIntake, type CompanyIntake } from './company-intake';
import { settleMerged } from './company-merge-repository';
import * as companyRepository from './company-repository';

export type CompanyListRequest = z.output<typeof companies.list.input>;
export type { CompanyIntake, ResolvedCompany } from './company-intake';

export interface CompanyService {
  list(request: CompanyListRequest): z.input<typeof companies.list.output>;
  /** Throws `not-found`. Within a transaction, as that has left it. */
  get(companyId: CompanyId, db?: ReadDb): Company;
  /** A company with what the office knows of it; of a merged one, the one that remains. Throws `not-found`. */
  detail(companyId: CompanyId): Omit<CompanyDetail, 'duplicates'>;
  /** How many companies wait for somebody of the office. */
  countToValidate(): number;
  /** How students may apply to companies, where a contact of whom nobody said it is told as `usual` says. */
  approaches(companyIds: readonly CompanyId[], usual: ContactAccess): ReadonlyMap<CompanyId, CompanyApproach>;
  /** All companies that a filter keeps, by id. */
  all(filter: CompanyFilter): Iterable<Company>;
  /** Takes companies in, inside of a transaction. */
  openIntake(db: WriteDb, importId: ImportId | null, options?: IntakeOptions): CompanyIntake;
  /** Exchanges single fields of companies between a person and a file, inside of a transaction. */
  openFieldDesk(db: WriteDb): FieldDesk;
  /** Takes back the companies that an import of companies made and changed. */
  undoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<UndoCounts>;
  /** Puts in place again what that took back. */
  redoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<RedoCounts>;
  /**
   * Takes back what an import of offers made of companies and contacts on the way: what it changed goes back, what it
   * made and nothing refers to any more goes away.
   */
  takeBack(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<TakenBack>;
  /** Removes what an import that was undone had made and nothing refers to any more. */
  removeUnused(db: WriteDb, importId: ImportId): Promise<number>;
  /** Puts in place again what that took back: the companies it made, and the companies and contacts it changed. */
  putInPlace(db: WriteDb, redo: Redo): Promise<{ readonly made: RedoCounts; readonly changed: RedoCounts }>;
  /** Gives rows that came back with a merged company to the one that remains: to be called after rows were put back. */
  settle(db: WriteDb): void;
  /** Carries to its offers what a company is called now, and tells which of them have another company or contact. */
  tellMoved(db: WriteDb, companyId: CompanyId, offerIds: readonly OfferId[]): void;
  /** Work that has to follow in the same transaction when offers have another company or contact. */
  onMoved(listener: (db: WriteDb, offerIds: readonly OfferId[]) => void): void;
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
  const listeners: ((db: WriteDb, offerIds: readonly OfferId[]) => void)[] = [];
  const get = (companyId: CompanyId, db: ReadDb = database.read): Company => {
    const company = companyRepository.find(db, companyId);
    if (!company) throw new AppError('not-found', `There is no company ${companyId}.`, null, { companyId });
    return company;
  };
  const detail = (wantedId: CompanyId): Omit<CompanyDetail, 'duplicates'> => {
    const db = database.read;
    const companyId = storedCompany(db, wantedId)?.mergedInto ?? wantedId;
    return {
      ...get(companyId),
      ...originOfCompany(db, companyId),
      lastContact: lastContactWith(db, companyId),
      reached: reachedBy(db, companyId),
    };
  };
  const settle = (db: WriteDb): void => {
    const offerIds = settleMerged(db);
    if (offerIds.length > 0) for (const listener of listeners) listener(db, offerIds);
  };
  return {
    list: ({ filter, sort, page, pageSize }) => ({
      rows: companyRepository.page(database.read, filter, sort, { page, pageSize }),
      total: companyRepository.count(database.read, filter),
    }),
    get,
    detail,
    approaches: (companyIds, usual) => approachesOf(database.read, companyIds, usual),
    countToValidate: () => companyRepository.countToValidate(database.read),
    *all(filter) {
      for (const id of companyRepository.ids(database.read, filter)) {
        const company = companyRepository.find(database.read, id);
        if (company) yield company;
      }
    },
    openFieldDesk: (db) => openCompanyFieldDesk(db, clock.now().toISOString()),
    openIntake: (db, importId, options = {}) => openCompanyIntake(db, { ...originOf(importId, clock), ...options }),
    async undoImport(db, importId, afterTurn) {
      const { made, removed, restored, kept } = await takeBack(db, importId, afterTurn);
      settle(db);
      return { removed, restored, kept: made - removed + kept };
    },
    async redoImport(db, importId, afterTurn) {
      const { made, changed } = await putInPlace(db, { importId, places: new Map(), afterTurn });
      settle(db);
      return { restored: made.restored + changed.restored, kept: made.kept + changed.kept };
    },
    takeBack,
    removeUnused: (db, importId) => companyRepository.removeUnused(db, importId),
    putInPlace,
    settle,
    tellMoved(db, companyId, offerIds) {
      companyRepository.renameInOffers(db, companyId);
      for (const listener of listeners) listener(db, offerIds);
    },
    onMoved: (listener) => void listeners.push(listener),
  };
}

/** A company of the same SIRET or reference, or a namesake that nothing tells apart. */
const companyTwin = `select id from company where siret = @siret and import_id is not @import_id
  union all select id from company where external_id = @external_id and import_id is not @import_id
  union all select id from company where name_key = @name_key and import_id is not @import_id
    and (siret is null or @siret is null) and (postcode is null or @postcode is null or postcode = @postcode)`;

/** Somebody of the same address whom no other name tells apart. */
const contactTwin = `select id from contact where company_id is @company_id and identity_key = @identity_key
  and (name is null or @name is null or name = @name collate nocase) and import_id is not @import_id`;

async function putInPlace(db: WriteDb, redo: Redo) {
  const made = await bringBack(db, redo, { kind: 'company', twin: companyTwin });
  await bringBack(db, redo, { kind: 'contact', twin: contactTwin });
  const restored = new Set<string>();
  const followCompany = (id: number): void => {
    restored.add(`company ${id}`);
    companyRepository.renameInOffers(db, id);
  };
  const companies = await putForward(db, redo, 'company', followCompany);
  const followContact = (id: number, row: StoredRecord): void => void restored.add(ownerOf(id, row));
  const contacts = await putForward(db, redo, 'contact', followContact);
  return { made, changed: { restored: restored.size, kept: companies.kept + contacts.kept } };
}

/** One row of a file tells of a company and of a contact: both together count as one. */
function ownerOf(contactId: number, row: StoredRecord): string {
  const { company_id: companyId } = row;
  return typeof companyId === 'number' ? `company ${companyId}` : `contact ${contactId}`;
}

async function takeBack(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<TakenBack> {
  const contacts = formerRows(db, importId, 'contact');
  const companies = formerRows(db, importId, 'company');
  const restored = new Set<string>();
  const putContact = ({ id, before }: Former) => void restored.add(ownerOf(id, before.row));
  const putCompany = ({ id }: Former) => {
    restored.add(`company ${id}`);
    companyRepository.renameInOffers(db, id);
  };
  const company = { importId, kind: 'company' } as const;
  const stuck = await putAllBack(db, { importId, kind: 'contact' }, contacts.unchanged, {
    follow: putContact,
    afterTurn,
  });
  const waiting = await putAllBack(db, company, companies.unchanged, { follow: putCompany, afterTurn });
  const made = countMade(db, 'company', importId);
  const removed = await companyRepository.removeUnused(db, importId, afterTurn);
  const left = await putAllBack(db, company, waiting, { follow: putCompany, afterTurn });
  const kept = contacts.changedSince + companies.changedSince + stuck.length + left.length;
  return { made, removed, restored: restored.size, kept };
}

function originOf(importId: ImportId | null, clock: Clock): Origin {
  return { importId, at: clock.now().toISOString() };
}
