import type { AlikeOffer, DeletedOffer } from '../../../shared/contract/offers';
import { AppError } from '../../../shared/domain/app-error';
import type { OfferId } from '../../../shared/domain/ids';
import { checkOffer } from '../../../shared/domain/legal/check-offer';
import type { LegalFinding } from '../../../shared/domain/legal/legal-finding';
import type { OfferStatus } from '../../../shared/domain/offer';
import { faultsOfOffer, type FormState } from '../../../shared/domain/offer-faults';
import { offerFormSchema, type OfferForm } from '../../../shared/domain/offer-form';
import {
  afterAction,
  asksForReason,
  closedOnAfter,
  type OfferAction,
  type OfferStanding,
} from '../../../shared/domain/offer-life-cycle';
import { withReadTerms } from '../../../shared/domain/reading/with-read-terms';
import { localDay } from '../../../shared/util/local-day';
import type { CompanyService } from '../companies/company-service';
import { removeUnusedOwners } from '../companies/made-owner-service';
import type { Database, WriteDb } from '../db/open';
import type { Clock } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { alikeOffers } from './alike-offers';
import { detectLanguage } from './detect-language';
import { legalFactsOf } from './legal-facts';
import * as editRepository from './offer-edit-repository';
import type { Moment, StoredEdit } from './offer-edit-repository';
import { forgetFormerNames, namesOf } from './offer-names';
import { deletedOffers, emptyTrash, putBack, takeOut, wasSent } from './offer-trash';

/** An offer after something was stored of it. */
export interface SavedOffer {
  readonly offerId: OfferId;
  readonly revision: number;
  readonly status: OfferStatus;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

export interface SaveRequest {
  /** Null makes a new draft. */
  readonly offerId: OfferId | null;
  /** What the form was read from; null for a new one. */
  readonly revision: number | null;
  readonly form: OfferForm;
  /** Whether the names of company and contact are typed to the end, so that they may become records. */
  readonly hasNames: boolean;
}

export interface ActRequest {
  readonly offerId: OfferId;
  /** Null acts on the offer whatever it says by now. */
  readonly revision: number | null;
  readonly action: OfferAction;
  readonly reason: string | null;
}

/** An offer after an action, with where it stood before. */
export interface ActedOffer extends SavedOffer {
  readonly former: OfferStanding;
}

export interface TakeBackRequest {
  readonly offerId: OfferId;
  /** The revision that the action left. */
  readonly revision: number;
  readonly former: OfferStanding;
}

export interface OfferEditingService {
  /** What the editor starts from. Throws `not-found`. */
  read(offerId: OfferId): SavedOffer & { readonly form: OfferForm };
  /**
   * Stores a form. A form that says nothing new changes nothing. Throws `not-found`, and `conflict` (`offer-changed`)
   * when the offer is no longer what the form was read from, and `invalid-input` with the `field` and what is wrong with it.
   */
  save(request: SaveRequest): Promise<SavedOffer>;
  /** Publishes, withdraws, closes or opens again; throws as `save`, and `action-impossible`, `closing-reason-missing`. */
  act(request: ActRequest): Promise<ActedOffer>;
  /** The same within a transaction that is open already. */
  actIn(db: WriteDb, request: ActRequest): ActedOffer;
  /** Lets an offer stand again where it stood before an action. Throws as `save`, once somebody changed it since. */
  takeBack(request: TakeBackRequest): Promise<SavedOffer>;
  /** A draft that says the same, without dates of its own past. Throws `not-found`. */
  duplicate(offerId: OfferId): Promise<SavedOffer>;
  /** Deletes an offer, which can be put back for a month. Throws `not-found`, `conflict` (`offer-sent`) once it was sent. */
  remove(offerId: OfferId): Promise<void>;
  /** Work that has to follow a deletion, or its taking back, in the same transaction. */
  onComeOrGone(listener: (db: WriteDb) => void): void;
  /**
   * Takes a deletion back; the offer waits for its ranking then. Throws `not-found` once it is forgotten, and
   * `conflict` when another has its reference, or (`import-undone`) when its import was undone, which removes it too.
   */
  restore(offerId: OfferId): Promise<void>;
  /** The deleted offers that can be put back, the latest first. */
  deleted(): DeletedOffer[];
  /** Forgets the deletions that cannot be taken back any more, or all of them, with the companies and contacts that only they kept. */
  emptyTrash(what?: 'old' | 'all'): Promise<void>;
  /** Offers that say the same as a form or nearly; `offerId` is the form's own. */
  alike(form: OfferForm, offerId: OfferId | null): readonly AlikeOffer[];
  /** What the law has to say of a form, with the terms that its text names where the form leaves them open. */
  check(form: OfferForm, offerId: OfferId | null): Promise<readonly LegalFinding[]>;
}

export interface OfferEditingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settingService: SettingService;
  readonly companyService: CompanyService;
}

export function createOfferEditingService(parts: OfferEditingParts): OfferEditingService {
  const { database, clock, settingService, companyService } = parts;
  const momentIn = (db: WriteDb): Moment => ({
    at: clock.now().toISOString(),
    yearStart: settingService.get(db).academicYearStart,
  });
  const listeners: ((db: WriteDb) => void)[] = [];
  const today = (): string => localDay(clock.now());

  const write = (db: WriteDb, old: StoredEdit, form: OfferForm, next: NextState): SavedOffer => {
    const moment = momentIn(db);
    const { status, closingReason, closedFrom, closedReason, closedOn } = next;
    const names = namesOf(db, companyService, old, { form, ...next });
    const state = { status, closingReason, closedFrom, closedReason, closedOn, ...names };
    const revision = editRepository.updateEdit(db, old, form, state, moment);
    forgetFormerNames(db, old);
    return { offerId: old.record.id, revision, status, savedAt: moment.at };
  };

  const create = (db: WriteDb, form: OfferForm): SavedOffer => {
    const moment = momentIn(db);
    const owner = editRepository.knownCompany(db, form.companyName);
    const made = editRepository.nothingMade;
    const state = { ...draftStanding, owner, isTyping: true, made };
    const offerId = editRepository.insertEdit(db, form, state, moment);
    return { offerId, revision: 1, status: 'draft', savedAt: moment.at };
  };

  const actIn = (db: WriteDb, { offerId, revision, action, reason }: ActRequest): ActedOffer => {
    const stored = found(editRepository.findEdit(db, offerId), offerId);
    const old = revision === null ? stored : unchanged(stored, revision);
    const next = afterAction({ status: old.record.status, closedFrom: old.closedFrom }, action);
    if (!next) throw new AppError('conflict', `A ${old.record.status} offer: ${action}?`, 'action-impossible');
    if (action === 'publish') refuse(old.form, null, { isPublished: true, hasNames: true });
    if (asksForReason(action) && reason === null) {
      throw new AppError('invalid-input', `${action}: why?`, 'closing-reason-missing', { field: 'reason' });
    }
    const form = action === 'publish' ? { ...old.form, postedOn: old.form.postedOn ?? today() } : old.form;
    const former = standingOf(old);
    const closing = asksForReason(action)
      ? { closingReason: reason, closedReason: former.closingReason }
      : { closingReason: action === 'reopen' ? former.closedReason : null, closedReason: null };
    const closedOn = closedOnAfter(former, next, today());
    return { ...write(db, old, form, { ...next, ...closing, closedOn, hasNames: true }), former };
  };

  return {
    read(offerId) {
      const { record, form } = found(editRepository.findEdit(database.read, offerId), offerId);
      return { ...savedOf(record), form };
    },

    save: ({ offerId, revision, form, hasNames }) =>
      database.write((db) => {
        if (offerId === null) {
          refuse(form, null, { isPublished: false, hasNames });
          return create(db, form);
        }
        const old = unchanged(found(editRepository.findEdit(db, offerId), offerId), revision);
        refuse(form, old.form, { isPublished: old.record.status !== 'draft', hasNames });
        const waits = old.isTyping && hasNames && old.record.status !== 'draft';
        if (!waits && saysTheSame(old.form, form)) return savedOf(old.record);
        return write(db, old, form, { ...standingOf(old), hasNames });
      }),

    act: (request) => database.write((db) => actIn(db, request)),
    actIn,

    takeBack: ({ offerId, revision, former }) =>
      database.write((db) => {
        const old = unchanged(found(editRepository.findEdit(db, offerId), offerId), revision);
        return write(db, old, { ...old.form, postedOn: former.postedOn }, { ...former, hasNames: true });
      }),

    duplicate: (offerId) =>
      database.write((db) => {
        const { form } = found(editRepository.findEdit(db, offerId), offerId);
        return create(db, { ...form, postedOn: null, expiresOn: null });
      }),

    remove: (offerId) =>
      database.write((db) => {
        found(editRepository.findEdit(db, offerId), offerId);
        if (wasSent(db, offerId)) {
          throw new AppError('conflict', `Offer ${offerId} was transmitted.`, 'offer-sent', { offerId });
        }
        takeOut(db, offerId, clock.now());
        for (const listener of listeners) listener(db);
      }),
    onComeOrGone: (listener) => void listeners.push(listener),

    restore: (offerId) =>
      database.write((db) => {
        const outcome = putBack(db, offerId, clock.now());
        if (outcome === 'taken') throw new AppError('conflict', `Offer ${offerId} has come again meanwhile.`);
        if (outcome === 'undone') {
          throw new AppError('conflict', `The import of offer ${offerId} was undone.`, 'import-undone', { offerId });
        }
        if (outcome === 'gone') throw new AppError('not-found', `Offer ${offerId} is not kept any more.`);
        companyService.settle(db);
        for (const listener of listeners) listener(db);
      }),

    deleted: () => deletedOffers(database.read, clock.now()),

    async emptyTrash(what) {
      await database.write(async (db) => {
        const { made, undoneIds } = emptyTrash(db, clock.now(), what);
        removeUnusedOwners(db, made);
        for (const importId of undoneIds) await companyService.removeUnused(db, importId);
      });
      if (what === 'all') await database.emptyJournal();
    },

    alike: (form, offerId) => alikeOffers(database.read, form, offerId),

    async check(form, offerId) {
      const writtenIn = await detectLanguage(form.description);
      const on = today();
      return checkOffer(legalFactsOf(database.read, withReadTerms(form, on), { offerId, writtenIn, today: on }), on);
    },
  };
}

interface NextState extends Omit<OfferStanding, 'postedOn'> {
  readonly hasNames: boolean;
}

const draftStanding = {
  status: 'draft',
  closingReason: null,
  closedFrom: null,
  closedReason: null,
  closedOn: null,
} as const;

function standingOf({ record, closedFrom, closedReason, closedOn }: StoredEdit): OfferStanding {
  const { status, closingReason, postedOn } = record;
  return { status, closingReason, closedFrom, closedReason, closedOn, postedOn };
}

function found(edit: StoredEdit | null, offerId: OfferId): StoredEdit {
  if (!edit) throw new AppError('not-found', `There is no offer ${offerId}.`, null, { offerId });
  return edit;
}

function unchanged(edit: StoredEdit, revision: number | null): StoredEdit {
  if (edit.record.revision === revision) return edit;
  const details = { offerId: edit.record.id, revision: edit.record.revision };
  throw new AppError('conflict', 'The offer was changed elsewhere.', 'offer-changed', details);
}

function savedOf({ id, revision, status, updatedAt }: StoredEdit['record']): SavedOffer {
  return { offerId: id, revision, status, savedAt: updatedAt };
}

/** Throws for what must not be stored. */
function refuse(form: OfferForm, stored: OfferForm | null, state: FormState): void {
  const [fault] = faultsOfOffer(form, stored, state);
  if (!fault) return;
  throw new AppError('invalid-input', `The field ${fault.field} is not right.`, fault.reason, { field: fault.field });
}

/** The schema brings the fields of both into one order. */
function saysTheSame(one: OfferForm, other: OfferForm): boolean {
  return JSON.stringify(offerFormSchema.parse(one)) === JSON.stringify(offerFormSchema.parse(other));
}
