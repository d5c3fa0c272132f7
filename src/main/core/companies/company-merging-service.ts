import type { z } from 'zod';
import type { companies, MergedField } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import { companyDraftSchema, companyStateSchema } from '../../../shared/domain/company';
import type { CompanyId, CompanyMergeId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import { handEditsOf, markHandEdits } from '../db/hand-edits';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { Clock } from '../ports';
import { companyFields, storedCompany, writeCompany, type CompanyFields, type StoredCompany } from './company-fields';
import * as mergeRepository from './company-merge-repository';
import type { FieldChange, GivenUp, StoredMerge } from './company-merge-repository';
import type { CompanyService } from './company-service';
import { carryBack, carryOver, keepContacts, movedOffers, nothingCarried } from './merged-rows';

export type MergeRequest = z.output<typeof companies.merge.input>;

export interface CompanyMergingService {
  /**
   * Makes one company of two: what refers to the other refers to the one that stays, which takes the named fields from
   * it. The other one is kept out of sight, so that imports find the one that stays under its name and numbers, and that
   * the merge can be taken back at any time. Throws `not-found`, and `conflict` (`company-changed`).
   */
  merge(request: MergeRequest): Promise<CompanyMergeId>;
  /**
   * Takes a merge back: fields that nobody changed since are as before, rows go back that are still where the merge put
   * them. Rows that came since stay. Throws `not-found`, and `conflict` (`merge-below`) when the company that stayed was
   * merged itself since.
   */
  unmerge(mergeId: CompanyMergeId): Promise<{ readonly companyId: CompanyId; readonly lost: MergedField[] }>;
  /** Merges that can be taken back, the latest first. */
  merges(page: PageRequest): z.input<typeof companies.merges.output>;
}

export interface CompanyMergingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly companyService: Pick<CompanyService, 'tellMoved'>;
}

/** Of these only one company may have each; the other one keeps what the one that stays had, to be found by it. */
const swappedFields = ['name', 'siret', 'externalId'] as const;
type SwappedField = (typeof swappedFields)[number];
const uniqueFields = ['siret', 'externalId'] as const;

export function createCompanyMergingService(parts: CompanyMergingParts): CompanyMergingService {
  const { database, clock, companyService } = parts;
  return {
    merge: (request) =>
      database.write((db) => {
        const at = clock.now().toISOString();
        const kept = present(db, request.kept);
        const merged = present(db, request.merged);
        if (kept.id === merged.id) throw new AppError('invalid-input', 'A company is not merged with itself.');
        const takes = takenFields(kept, merged, request.takes);
        const { id: mergedId } = merged;
        writeCompany(db, merged, { ...merged, siret: null, externalId: null }, at, { mergedInto: kept.id });
        const taken = Object.fromEntries(takes.map((field) => [field, merged[field]]));
        const next: CompanyFields = { ...kept, ...taken };
        const state = merged.state === 'validated' ? merged.state : kept.state;
        writeCompany(db, kept, next, at, { state });
        markChosen(db, kept.id, takes, at);
        const hidden = withGivenUp(
          merged,
          swapped(takes, (field) => kept[field]),
        );
        writeCompany(db, merged, hidden, at, { mergedInto: kept.id });
        const moved = carryOver(db, mergedId, kept.id, nothingCarried);
        const mergeId = mergeRepository.insertMerge(db, {
          keptId: kept.id,
          mergedId,
          changes: changesOf({ ...kept }, { ...next, state }),
          givenUp: swapped(takes, (field) => merged[field]),
          moved,
          mergedAt: at,
        });
        mergeRepository.pointAtRemaining(db, kept.id, kept.id);
        companyService.tellMoved(db, kept.id, movedOffers(moved));
        return mergeId;
      }),

    unmerge: (mergeId) =>
      database.write((db) => {
        const at = clock.now().toISOString();
        const merge = mergeRepository.findMerge(db, mergeId);
        const kept = merge && storedCompany(db, merge.keptId);
        const merged = merge && storedCompany(db, merge.mergedId);
        if (!merge || !kept || !merged)
          throw new AppError('not-found', `There is no merge ${mergeId}.`, null, { mergeId });
        if (kept.mergedInto !== null) {
          throw new AppError('conflict', `Company ${kept.id} was merged itself since.`, 'merge-below', { mergeId });
        }
        const lost = takeFieldsBack(db, merge, { kept, merged, at });
        unmarkChosen(db, merge);
        carryBack(db, merge.moved);
        mergeRepository.removeMerge(db, mergeId);
        mergeRepository.pointAtRemaining(db, merged.id, merged.id);
        const stayed = keepContacts(db, kept.id, merged.id, at);
        const back = keepContacts(db, merged.id, kept.id, at);
        companyService.tellMoved(db, kept.id, stayed);
        companyService.tellMoved(db, merged.id, [...movedOffers(merge.moved), ...back]);
        return { companyId: merged.id, lost };
      }),

    merges: (page) => mergeRepository.pageOfMerges(database.read, page),
  };
}

/** A company that is not merged, as the request knows it. */
function present(db: ReadDb, wanted: MergeRequest['kept']): StoredCompany {
  const { companyId, revision } = wanted;
  const company = storedCompany(db, companyId);
  if (!company) throw new AppError('not-found', `There is no company ${companyId}.`, null, { companyId });
  if (company.revision !== revision || company.mergedInto !== null) {
    const details = { companyId, revision: company.revision };
    throw new AppError('conflict', 'The company was changed elsewhere.', 'company-changed', details);
  }
  return company;
}

/** The fields to take that differ; a reference comes along where there is none, because imports find a company by it. */
function takenFields(
  kept: StoredCompany,
  merged: StoredCompany,
  wanted: readonly MergedField[],
): readonly (MergedField | 'externalId')[] {
  const reference = kept.externalId === null ? (['externalId'] as const) : [];
  return [...new Set([...wanted, ...reference])].filter((field) => kept[field] !== merged[field]);
}

function swapped(takes: readonly string[], valueOf: (field: SwappedField) => string | null): GivenUp {
  return Object.fromEntries(
    swappedFields.filter((field) => takes.includes(field)).map((field) => [field, valueOf(field)]),
  );
}

/** A person chose these values: files that come later leave them alone, until the merge is taken back. */
function markChosen(db: WriteDb, companyId: CompanyId, fields: readonly string[], at: string): void {
  const owner = { kind: 'company', id: companyId } as const;
  const marked = handEditsOf(db, owner);
  markHandEdits(
    db,
    owner,
    fields.filter((field) => !marked.has(field)),
    at,
  );
}

/** Takes those marks away that bear the instant of the merge: what was written by hand before or since keeps its own. */
function unmarkChosen(db: WriteDb, { keptId, mergedAt }: StoredMerge): void {
  db.prepare<unknown, [number, string]>(
    "delete from hand_edit where owner_kind = 'company' and owner_id = ? and edited_at = ?",
  ).run(keptId, mergedAt);
}

function withGivenUp(company: CompanyFields, { name, siret, externalId }: GivenUp): CompanyFields {
  return {
    ...company,
    name: name ?? company.name,
    siret: siret === undefined ? company.siret : siret,
    externalId: externalId === undefined ? company.externalId : externalId,
  };
}

type StatedFields = CompanyFields & { readonly state: StoredCompany['state'] };
const statedFields = [...companyFields, 'state'] as const;

function changesOf(before: StatedFields, after: StatedFields): FieldChange[] {
  return statedFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

const fieldsSchema = companyDraftSchema.omit({ contact: true });

/** Gives both companies back what they had, and answers with what the one that comes back could not have again. */
function takeFieldsBack(
  db: WriteDb,
  { changes, givenUp }: StoredMerge,
  { kept, merged, at }: { readonly kept: StoredCompany; readonly merged: StoredCompany; readonly at: string },
): MergedField[] {
  // First out of the way of the other's own.
  writeCompany(db, merged, { ...merged, siret: null, externalId: null }, at, {});
  const isFree = (field: string, value: string | null): boolean =>
    value === null || !uniqueFields.some((unique) => unique === field && holderOf(db, unique, value, kept.id));
  const untouched = changes.filter(({ field, before, after }) => kept[field] === after && isFree(field, before));
  const former = Object.fromEntries(untouched.map(({ field, before }) => [field, before]));
  const state = companyStateSchema.parse(former['state'] ?? kept.state);
  const own = fieldsSchema.parse({ ...kept, ...former });
  writeCompany(db, kept, own, at, { state });
  const wanted = withGivenUp(merged, givenUp);
  const lost = uniqueFields.filter((field) => {
    const value = wanted[field];
    return value !== null && holderOf(db, field, value, merged.id);
  });
  const possible = { ...wanted, ...Object.fromEntries(lost.map((field) => [field, null])) };
  writeCompany(db, merged, possible, at, { mergedInto: null });
  return lost.filter((field) => field !== 'externalId');
}

function holderOf(db: ReadDb, field: (typeof uniqueFields)[number], value: string, exceptId: CompanyId): boolean {
  const column = field === 'siret' ? 'siret' : 'external_id';
  const find = db.prepare<unknown, [string, number]>(`select 1 from company where ${column} = ? and id <> ?`);
  return find.get(value, exceptId) !== undefined;
}
