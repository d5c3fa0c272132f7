import type { z } from 'zod';
import type { OfferFilter, offers } from '../../../shared/contract/offers';
import { AppError } from '../../../shared/domain/app-error';
import type { ImportId, OfferId } from '../../../shared/domain/ids';
import type { RedoCounts, UndoCounts } from '../../../shared/domain/import';
import type { MatchOutcome, Offer } from '../../../shared/domain/offer';
import { localDay } from '../../../shared/util/local-day';
import type { CompanyService } from '../companies/company-service';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import type { FieldDesk } from '../db/hand-edits';
import { countMade, type IntakeOptions } from '../db/provenance';
import { bringBack, putForward, type Comeback } from '../db/redo-rows';
import { formerRows, putAllBack, type Former } from '../db/undo-rows';
import type { Clock } from '../ports';
import { readPlace, readPlacesOfImport } from '../places/place-service';
import type { SettingService } from '../settings/setting-service';
import { followCompany } from './follow-company';
import type { DatedFilter } from './offer-conditions';
import { offerFacets } from './offer-facets';
import { openOfferFieldDesk } from './offer-field-desk';
import { underItsCompany } from './offer-content';
import { countNewOffersAtOnce } from './new-offer-blocks';
import { openOfferIntake, type OfferIntake } from './offer-intake';
import * as offerRepository from './offer-repository';
import { sharedReference } from './shared-reference';

export type OfferListRequest = z.output<typeof offers.list.input>;
export type { OfferIntake } from './offer-intake';
export { levelMaskOf } from './offer-columns';

export interface OfferService {
  list(request: OfferListRequest): z.input<typeof offers.list.output>;
  /** Throws `not-found`. Within a transaction, as that has left it. */
  get(offerId: OfferId, db?: ReadDb): Offer;
  due(): z.input<typeof offers.due.output>;
  facets(asked?: z.output<typeof offers.facets.input>): z.input<typeof offers.facets.output>;
  count(filter: OfferFilter): number;
  countByOutcome(): Record<MatchOutcome, number>;
  /** The ids of the offers that a filter keeps, the newest first, at most `limit`. */
  ids(filter: OfferFilter, limit: number): OfferId[];
  /** All offers that a filter keeps, by id, read a stretch at a time; several may be asked to go on at once. */
  all(filter: OfferFilter): Iterable<Offer>;
  /** The reference under which an offer without a public one goes to other universities. */
  sharedReference(offerId: OfferId): string;
  /** Takes offers in, inside of a transaction; companies and contacts are found or made. */
  openIntake(db: WriteDb, importId: ImportId | null, options?: IntakeOptions): OfferIntake;
  /** Has what a transaction inserts from now on counted together, by the function that is answered with, before its end. */
  countNewAtOnce(db: WriteDb): () => void;
  /** Exchanges single fields of offers between a person and a file, inside of a transaction. */
  openFieldDesk(db: WriteDb): FieldDesk;
  /** Takes back the offers that an import made and changed, and the companies and contacts it made on the way. */
  undoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<UndoCounts>;
  /** Puts in place again what that took back. */
  redoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<RedoCounts>;
}

export interface OfferParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settingService: SettingService;
  readonly companyService: CompanyService;
}

/** An offer of the same reference, or of the same content where it has none. */
const twin = `select id from offer where external_id = @external_id and source = @source and import_id is not @import_id
  union all
  select id from offer where @external_id is null and external_id is null and content_hash = @content_hash
    and import_id is not @import_id`;

/** Whole offers read at once by `all`. */
const stretch = 500;

export function createOfferService(parts: OfferParts): OfferService {
  const { database, clock, settingService, companyService } = parts;
  settingService.onChange((db, now, before) => {
    const { month, day } = now.academicYearStart;
    if (month === before.academicYearStart.month && day === before.academicYearStart.day) return;
    offerRepository.moveAcademicYears(db, now.academicYearStart);
  });
  companyService.onMoved((db, offerIds) => {
    for (const offerId of offerIds) followCompany(db, offerId);
  });
  const dated = (filter: OfferFilter): DatedFilter => ({ ...filter, today: localDay(clock.now()) });
  const count = (filter: OfferFilter): number => offerRepository.count(database.read, dated(filter));
  const openIntake: OfferService['openIntake'] = (db, importId, options = {}) => {
    const origin = { importId, at: clock.now().toISOString(), ...options };
    const companies = companyService.openIntake(db, importId, { keepsKnown: options.keepsKnown });
    const { academicYearStart: yearStart, universityName } = settingService.get(db);
    return openOfferIntake(db, { companies, origin, yearStart, universityName });
  };
  return {
    list: ({ filter, sort, page, pageSize }) => ({
      rows: offerRepository.page(database.read, dated(filter), sort, { page, pageSize }),
      total: count(filter),
    }),
    get(offerId, db = database.read) {
      const offer = offerRepository.find(db, offerId);
      if (!offer) throw new AppError('not-found', `There is no offer ${offerId}.`, null, { offerId });
      return offer;
    },
    due: () => ({
      ...{ expired: count({ due: 'expired' }), expiring: count({ due: 'expiring' }) },
      ...{ 'past-start': count({ due: 'past-start' }), drafts: count({ status: 'draft' }) },
    }),
    facets: ({ isDeposited = false } = {}) => offerFacets(database.read, isDeposited),
    count,
    ids: (filter, limit) =>
      offerRepository.ids(
        database.read,
        dated(filter),
        { by: 'postedOn', direction: 'desc' },
        { page: 0, pageSize: limit },
      ),
    countByOutcome: () => offerRepository.countByOutcome(database.read),
    *all(filter) {
      let after = 0;
      while (true) {
        const ids = offerRepository.nextIds(database.read, dated(filter), after, stretch);
        yield* offerRepository.findAll(database.read, ids);
        const last = ids.at(-1);
        if (last === undefined || ids.length < stretch) return;
        after = last;
      }
    },
    sharedReference: (offerId) => sharedReference(database.read, offerId),
    openIntake,
    countNewAtOnce: countNewOffersAtOnce,
    openFieldDesk: (db) => openOfferFieldDesk(db, openIntake(db, null), companyService.openIntake(db, null)),
    async undoImport(db, importId, afterTurn) {
      const owner = { importId, kind: 'offer' } as const;
      const former = formerRows(db, importId, 'offer');
      const follow = ({ id }: Former) => followOthers(db, id);
      const waiting = await putAllBack(db, owner, former.unchanged, { follow, afterTurn });
      const made = countMade(db, 'offer', importId);
      const removed = await offerRepository.removeMadeBy(db, importId, afterTurn);
      const left = await putAllBack(db, owner, waiting, { follow, afterTurn });
      const onTheWay = await companyService.takeBack(db, importId, afterTurn);
      companyService.settle(db);
      return {
        removed,
        restored: former.unchanged.length - left.length + onTheWay.restored,
        kept: made - removed + former.changedSince + left.length + onTheWay.kept,
      };
    },
    async redoImport(db, importId, afterTurn) {
      const redo = { importId, places: new Map<string, number>(), afterTurn };
      const onTheWay = await companyService.putInPlace(db, redo);
      const comeback: Comeback = { kind: 'offer', twin, complete: (snapshot) => underItsCompany(db, snapshot) };
      const back = await bringBack(db, redo, comeback);
      const changed = await putForward(db, redo, 'offer', (id) => followOthers(db, id));
      readPlacesOfImport(db, importId);
      companyService.settle(db);
      return {
        restored: back.restored + changed.restored + onTheWay.changed.restored,
        kept: back.kept + changed.kept + onTheWay.changed.kept,
      };
    },
  };
}

/** What an offer that came back says of others, who may be called otherwise by now. */
function followOthers(db: WriteDb, offerId: number): void {
  offerRepository.readCompanyKey(db, offerId);
  readPlace(db, offerId);
}
