import type { z } from 'zod';
import type {
  Addressee,
  Candidate,
  Transmission,
  TransmissionFilter,
  TransmissionRow,
  transmissions,
  WaitingPair,
} from '../../../shared/contract/transmissions';
import { AppError } from '../../../shared/domain/app-error';
import { chosenOf } from '../../../shared/domain/decision';
import type { DecisionId, FormationId, OfferId, TransmissionId } from '../../../shared/domain/ids';
import { afterAction } from '../../../shared/domain/offer-life-cycle';
import { afterEvent, remindersDueBefore } from '../../../shared/domain/transmission';
import { grouped } from '../../../shared/util/grouped';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { DecisionService } from '../decisions/decision-service';
import type { MatchingService } from '../matching/matching-service';
import type { OfferEditingService } from '../offers/offer-editing-service';
import type { OfferService } from '../offers/offer-service';
import type { Clock } from '../ports';
import type { SettingService } from '../settings/setting-service';
import * as transmissionRepository from './transmission-repository';
import type { NewEvent, NewTransmission } from './transmission-repository';
import * as waitingRepository from './waiting-repository';

type Request<P extends keyof typeof transmissions> = z.output<(typeof transmissions)[P]['input']>;
type Answer<P extends keyof typeof transmissions> = z.input<(typeof transmissions)[P]['output']>;

export interface TransmissionService {
  list(request: Request<'list'>): Answer<'list'>;
  /** All lines of the register that a filter keeps, the last changed first. */
  all(filter: TransmissionFilter): readonly TransmissionRow[];
  count(filter: TransmissionFilter): number;
  /** Throws `not-found`. */
  get(transmissionId: TransmissionId): Transmission;
  counts(): Answer<'counts'>;
  /** Whom an offer may be transmitted to. Throws `not-found`. */
  plan(request: Request<'plan'>): Answer<'plan'>;
  toSend(): Answer<'toSend'>;
  toRemind(): Answer<'toRemind'>;
  /** Keeps that files were made; `conflict` (`action-impossible`) when one is with its manager already. */
  keepPrepared(made: readonly NewTransmission[]): Promise<readonly TransmissionId[]>;
  /** Keeps what a person says of transmissions, all or none. Throws `not-found`, `conflict` (`action-impossible`). */
  say(request: Request<'say'>): Promise<number[]>;
  /** Takes events back, all or none. Throws `not-found`, `conflict` (`action-impossible`). */
  undo(eventIds: readonly number[]): Promise<void>;
}

export interface TransmissionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settingService: SettingService;
  readonly offerService: Pick<OfferService, 'get'>;
  readonly offerEditingService: Pick<OfferEditingService, 'actIn'>;
  readonly decisionService: Pick<DecisionService, 'choicesOf' | 'chooseIn' | 'takeBackIn'>;
  readonly matchingService: Pick<MatchingService, 'ofOffer'>;
}

/** Proposals to choose from where nobody chose yet. */
const proposedAtMost = 3;
/** As many pairs as one goes through at a time. */
const pairsShown = 500;

export function createTransmissionService(parts: TransmissionParts): TransmissionService {
  const { database, clock, settingService, offerService, offerEditingService } = parts;
  const { decisionService, matchingService } = parts;
  const dueBefore = (): string => remindersDueBefore(clock.now(), settingService.get().reminderAfterDays);
  const eventOf = (db: ReadDb, kind: NewEvent['kind']): NewEvent => {
    const personName = settingService.get(db).personName?.trim() || null;
    return { kind, at: clock.now().toISOString(), personName };
  };

  /** The offer is transmitted once the first manager has it. */
  const transmit = (db: WriteDb, offerId: OfferId): boolean => {
    const { status } = offerService.get(offerId, db);
    if (afterAction({ status, closedFrom: null }, 'transmit') === null) return false;
    offerEditingService.actIn(db, { offerId, revision: null, action: 'transmit', reason: null });
    return true;
  };
  /** To be called before the last delivery is taken back: without any, the offer is open again. */
  const takeTransmitBack = (db: WriteDb, offerId: OfferId): boolean => {
    if (offerService.get(offerId, db).status !== 'transmitted') return false;
    if (!transmissionRepository.hangsOnOneDelivery(db, offerId)) return false;
    offerEditingService.actIn(db, { offerId, revision: null, action: 'withdraw', reason: null });
    return true;
  };
  /** Whoever sends an offer to a formation has chosen it; with what the ranking says of it at that moment. */
  const choose = (db: WriteDb, offerId: OfferId, formationId: FormationId | null): DecisionId | null => {
    if (formationId === null) return null;
    const { matches, modelId } = matchingService.ofOffer(offerId);
    const match = matches.find(({ formation }) => formation.id === formationId);
    const shown = match && modelId !== null ? { modelId, rank: match.rank, score: match.score } : null;
    return decisionService.chooseIn(db, offerId, formationId, shown);
  };
  /** What an event changes beside the transmission, in the same transaction. */
  const consequencesOf = (
    db: WriteDb,
    kind: NewEvent['kind'],
    { offerId, formationId }: Pick<TransmissionRow, 'offerId' | 'formationId'>,
  ): Pick<NewEvent, 'changedOffer' | 'decisionId'> => {
    if (kind === 'bounced') return { changedOffer: takeTransmitBack(db, offerId) };
    if (kind !== 'sent') return {};
    if (offerService.get(offerId, db).status === 'draft') {
      throw new AppError('conflict', 'The offer was withdrawn meanwhile.', 'offer-withdrawn');
    }
    return { changedOffer: transmit(db, offerId), decisionId: choose(db, offerId, formationId) };
  };
  const takeConsequencesBack = (
    db: WriteDb,
    offerId: OfferId,
    undone: ReturnType<typeof transmissionRepository.eventsOf>[number],
  ): boolean => {
    if (undone.decisionId !== null) decisionService.takeBackIn(db, undone.decisionId);
    if (undone.kind === 'sent') return takeTransmitBack(db, offerId);
    return undone.kind === 'bounced' && undone.changedOffer && transmit(db, offerId);
  };
  /** A draft to a former address, or to a former manager, has been replaced: nobody is going to send it. */
  const dropFormerDrafts = (db: WriteDb, kept: TransmissionId, { offerId, formationId }: NewTransmission): void => {
    for (const id of transmissionRepository.preparedOf(db, offerId, formationId)) {
      let { state, undoable } = transmissionRepository.standing(db, id);
      while (id !== kept && state === 'prepared' && undoable !== null) {
        transmissionRepository.append(db, id, { ...eventOf(db, 'undone'), undoes: undoable });
        ({ state, undoable } = transmissionRepository.standing(db, id));
      }
    }
  };

  return {
    list: ({ filter, sort, ...request }) => ({
      rows: transmissionRepository.page(database.read, filter, sort, request, dueBefore()),
      total: transmissionRepository.count(database.read, filter, dueBefore()),
    }),

    all: (filter) => {
      const sort = { by: 'changedAt', direction: 'desc' } as const;
      const everything = { page: 0, pageSize: Number.MAX_SAFE_INTEGER };
      return transmissionRepository.page(database.read, filter, sort, everything, dueBefore());
    },

    count: (filter) => transmissionRepository.count(database.read, filter, dueBefore()),

    get(transmissionId) {
      const row = transmissionRepository.find(database.read, transmissionId, dueBefore());
      if (!row) throw missing(transmissionId);
      const events = transmissionRepository.eventsOf(database.read, transmissionId);
      const undone = new Set(events.map(({ undoes }) => undoes));
      const kindOf = new Map(events.map(({ id, kind }) => [id, kind]));
      return {
        ...row,
        history: events.map(({ id, kind, at, personName, reason, note, undoes }) => ({
          ...{ id, kind, at, personName, reason, note, isUndone: undone.has(id) },
          undoes: (undoes === null ? undefined : kindOf.get(undoes)) ?? null,
        })),
        undoable: transmissionRepository.standing(database.read, transmissionId).undoable,
      };
    },

    counts: () => waitingRepository.counts(database.read, dueBefore()),

    plan({ offerId, formationIds }) {
      const { title, company, city, status } = offerService.get(offerId);
      const choices = decisionService
        .choicesOf(offerId)
        .map((choice) => ({ ...choice, formationId: choice.formation.id }));
      const chosen = chosenOf(choices);
      const decided = new Set(choices.map(({ formationId }) => formationId));
      const { matches } = matchingService.ofOffer(offerId);
      const open = matches.map(({ formation }) => formation.id).filter((id) => !decided.has(id));
      const proposed = chosen.length > 0 ? [] : open.slice(0, proposedAtMost);
      const order = [...new Set<FormationId>([...chosen, ...proposed, ...formationIds])];
      const scores = new Map(matches.map(({ formation, score }) => [formation.id, score]));
      const known = waitingRepository.addressed(database.read, offerId, order);
      const candidates = order.flatMap((id): Candidate[] => {
        const formation = known.find(({ formationId }) => formationId === id);
        return formation ? [{ ...formation, isChosen: chosen.includes(id), score: scores.get(id) ?? null }] : [];
      });
      return { offerId, title, company: company?.name ?? null, city, status, candidates };
    },

    toSend() {
      const { pairs, total } = waitingRepository.waitingPairs(database.read, pairsShown);
      const groups = new Map<
        Addressee['id'] | null,
        { readonly manager: Addressee | null; readonly pairs: WaitingPair[] }
      >();
      for (const { pair, manager } of pairs) {
        const key = manager?.id ?? null;
        const group = groups.get(key) ?? { manager, pairs: [] };
        group.pairs.push(pair);
        groups.set(key, group);
      }
      const all = [...groups.values()];
      const isReached = ({ manager }: (typeof all)[number]): boolean => Boolean(manager?.email);
      return { groups: [...all.filter((group) => !isReached(group)), ...all.filter(isReached)], total };
    },

    toRemind() {
      const filter = { due: 'yes' } as const;
      const sort = { by: 'sentAt', direction: 'asc' } as const;
      const first = { page: 0, pageSize: pairsShown };
      const rows = transmissionRepository.page(database.read, filter, sort, first, dueBefore());
      const groups = grouped(rows, ({ managerEmail }) => managerEmail.toLowerCase()).map((ofOne) => {
        const { managerName, managerEmail } = ofOne[0];
        return { managerName, managerEmail, rows: [...ofOne] };
      });
      return { groups, total: transmissionRepository.count(database.read, filter, dueBefore()) };
    },

    keepPrepared: (made) =>
      database.write((db) => {
        const event = eventOf(db, 'prepared');
        return made.map((transmission) => {
          const id = transmissionRepository.findOrInsert(db, transmission, event.at);
          check(db, id, 'prepared');
          transmissionRepository.append(db, id, event);
          dropFormerDrafts(db, id, transmission);
          return id;
        });
      }),

    say: ({ transmissionIds, kind, reason, note }) =>
      database.write((db) =>
        [...new Set(transmissionIds)].map((id) => {
          if (kind === 'refused' && reason === null) {
            throw new AppError('invalid-input', 'Refused: why?', 'refusal-reason-missing', { field: 'reason' });
          }
          const row = transmissionRepository.find(db, id, '');
          if (!row) throw missing(id);
          check(db, id, kind);
          const said = { reason: kind === 'refused' ? reason : null, note: note?.trim() || null };
          const consequences = consequencesOf(db, kind, row);
          return transmissionRepository.append(db, id, { ...eventOf(db, kind), ...said, ...consequences });
        }),
      ),

    undo: (eventIds) =>
      database.write((db) => {
        for (const eventId of eventIds) {
          const owner = transmissionRepository.ownerOf(db, eventId);
          if (!owner) throw new AppError('not-found', `There is no event ${eventId}.`, null, { eventId });
          if (transmissionRepository.standing(db, owner.transmissionId).undoable !== eventId) {
            throw new AppError('conflict', 'Something was said since.', 'action-impossible');
          }
          const changedOffer = takeConsequencesBack(db, owner.offerId, owner.event);
          const undoing = { ...eventOf(db, 'undone'), undoes: eventId, changedOffer };
          transmissionRepository.append(db, owner.transmissionId, undoing);
        }
      }),
  };
}

function check(db: ReadDb, id: TransmissionId, kind: NewEvent['kind']): void {
  const { state } = transmissionRepository.standing(db, id);
  if (afterEvent(state, kind) === null) {
    throw new AppError('conflict', `A ${state} transmission: ${kind}?`, 'action-impossible');
  }
}

function missing(transmissionId: TransmissionId): AppError {
  return new AppError('not-found', `There is no transmission ${transmissionId}.`, null, { transmissionId });
}
