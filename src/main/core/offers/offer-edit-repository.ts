import { eq } from 'drizzle-orm';
import { academicYearOf, type IsoDate, type YearStart } from '../../../shared/domain/academic-year';
import { cleanTitle } from '../../../shared/domain/clean-title';
import { companyNameKey } from '../../../shared/domain/company-name';
import { fold } from '../../../shared/domain/fold';
import type { CompanyId, OfferId } from '../../../shared/domain/ids';
import type { OfferDraft, OfferStatus } from '../../../shared/domain/offer';
import { offerFormSchema, type OfferForm } from '../../../shared/domain/offer-form';
import { localDay } from '../../../shared/util/local-day';
import { companyTable } from '../companies/company-table';
import { contactTable } from '../companies/contact-table';
import type { ResolvedCompany } from '../companies/company-service';
import { removeUnusedOwners, type Owners } from '../companies/made-owner-service';
import { contentHash } from '../db/content-hash';
import { markHandEdits } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import { openPlaceIntake } from '../places/place-service';
import { openSkillIntake } from '../reference/skill-service';
import { draftOf, levelMaskOf, startDayOf, type OfferRecord } from './offer-columns';
import { offerEditTable } from './offer-edit-table';
import { contentOf } from './offer-content';
import { skillsOf } from './offer-repository';
import { offerTable } from './offer-table';

/** An offer as the editor finds it. */
export interface StoredEdit {
  readonly record: OfferRecord;
  readonly form: OfferForm;
  /** Whether its names wait to become records. */
  readonly isTyping: boolean;
  readonly closedFrom: OfferStatus | null;
  readonly closedReason: string | null;
  readonly closedOn: IsoDate | null;
  /** The company and the contact that its names made. */
  readonly made: Owners;
}

/** What is written of an offer, besides the form. */
export interface EditState {
  readonly status: OfferStatus;
  readonly closingReason: string | null;
  readonly closedFrom: OfferStatus | null;
  /** Why it was closed in the state that it was closed from. */
  readonly closedReason: string | null;
  readonly closedOn: IsoDate | null;
  readonly owner: ResolvedCompany;
  /** Whether the names of the form wait to become records. */
  readonly isTyping: boolean;
  readonly made: Owners;
}

export const nothingMade: Owners = { companyId: null, contactId: null };

export interface Moment {
  readonly at: string;
  readonly yearStart: YearStart;
}

/** An offer with what the editor keeps of it; null when there is none. */
export function findEdit(db: ReadDb, offerId: OfferId): StoredEdit | null {
  const found = db.orm
    .select({ record: offerTable, company: companyTable, contact: contactTable, edit: offerEditTable })
    .from(offerTable)
    .leftJoin(companyTable, eq(companyTable.id, offerTable.companyId))
    .leftJoin(contactTable, eq(contactTable.id, offerTable.contactId))
    .leftJoin(offerEditTable, eq(offerEditTable.offerId, offerTable.id))
    .where(eq(offerTable.id, offerId))
    .get();
  if (!found) return null;
  const { record, company, contact, edit } = found;
  const draft = draftOf(record, skillsOf(db, [offerId]).get(offerId) ?? []);
  const names = edit?.isTyping
    ? edit
    : {
        companyName: company?.name ?? null,
        companySiret: company?.siret ?? null,
        contactName: contact?.name ?? null,
        contactEmail: contact?.email ?? null,
        contactPhone: contact?.phone ?? null,
      };
  const dismissed: unknown = edit ? JSON.parse(edit.dismissed) : [];
  return {
    record,
    // The schema leaves out what is no field of the form.
    form: offerFormSchema.parse({ ...draft, ...names, dismissed }),
    isTyping: edit?.isTyping ?? false,
    closedFrom: edit?.closedFrom ?? null,
    closedReason: edit?.closedReason ?? null,
    closedOn: edit?.closedOn ?? null,
    made: { companyId: edit?.madeCompanyId ?? null, contactId: edit?.madeContactId ?? null },
  };
}

/** One that was merged stands for the one that remains. */
const companiesOfName = `select distinct c.id, c.name_key key
  from company named join company c on c.id = coalesce(named.merged_into, named.id) where named.name_key = ?`;

/** The company of exactly this name, where there is one and no other. */
export function knownCompany(db: ReadDb, name: string | null): ResolvedCompany {
  const key = name === null || name.trim() === '' ? null : companyNameKey(name);
  const found = key === null ? [] : db.prepare<{ id: CompanyId; key: string }, [string]>(companiesOfName).all(key);
  const [company] = found;
  return company === undefined || found.length > 1
    ? { companyId: null, companyKey: null, contactId: null, isChanged: false }
    : { companyId: company.id, companyKey: company.key, contactId: null, isChanged: false };
}

/** The company and the contact that an offer has now. */
export function ownerOf({ companyId, companyKey, contactId }: OfferRecord): ResolvedCompany {
  return { companyId, companyKey, contactId, isChanged: false };
}

/** Takes the company and the contact that its names made from an offer, and removes them unless others use them. */
export function letGo(db: WriteDb, offerId: OfferId, made: Owners): void {
  db.orm
    .update(offerTable)
    .set({ companyId: null, companyKey: null, contactId: null })
    .where(eq(offerTable.id, offerId))
    .run();
  removeUnusedOwners(db, [made]);
}

/** Makes an offer of a form and returns its id; its revision is 1. */
export function insertEdit(db: WriteDb, form: OfferForm, state: EditState, moment: Moment): OfferId {
  const columns = columnsOf({ ...form, externalId: null, source: null }, state, localDay(new Date(moment.at)), moment);
  const { id } = db.orm
    .insert(offerTable)
    .values({ ...columns, cityKey: openPlaceIntake(db).keyOf(form), createdAt: moment.at, updatedAt: moment.at })
    .returning({ id: offerTable.id })
    .get();
  writeParts(db, id, form, state);
  return id;
}

/** Writes a form in place of what was stored, as the next revision, which it returns. */
export function updateEdit(db: WriteDb, old: StoredEdit, form: OfferForm, state: EditState, moment: Moment): number {
  const { id, externalId, source, createdAt } = old.record;
  const draft = { ...form, externalId, source: source === '' ? null : source };
  const columns = columnsOf(draft, state, localDay(new Date(createdAt)), moment);
  const revision = old.record.revision + 1;
  db.orm
    .update(offerTable)
    .set({ ...columns, cityKey: openPlaceIntake(db).keyOf(form), revision, updatedAt: moment.at })
    .where(eq(offerTable.id, id))
    .run();
  writeParts(db, id, form, state);
  if (isFromFile(old.record)) keepByHand(db, old, form, state, moment);
  // Any offer comes back by a file of our own: where it stands is what the person said.
  if (state.status !== old.record.status) markHandEdits(db, { kind: 'offer', id }, ['status'], moment.at);
  return revision;
}

/** Whether a later file may speak of the offer: by its reference, or because it says the same as a former one. */
function isFromFile({ externalId, importId }: OfferRecord): boolean {
  return externalId !== null || importId !== null;
}

/** The fields of a form that a file can say. */
const sayableFields = offerFormSchema.omit({ dismissed: true }).keyof().options;
const contactFields = { contactName: 'name', contactEmail: 'email', contactPhone: 'phone' } as const;
type ContactName = keyof typeof contactFields;

/** Marks what this edit says otherwise, so that the next file does not say it back. */
function keepByHand(db: WriteDb, old: StoredEdit, form: OfferForm, { owner }: EditState, { at }: Moment): void {
  const { id, externalId, contentHash: hash } = old.record;
  const names = sayableFields.filter((field) => JSON.stringify(form[field]) !== JSON.stringify(old.form[field]));
  if (names.length === 0) return;
  markHandEdits(db, { kind: 'offer', id }, names, at);
  // Other offers name the same contact: its own fields are kept as well.
  const ofContact = names.flatMap((name) => (name in contactFields ? [contactFields[name as ContactName]] : [])); // Asked before.
  if (owner.contactId !== null) markHandEdits(db, { kind: 'contact', id: owner.contactId }, ofContact, at);
  if (externalId !== null) return;
  db.prepare<unknown, [string, number]>(
    'update offer_edit set file_hash = coalesce(file_hash, ?) where offer_id = ?',
  ).run(hash, id);
}

/** The last three are what a file cannot say. */
function columnsOf(draft: OfferDraft, state: EditState, createdOn: string, { yearStart }: Moment) {
  const { owner, status, closingReason } = state;
  const { skills, levels, start, duration, pay, title: rawTitle, source, ...plain } = draft;
  const title = cleanTitle(rawTitle);
  const content = contentOf(draft, owner);
  return {
    ...plainColumns(plain),
    source: source ?? '',
    title,
    rawTitle,
    companyId: owner.companyId,
    contactId: owner.contactId,
    levelMask: levelMaskOf(levels),
    startKind: start?.kind ?? null,
    startFrom: startDayOf(start),
    startTo: start?.kind === 'range' ? start.to : null,
    durationUnit: duration?.unit ?? null,
    durationMin: duration?.min ?? null,
    durationMax: duration?.max ?? null,
    payAmount: pay?.amount ?? null,
    payPer: pay?.per ?? null,
    payWording: pay?.wording ?? null,
    status,
    closingReason,
    academicYear: academicYearOf(draft.postedOn ?? startDayOf(start) ?? createdOn, yearStart),
    titleKey: fold(title),
    companyKey: owner.companyKey,
    domainKey: draft.domain === null ? null : fold(draft.domain),
    contentHash: contentHash(skills.length === 0 ? content : [...content, ...skills]),
  };
}

type PlainField =
  | 'externalId'
  | 'description'
  | 'city'
  | 'postcode'
  | 'country'
  | 'contractType'
  | 'domain'
  | 'romeCode'
  | 'seniority'
  | 'weeklyHours'
  | 'remote'
  | 'language'
  | 'disabilityFriendly'
  | 'places'
  | 'postedOn'
  | 'expiresOn';

/** The fields that are a column as they are; a form brings others, which are no columns. */
function plainColumns(draft: Pick<OfferDraft, PlainField>): Pick<OfferDraft, PlainField> {
  const { externalId, description, city, postcode, country, contractType, domain, romeCode } = draft;
  const { seniority, weeklyHours, remote, language, disabilityFriendly, places, postedOn, expiresOn } = draft;
  return {
    ...{ externalId, description, city, postcode, country, contractType, domain, romeCode },
    ...{ seniority, weeklyHours, remote, language, disabilityFriendly, places, postedOn, expiresOn },
  };
}

function writeParts(db: WriteDb, offerId: OfferId, form: OfferForm, state: EditState): void {
  const { isTyping, closedFrom, closedReason, closedOn, made } = state;
  const skills = openSkillIntake(db);
  db.prepare<unknown, [number]>('delete from offer_skill where offer_id = ?').run(offerId);
  const insertSkill = db.prepare<unknown, [number, number, number]>(
    'insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)',
  );
  for (const [position, label] of form.skills.entries()) insertSkill.run(offerId, position, skills.idOf(label));
  const { companyName, companySiret, contactName, contactEmail, contactPhone } = form;
  const names = isTyping
    ? { companyName, companySiret, contactName, contactEmail, contactPhone }
    : { companyName: null, companySiret: null, contactName: null, contactEmail: null, contactPhone: null };
  const edit = {
    ...names,
    isTyping,
    dismissed: JSON.stringify(form.dismissed),
    closedFrom,
    closedReason,
    closedOn,
    madeCompanyId: made.companyId,
    madeContactId: made.contactId,
  };
  db.orm
    .insert(offerEditTable)
    .values({ offerId, ...edit })
    .onConflictDoUpdate({ target: offerEditTable.offerId, set: edit })
    .run();
}
