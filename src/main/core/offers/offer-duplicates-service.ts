import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { BriefOffer, DecidedPair, offerDuplicates, OfferPairRow } from '../../../shared/contract/offer-duplicates';
import { AppError } from '../../../shared/domain/app-error';
import type { ImportId, OfferId } from '../../../shared/domain/ids';
import { findOfferDuplicates, type OfferPair } from '../../../shared/domain/offer-duplicates';
import type { PageRequest } from '../../../shared/domain/page';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { Clock } from '../ports';
import type { OfferEditingService } from './offer-editing-service';
import * as repository from './offer-pairs-repository';

type PairRequest = z.output<typeof offerDuplicates.page.input>;
type Decision = z.output<typeof offerDuplicates.decide.input>;

export interface OfferDuplicatesService {
  /** Pairs of offers that may be one, the most alike first, without those that a person decided on. */
  page(request: PairRequest): Promise<{ rows: OfferPairRow[]; total: number }>;
  /** Says that two offers are one or two. Throws `not-found`, `conflict` (`action-impossible`) and `invalid-input`. */
  decide(decision: Decision): Promise<void>;
  /** Takes back what was said of a pair. */
  takeBack(pair: Omit<Decision, 'keptId'>): Promise<void>;
  decided(page: PageRequest): { rows: DecidedPair[]; total: number };
  keptFor(offerId: OfferId): BriefOffer | null;
  /**
   * Opens duplicates again whose other offer is gone, and lays those aside again whose other offer came back, unless somebody
   * changed them since. Within the transaction that removed offers, or brought them back.
   */
  follow(db: WriteDb): void;
}

export interface OfferDuplicatesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly offerEditingService: Pick<OfferEditingService, 'actIn' | 'onComeOrGone'>;
}

/** Companies compared before the event loop gets its turn: some milliseconds. */
const groupsATurn = 20;

export function createOfferDuplicatesService(parts: OfferDuplicatesParts): OfferDuplicatesService {
  const { database, clock, offerEditingService } = parts;
  let known: { readonly stamp: string; readonly pairs: Promise<readonly OfferPair[]> } | null = null;

  /**
   * Looked for again once offers came or went, a file was imported or a pair decided on: every list of offers asks how
   * many there are. A title that a person corrects counts from then on.
   */
  const proposed = (): Promise<readonly OfferPair[]> => {
    const stamp = repository.stamp(database.read);
    if (known?.stamp !== stamp) known = { stamp, pairs: findPairs(database.read, null) };
    return known.pairs;
  };

  /** The revision that an offer has once it stands by itself. */
  const reopen = (db: WriteDb, offerId: OfferId): number | null => {
    const { status } = repository.briefly(db, [offerId]).get(offerId) ?? {};
    // Somebody may have opened it since.
    if (status !== 'archived') return null;
    return offerEditingService.actIn(db, { offerId, revision: null, action: 'reopen', reason: null }).revision;
  };
  const archive = (db: WriteDb, offerId: OfferId): void => {
    offerEditingService.actIn(db, { offerId, revision: null, action: 'archive', reason: 'duplicate' });
  };
  const follow = (db: WriteDb): void => {
    for (const offerId of repository.orphans(db)) {
      const revision = reopen(db, offerId);
      if (revision === null) repository.removeDuplicate(db, offerId);
      else repository.setReopened(db, offerId, revision);
    }
    for (const { offerId, keptId, saidAt, isUntouched } of repository.rejoined(db)) {
      if (!isUntouched) {
        repository.removeDuplicate(db, offerId);
        continue;
      }
      archive(db, offerId);
      repository.setDuplicate(db, offerId, keptId, saidAt);
    }
  };
  offerEditingService.onComeOrGone(follow);

  return {
    async page({ importId, page, pageSize }) {
      const isOpen = repository.isOpen(database.read);
      const pairs = (await proposed()).filter(({ oneId, otherId }) => isOpen(oneId) && isOpen(otherId));
      const importOf = repository.importOf(database.read);
      const isOf = (id: number): boolean => importOf(id) === importId;
      const wanted = importId === null ? pairs : pairs.filter(({ oneId, otherId }) => isOf(oneId) || isOf(otherId));
      const shown = wanted.slice(page * pageSize, (page + 1) * pageSize);
      const offers = repository.briefly(
        database.read,
        new Set(shown.flatMap(({ oneId, otherId }) => [oneId, otherId])),
      );
      const rows = shown.flatMap(({ oneId, otherId, similarity }) => {
        const [one, other] = [offers.get(oneId), offers.get(otherId)];
        return one && other ? [{ one, other, similarity }] : [];
      });
      return { rows, total: wanted.length };
    },

    decide: ({ oneId, otherId, keptId }) =>
      database.write((db) => {
        const pair = inOrder(oneId, otherId);
        const offers = repository.briefly(db, pair);
        for (const id of pair) {
          if (!offers.has(id)) throw new AppError('not-found', `There is no offer ${id}.`, null, { offerId: id });
        }
        const at = clock.now().toISOString();
        if (keptId === null) {
          repository.forgetReopened(db, pair);
          return repository.setApart(db, pair, at);
        }
        if (keptId !== oneId && keptId !== otherId) {
          throw new AppError('invalid-input', 'The offer that stays is none of the two.', null, { field: 'keptId' });
        }
        const offerId = keptId === oneId ? otherId : oneId;
        archive(db, offerId);
        repository.removeApart(db, pair);
        repository.setDuplicate(db, offerId, keptId, at);
      }),

    takeBack: ({ oneId, otherId }) =>
      database.write((db) => {
        repository.removeApart(db, inOrder(oneId, otherId));
        for (const [offerId, keptId] of [
          [oneId, otherId],
          [otherId, oneId],
        ] as const) {
          if (repository.keptFor(db, offerId) !== keptId) continue;
          repository.removeDuplicate(db, offerId);
          reopen(db, offerId);
        }
      }),

    decided: (page) => repository.decided(database.read, page),

    keptFor(offerId) {
      const keptId = repository.keptFor(database.read, offerId);
      return keptId === null ? null : (repository.briefly(database.read, [keptId]).get(keptId) ?? null);
    },

    follow,
  };
}

interface ProposedOffer {
  readonly id: number;
  readonly title: string;
  readonly isOfImport: boolean;
}

/** The pairs that have an offer which an import made and that nobody decided on, the most alike first. */
export async function proposedPairs(
  db: ReadDb,
  importId: ImportId,
): Promise<{ readonly one: ProposedOffer; readonly other: ProposedOffer; readonly similarity: number }[]> {
  const pairs = await findPairs(db, importId);
  const importOf = repository.importOf(db);
  const offers = repository.briefly(db, new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId])));
  const toProposed = (id: number): ProposedOffer => ({
    ...{ id, title: offers.get(id)?.title ?? '' },
    isOfImport: importOf(id) === importId,
  });
  return pairs
    .map(({ oneId, otherId, similarity }) => ({ one: toProposed(oneId), other: toProposed(otherId), similarity }))
    .filter(({ one, other }) => one.isOfImport || other.isOfImport);
}

/** `importId`: looks only among the companies of which an import made offers; null among all. */
async function findPairs(db: ReadDb, importId: ImportId | null): Promise<readonly OfferPair[]> {
  const apart = repository.apart(db);
  const found: OfferPair[] = [];
  let groups = 0;
  for (const pairs of findOfferDuplicates(repository.compared(db, importId))) {
    for (const pair of pairs) if (!apart.has(`${pair.oneId} ${pair.otherId}`)) found.push(pair);
    groups += 1;
    if (groups % groupsATurn === 0) await nextTurn();
  }
  return found.sort(
    (one, other) => other.similarity - one.similarity || one.oneId - other.oneId || one.otherId - other.otherId,
  );
}

function inOrder(oneId: OfferId, otherId: OfferId): readonly [OfferId, OfferId] {
  if (oneId === otherId) {
    throw new AppError('invalid-input', 'An offer is one with itself.', null, { field: 'otherId' });
  }
  return oneId < otherId ? [oneId, otherId] : [otherId, oneId];
}
