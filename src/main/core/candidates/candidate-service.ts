import { asc, eq, gte, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { candidates } from '../../../shared/contract/candidates';
import { AppError } from '../../../shared/domain/app-error';
import { longestKept, type Candidate } from '../../../shared/domain/candidate';
import type { CandidateId, OfferId } from '../../../shared/domain/ids';
import { localDay } from '../../../shared/util/local-day';
import { packIds, unpackIds } from '../../../shared/util/packed-ids';
import { checkpointFile } from '../db/checkpoints';
import type { Database, ReadDb } from '../db/open';
import type { Clock, WriteThread } from '../ports';
import { candidateTable } from './candidate-table';

type SaveRequest = z.output<typeof candidates.save.input>;

export interface CandidateService {
  /** All profiles whose time is not over, by name. */
  list(): Candidate[];
  /**
   * Stores a profile. What it finds from here on is another matter: nothing of it counts as seen or new until `see`.
   * Throws `invalid-input` (`consent-missing`, `kept-too-long`, `kept-until-past`, `availability-reversed`) and
   * `not-found`.
   */
  save(request: SaveRequest): Promise<Candidate>;
  /** The offers that somebody saw with a profile as it is now; null where nobody has looked. */
  seen(candidateId: CandidateId): ReadonlySet<number> | null;
  /** Adds to them what is shown now. Throws `not-found`. */
  see(candidateId: CandidateId, found: readonly OfferId[]): Promise<void>;
  erase(candidateId: CandidateId): Promise<void>;
  /** Erases every profile whose time is over. */
  eraseExpired(): Promise<void>;
}

export interface CandidateParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Without it the core's own thread cuts the journal. */
  readonly writeThread?: Pick<WriteThread, 'checkpoint'> | undefined;
}

/** Profiles of students, on the database, which overwrites what is deleted (`secure_delete`). */
export function createCandidateService({ database, clock, writeThread }: CandidateParts): CandidateService {
  /** What was erased stands in the journal, too, until that is cut. */
  const cutJournal = async (): Promise<void> => {
    await (writeThread ? writeThread.checkpoint(database.path) : checkpointFile(database.path));
  };
  const today = () => localDay(clock.now());
  return {
    list: () => {
      const { keptUntil, name } = candidateTable;
      const rows = database.read.orm.select(shown).from(candidateTable).where(gte(keptUntil, today()));
      return rows.orderBy(asc(name)).all().map(candidateOf);
    },
    save: ({ candidateId, form, hasConsent, consentedAt }) =>
      database.write((db) => {
        if (form.keptUntil > longestKept(today())) {
          throw new AppError('invalid-input', 'A profile is kept for a year at most.', 'kept-too-long');
        }
        if (form.keptUntil < today()) {
          throw new AppError('invalid-input', 'The last day is over.', 'kept-until-past');
        }
        const { availableFrom, availableTo } = form;
        if (availableFrom !== null && availableTo !== null && availableFrom > availableTo) {
          throw new AppError('invalid-input', 'The availability ends before it begins.', 'availability-reversed');
        }
        const isOwn = candidateId === null ? null : eq(candidateTable.id, candidateId);
        const former = isOwn && db.orm.select(shown).from(candidateTable).where(isOwn).get();
        if (isOwn && !former) throw new AppError('not-found', `There is no profile ${candidateId}.`);
        if (!hasConsent && (!former || form.keptUntil > former.keptUntil)) {
          throw new AppError('invalid-input', 'The student has to agree.', 'consent-missing');
        }
        const at = clock.now().toISOString();
        const agreedAt = consentedAt !== undefined && consentedAt < at ? consentedAt : at;
        const values = { ...form, updatedAt: at, consentedAt: hasConsent || !former ? agreedAt : former.consentedAt };
        const row = isOwn
          ? db.orm
              .update(candidateTable)
              .set({ ...values, seenOffers: null })
              .where(isOwn)
              .returning(shown)
              .get()
          : db.orm
              .insert(candidateTable)
              .values({ ...values, createdAt: at })
              .returning(shown)
              .get();
        if (!row) throw new Error('A row that was just read is gone within one transaction.');
        return candidateOf(row);
      }),
    seen: (candidateId) => seenIn(database.read, candidateId),
    see: (candidateId, found) =>
      database.write((db) => {
        // What was seen once stays seen where it goes and comes back, such as with an import that is undone and done again.
        const seenOffers = packIds([...(seenIn(db, candidateId) ?? []), ...found], Infinity).text;
        const { changes } = db.orm
          .update(candidateTable)
          .set({ seenAt: clock.now().toISOString(), seenOffers })
          .where(eq(candidateTable.id, candidateId))
          .run();
        if (changes === 0) throw new AppError('not-found', `There is no profile ${candidateId}.`);
      }),
    async erase(candidateId) {
      await database.write((db) => void db.orm.delete(candidateTable).where(eq(candidateTable.id, candidateId)).run());
      await cutJournal();
    },
    async eraseExpired() {
      const isOver = lt(candidateTable.keptUntil, today());
      if (!database.read.orm.select({ id: candidateTable.id }).from(candidateTable).where(isOver).get()) return;
      await database.write((db) => void db.orm.delete(candidateTable).where(isOver).run());
      await cutJournal();
    },
  };
}

/** What is told of a profile. */
const shown = {
  id: candidateTable.id,
  name: candidateTable.name,
  wishes: candidateTable.wishes,
  skills: candidateTable.skills,
  level: candidateTable.level,
  contractType: candidateTable.contractType,
  department: candidateTable.department,
  region: candidateTable.region,
  availableFrom: candidateTable.availableFrom,
  availableTo: candidateTable.availableTo,
  keptUntil: candidateTable.keptUntil,
  consentedAt: candidateTable.consentedAt,
  seenAt: candidateTable.seenAt,
};

function seenIn(db: ReadDb, candidateId: CandidateId): ReadonlySet<number> | null {
  const { id, seenOffers } = candidateTable;
  const row = db.orm.select({ seenOffers }).from(candidateTable).where(eq(id, candidateId)).get();
  const seen = row?.seenOffers ?? null;
  return seen === null ? null : new Set(unpackIds(seen));
}

function candidateOf({
  skills,
  ...row
}: Omit<Candidate, 'skills'> & { readonly skills: readonly string[] }): Candidate {
  return { ...row, skills: [...skills] };
}
