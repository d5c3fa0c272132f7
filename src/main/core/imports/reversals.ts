import { AppError, throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import type { Import, ImportKind } from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import type { AfterTurn } from '../db/in-turns';
import type { Database, WriteDb } from '../db/open';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { MatchingService } from '../matching/matching-service';
import type { Clock } from '../ports';
import type { IntakeServices } from './import-intake';
import * as importRepository from './import-repository';

type Direction = 'undo-import' | 'redo-import';

/** Hears of an import that is taken back or put in place again, inside of the same transaction. */
export type ReversalListener = (db: WriteDb, direction: Direction, item: Import) => void;

/** Takes imports back and puts them in place again, as jobs: a large one takes some seconds. */
export interface Reversals {
  /** Throws `conflict` when the import is not in a state for it, or one of its reversals goes on already. */
  start(direction: Direction, item: Import): Promise<JobId>;
  /** Erases the lines and rows of undone imports that nobody wanted back in time. */
  eraseOld(): Promise<void>;
  /** Work that has to follow in the same transaction, such as taking back what was stored beside the rows. */
  onReversal(listener: ReversalListener): void;
}

export interface ReversalParts extends IntakeServices {
  readonly database: Database;
  readonly jobRunner: JobRunner;
  readonly matchingService: MatchingService;
  readonly clock: Clock;
}

/** For as long an undone import can be redone: its rows hold personal data that nothing else needs any more. */
const redoableMs = 30 * 24 * 3_600_000;

const changes = ['imports', 'offers', 'formations', 'companies', 'university', 'matches'] as const;

export function createReversals(parts: ReversalParts): Reversals {
  const { database, jobRunner, clock } = parts;
  const goingOn = new Map<ImportId, JobId>();
  const listeners: ReversalListener[] = [];
  return {
    async start(direction, item) {
      check(direction, item);
      const former = goingOn.get(item.id);
      if (former !== undefined && !isJobOver(jobRunner.get(former).state)) {
        throw new AppError('conflict', `Import ${item.id} is being reversed.`, 'job-running', { importId: item.id });
      }
      const jobId = await jobRunner.start({
        kind: direction,
        subject: item.fileName,
        changes,
        isImmediate: true,
        backup: 'undo',
        run: (context) => reverse({ ...parts, listeners }, direction, item, context),
      });
      goingOn.set(item.id, jobId);
      return jobId;
    },
    async eraseOld() {
      for (const id of importRepository.pastRedo(database.read, clock.now().toISOString())) {
        await database.write((db) => importRepository.eraseKept(db, id));
      }
    },
    onReversal: (listener) => void listeners.push(listener),
  };
}

function check(direction: Direction, { id: importId, state, redoableUntil }: Import): void {
  const details = { importId, state };
  if (direction === 'undo-import' && state !== 'committed') {
    throw new AppError('conflict', `Import ${importId} cannot be undone.`, 'import-not-undoable', details);
  }
  if (direction === 'redo-import' && (state !== 'undone' || redoableUntil === null)) {
    throw new AppError('conflict', `Import ${importId} cannot be redone.`, 'import-not-redoable', details);
  }
}

/** The job: one transaction, so that a cancel or a crash leaves the import as it was. */
async function reverse(
  parts: ReversalParts & { readonly listeners: readonly ReversalListener[] },
  direction: Direction,
  item: Import,
  context: JobContext,
): Promise<ErrorDetails> {
  const { id: importId, kind } = item;
  const afterTurn = watchOf(item, context);
  const counts = await parts.database.write(async (db) => {
    const now = importRepository.find(db, importId);
    if (!now) throw new AppError('not-found', `There is no import ${importId}.`, null, { importId });
    check(direction, now);
    const isUndo = direction === 'undo-import';
    const done = isUndo ? await undo(parts, db, item, afterTurn) : await redo(parts, db, item, afterTurn);
    for (const listener of parts.listeners) listener(db, direction, item);
    return done;
  });
  // The name of a company is left out of the texts of its offers: a name that is put back changes them too.
  if (kind !== 'companies' || counts.restored > 0) await parts.matchingService.refresh();
  return { importId, ...counts };
}

/** Tells how many of the rows are through, and stops when the job is to. */
function watchOf({ counts, undo, alsoCreated }: Import, { progress, signal }: JobContext): AfterTurn {
  const onTheWay = Object.values(alsoCreated).reduce((sum, count) => sum + count, 0);
  const total = onTheWay + (undo ? undo.removed + undo.restored : counts.created + counts.updated);
  let done = 0;
  return (items) => {
    throwIfCancelled(signal);
    done += items;
    progress('commit', Math.min(done, total), total);
  };
}

async function undo(parts: ReversalParts, db: WriteDb, { id, kind }: Import, afterTurn: AfterTurn) {
  const counts = await serviceOf(kind, parts).undoImport(db, id, afterTurn);
  const now = parts.clock.now();
  const redoableUntil = new Date(now.getTime() + redoableMs).toISOString();
  importRepository.setUndone(db, id, counts, { undoneAt: now.toISOString(), redoableUntil });
  return counts;
}

async function redo(parts: ReversalParts, db: WriteDb, { id, kind }: Import, afterTurn: AfterTurn) {
  const counts = await serviceOf(kind, parts).redoImport(db, id, afterTurn);
  importRepository.setRedone(db, id, counts);
  return counts;
}

function serviceOf(kind: ImportKind, services: IntakeServices) {
  if (kind === 'offers') return services.offerService;
  return kind === 'formations' ? services.formationService : services.companyService;
}
