import type { z } from 'zod';
import type { DecisionQuality, decisions } from '../../../shared/contract/decisions';
import { AppError } from '../../../shared/domain/app-error';
import {
  choicesAfter,
  historyOf,
  undoings,
  type Choice,
  type DecisionEvent,
  type NamedChoice,
  type OfferDecisions,
  type ShownMatch,
} from '../../../shared/domain/decision';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import type { FormationName } from '../../../shared/domain/match';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { Clock } from '../ports';
import type { SettingService } from '../settings/setting-service';
import * as decisionRepository from './decision-repository';

export type DecideRequest = z.output<typeof decisions.decide.input>;
export type MoveRequest = z.output<typeof decisions.move.input>;
export type AnnotateRequest = z.output<typeof decisions.annotate.input>;

/** Every change answers with the decision that was written, null when all was so already. */
export interface DecisionService {
  /** What was decided on an offer. Throws `not-found`. */
  ofOffer(offerId: OfferId): OfferDecisions;
  /** How the decided formations of an offer stand; none for an offer that nobody decided on, or that is gone. */
  choicesOf(offerId: OfferId): readonly NamedChoice[];
  /** The formations that a person accepted or added, in the person's order. Throws `not-found`. */
  chosenFormations(offerId: OfferId): readonly FormationId[];
  /** Accepts, rejects or adds a formation, or leaves it to the ranking. Throws `not-found`. */
  decide(request: DecideRequest): Promise<DecisionId | null>;
  /** Gives a chosen formation a place, from 1. Throws `not-found` when it is not chosen. */
  move(request: MoveRequest): Promise<DecisionId | null>;
  /** Changes the note of a decided formation. Throws `not-found` when nothing is decided on it. */
  annotate(request: AnnotateRequest): Promise<DecisionId | null>;
  /** Undoes a decision or an undoing. Throws `not-found`. */
  takeBack(decisionId: DecisionId): Promise<DecisionId | null>;
  /**
   * Chooses a formation because the offer was transmitted to it, in a transaction that is under way; null when it is
   * chosen already. `shown` is its place in the ranking, null for one that is not proposed.
   */
  chooseIn(db: WriteDb, offerId: OfferId, formationId: FormationId, shown: ShownMatch | null): DecisionId | null;
  /** `takeBack` in a transaction that is under way; a decision that is gone is passed over. */
  takeBackIn(db: WriteDb, decisionId: DecisionId): DecisionId | null;
  /** How the proposals that were shown stood the test. */
  quality(): DecisionQuality;
}

export interface DecisionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settingService: SettingService;
}

export function createDecisionService({ database, clock, settingService }: DecisionParts): DecisionService {
  // What was decided here since the start, before anybody was asked for a name, is the one's who then gives it. What an
  // earlier start left without a name, or what followed a name that was taken away, may be somebody else's.
  let unsigned: DecisionId[] = [];
  settingService.onChange((db, { personName }, before) => {
    if (personName === before.personName) return;
    const person = trimmed(personName);
    if (before.personName === null && person !== null) decisionRepository.sign(db, unsigned, person);
    unsigned = [];
  });

  type Said = Pick<DecisionEvent, 'kind' | 'formationId'> & Partial<DecisionEvent>;
  const write = (db: WriteDb, offerId: OfferId, said: Said): DecisionId => {
    const { personName } = settingService.get(db);
    const person = trimmed(personName);
    const at = clock.now().toISOString();
    const nothing = { place: null, targetId: null, note: null, shown: null };
    const decisionId = decisionRepository.append(db, offerId, { ...nothing, ...said, person, at });
    if (personName === null && !decisionRepository.isAnySigned(db)) unsigned.push(decisionId);
    keepChoices(db, offerId);
    return decisionId;
  };

  /** Undefined when there is no such decision. */
  const takeBackIn = (db: WriteDb, decisionId: DecisionId): DecisionId | null | undefined => {
    const offerId = decisionRepository.offerOf(db, decisionId);
    const events = offerId === null ? [] : decisionRepository.eventsOf(db, offerId);
    const target = events.find(({ id }) => id === decisionId);
    if (offerId === null || !target) return undefined;
    if (undoings(events).has(decisionId)) return null;
    return write(db, offerId, { kind: 'taken-back', formationId: target.formationId, targetId: decisionId });
  };

  return {
    ofOffer(offerId) {
      checkOffer(database.read, offerId);
      const events = decisionRepository.eventsOf(database.read, offerId);
      const names = decisionRepository.namesOf(database.read, offerId);
      return { offerId, choices: [...named(choicesAfter(events), names)], history: [...told(events, names)] };
    },

    choicesOf(offerId) {
      if (!decisionRepository.hasChoices(database.read, offerId)) return [];
      const events = decisionRepository.eventsOf(database.read, offerId);
      return named(choicesAfter(events), decisionRepository.namesOf(database.read, offerId));
    },

    chosenFormations(offerId) {
      checkOffer(database.read, offerId);
      return decisionRepository.chosenFormations(database.read, offerId);
    },

    decide: ({ offerId, formationId, kind, note, shown }) =>
      database.write((db) => {
        checkPair(db, offerId, formationId);
        const state = standingOf(db, offerId, formationId)?.state ?? 'cleared';
        if (state === kind && note === null) return null;
        return write(db, offerId, { kind, formationId, note: trimmed(note), shown });
      }),

    move: ({ offerId, formationId, place }) =>
      database.write((db) => {
        checkPair(db, offerId, formationId);
        const standing = standingOf(db, offerId, formationId);
        if (!standing || standing.place === null) throw notDecided(formationId);
        return standing.place === place ? null : write(db, offerId, { kind: 'moved', formationId, place });
      }),

    annotate: ({ offerId, formationId, note }) =>
      database.write((db) => {
        checkPair(db, offerId, formationId);
        const standing = standingOf(db, offerId, formationId);
        if (!standing) throw notDecided(formationId);
        if (standing.note === trimmed(note)) return null;
        return write(db, offerId, { kind: 'noted', formationId, note: trimmed(note) });
      }),

    takeBack: (decisionId) =>
      database.write((db) => {
        const written = takeBackIn(db, decisionId);
        if (written !== undefined) return written;
        throw new AppError('not-found', `There is no decision ${decisionId}.`, null, { decisionId });
      }),

    chooseIn(db, offerId, formationId, shown) {
      const state = standingOf(db, offerId, formationId)?.state;
      if (state === 'accepted' || state === 'added') return null;
      return write(db, offerId, { kind: shown === null ? 'added' : 'accepted', formationId, shown });
    },

    takeBackIn: (db, decisionId) => takeBackIn(db, decisionId) ?? null,

    quality: () => decisionRepository.quality(database.read),
  };
}

/** Writes anew what follows from all decisions on an offer; for whoever brings an offer with its decisions back. */
export function keepChoices(db: WriteDb, offerId: OfferId): void {
  decisionRepository.replaceChoices(db, offerId, choicesAfter(decisionRepository.eventsOf(db, offerId)));
}

function standingOf(db: ReadDb, offerId: OfferId, formationId: FormationId): Choice | null {
  const choices = choicesAfter(decisionRepository.eventsOf(db, offerId));
  return choices.find((choice) => choice.formationId === formationId) ?? null;
}

function checkOffer(db: ReadDb, offerId: OfferId): void {
  if (decisionRepository.hasOffer(db, offerId)) return;
  throw new AppError('not-found', `There is no offer ${offerId}.`, null, { offerId });
}

function checkPair(db: ReadDb, offerId: OfferId, formationId: FormationId): void {
  checkOffer(db, offerId);
  if (decisionRepository.hasFormation(db, formationId)) return;
  throw new AppError('not-found', `There is no formation ${formationId}.`, null, { formationId });
}

function notDecided(formationId: FormationId): AppError {
  return new AppError('not-found', `Nothing is decided on formation ${formationId}.`, null, { formationId });
}

function trimmed(text: string | null): string | null {
  const kept = text?.trim() ?? '';
  return kept === '' ? null : kept;
}

type Names = ReadonlyMap<FormationId, FormationName>;

function named(choices: readonly Choice[], names: Names): readonly NamedChoice[] {
  return choices.flatMap(({ formationId, ...choice }) => {
    const formation = names.get(formationId);
    return formation ? [{ ...choice, formation }] : [];
  });
}

function told(events: readonly DecisionEvent[], names: Names): OfferDecisions['history'] {
  return historyOf(events).flatMap(({ event, takenBackBy }) => {
    const { id: decisionId, formationId, kind, place, note, person, at } = event;
    const formation = names.get(formationId);
    if (!formation || kind === 'taken-back') return [];
    const takenBack = takenBackBy && { decisionId: takenBackBy.id, person: takenBackBy.person, at: takenBackBy.at };
    const { id, title } = formation;
    return [{ decisionId, kind, formation: { id, title }, place, note, person, at, takenBack }];
  });
}
