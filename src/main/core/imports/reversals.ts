import type { GoBackCounts, UndoLook } from '../../../shared/contract/imports';
import { AppError, throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import type { AlsoCreated, Import, ImportKind, UndoCounts } from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import type { AfterTurn } from '../db/in-turns';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { MatchingService } from '../matching/matching-service';
import type { CellPacker, Clock, Log } from '../ports';
import type { IntakeServices } from './import-intake';
import * as importOwnerRepository from './import-owner-repository';
import * as importRepository from './import-repository';
import * as keptRowRepository from './kept-row-repository';
import { refreshRankings } from './refresh-rankings';

type Direction = 'undo-import' | 'redo-import';

/** Hears of an import that is taken back or put in place again, inside of the same transaction. */
export type ReversalListener = (db: WriteDb, direction: Direction, item: Import) => void;

/** The imports that are meant, in the order in which they are reversed; asked anew when the time has come. */
export type SelectImports = (db: ReadDb) => readonly Import[];

/** Takes imports back and puts them in place again, as jobs: a large one takes some seconds. */
export interface Reversals {
  /** Throws `conflict` when the import is not in a state for it, or one of its reversals goes on already. */
  start(direction: Direction, item: Import): Promise<JobId>;
  /** What taking an import back would do; found out alike. Throws `conflict` as `start`, and `cancelled`. */
  previewUndo(item: Import, signal: AbortSignal): Promise<UndoLook>;
  /** What `undoAll` would do, found out by doing it in a transaction that is rolled back. Throws `cancelled`. */
  previewUndoAll(select: SelectImports, signal: AbortSignal): Promise<GoBackCounts>;
  /** Takes back several imports, all or none. Throws `conflict` (`import-not-undoable`) for none. */
  undoAll(select: SelectImports): Promise<JobId>;
  /** Puts several in place again, all or none. Throws `conflict` (`import-not-redoable`) for none. */
  redoAll(select: SelectImports): Promise<JobId>;
  /** Erases the lines of undone imports that nobody wanted back in time, but for those of records that stayed. */
  eraseOld(): Promise<void>;
  /** Work that has to follow in the same transaction, such as taking back what was stored beside the rows. */
  onReversal(listener: ReversalListener): void;
}

export interface ReversalParts extends IntakeServices {
  readonly database: Database;
  readonly csvReader: CellPacker;
  readonly jobRunner: JobRunner;
  readonly matchingService: MatchingService;
  readonly clock: Clock;
  readonly log: Log;
}

/** For as long an undone import can be redone: its rows hold personal data that nothing else needs any more. */
const redoableMs = 30 * 24 * 3_600_000;

const changes = ['imports', 'offers', 'formations', 'companies', 'university', 'matches'] as const;

export function createReversals(parts: ReversalParts): Reversals {
  const { database, jobRunner, clock } = parts;
  const goingOn = new Map<ImportId, JobId>();
  const listeners: ReversalListener[] = [];
  const startAll = (kind: Direction, subject: string, work: (context: JobContext) => Promise<ErrorDetails>) =>
    jobRunner.start({
      ...{ kind, subject, changes, isImmediate: true, backup: 'undo' },
      run: async (context) => {
        const summary = await work(context);
        await refreshRankings(parts);
        return summary;
      },
    });
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
    previewUndo: ({ id }, signal) =>
      tryOut(database, (db) => lookAtUndo({ ...parts, listeners }, db, id, () => throwIfCancelled(signal))),
    previewUndoAll: (select, signal) =>
      tryOut(database, (db) => undoAll({ ...parts, listeners }, db, select(db), () => throwIfCancelled(signal))),
    async undoAll(select) {
      const [newest] = some('undo-import', select(database.read));
      return await startAll('undo-import', newest.fileName, async ({ signal, progress }) => {
        const total = select(database.read).reduce((sum, item) => sum + rowsOf(item), 0);
        const { imports, ...counts } = await database.write((db) =>
          undoAll({ ...parts, listeners }, db, some('undo-import', select(db)), progressing(signal, progress, total)),
        );
        return { imports: imports.length, ...counts };
      });
    },
    async redoAll(select) {
      const items = some('redo-import', select(database.read));
      const newest = items.at(-1) ?? items[0];
      return await startAll('redo-import', newest.fileName, async ({ signal, progress }) => {
        const afterTurn = progressing(
          signal,
          progress,
          items.reduce((sum, item) => sum + rowsOf(item), 0),
        );
        return await database.write(async (db) => {
          const all = { imports: 0, restored: 0, kept: 0 };
          for (const item of some('redo-import', select(db))) {
            const { restored, kept } = await redo(parts, db, item, afterTurn);
            for (const listener of listeners) listener(db, 'redo-import', item);
            all.imports += 1;
            all.restored += restored;
            all.kept += kept;
          }
          return all;
        });
      });
    },
    async eraseOld() {
      for (const id of importRepository.pastRedo(database.read, clock.now().toISOString())) {
        await database.write((db) => {
          keptRowRepository.removeOthers(db, parts.csvReader, id, importOwnerRepository.keptByUndo(db, id));
          importRepository.endRedo(db, id);
        });
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

/** Several imports to reverse; they may have been reversed since they were asked for. Throws `conflict` for none. */
function some(direction: Direction, [first, ...others]: readonly Import[]): readonly [Import, ...Import[]] {
  if (first) return [first, ...others];
  const reason = direction === 'undo-import' ? 'import-not-undoable' : 'import-not-redoable';
  throw new AppError('conflict', 'There is no import to reverse.', reason);
}

/** The job: one transaction, so that a cancel or a crash leaves the import as it was. */
async function reverse(
  parts: ListeningParts,
  direction: Direction,
  item: Import,
  context: JobContext,
): Promise<ErrorDetails> {
  const { id: importId, kind } = item;
  const afterTurn = progressing(context.signal, context.progress, rowsOf(item));
  const counts = await parts.database.write(async (db) => {
    checked(db, direction, importId);
    const isUndo = direction === 'undo-import';
    const done = isUndo ? await undo(parts, db, item, afterTurn) : await redo(parts, db, item, afterTurn);
    for (const listener of parts.listeners) listener(db, direction, item);
    return done;
  });
  // The name of a company is left out of the texts of its offers: a name that is put back changes them too.
  if (kind !== 'companies' || counts.restored > 0) await refreshRankings(parts);
  return { importId, ...counts };
}

/** An import as it is by now. Throws `not-found`, and as `check`. */
function checked(db: WriteDb, direction: Direction, importId: ImportId): Import {
  const item = importRepository.find(db, importId);
  if (!item) throw new AppError('not-found', `There is no import ${importId}.`, null, { importId });
  check(direction, item);
  return item;
}

/** What a look throws to have its transaction rolled back. */
class LookOver extends Error {}

/** What some work would answer with: it is done in a transaction that is rolled back. */
async function tryOut<Answer>(database: Database, work: (db: WriteDb) => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = [];
  try {
    await database.write(async (db) => {
      answers.push(await work(db));
      throw new LookOver();
    });
  } catch (error) {
    if (!(error instanceof LookOver)) throw error;
  }
  const [answer] = answers;
  if (answer === undefined) throw new Error('Nothing was found out.');
  return answer;
}

type ListeningParts = ReversalParts & { readonly listeners: readonly ReversalListener[] };

/** Takes one import back and says what that did, also to what its rows had made on the way. */
async function lookAtUndo(parts: ListeningParts, db: WriteDb, id: ImportId, afterTurn: AfterTurn): Promise<UndoLook> {
  const item = checked(db, 'undo-import', id);
  const before = importRepository.countOnTheWay(db, id);
  const counts = await undo(parts, db, item, afterTurn);
  for (const listener of parts.listeners) listener(db, 'undo-import', item);
  const after = importRepository.countOnTheWay(db, id);
  const gone = (kind: keyof AlsoCreated): number => before[kind] - after[kind];
  return {
    ...counts,
    onTheWay: {
      ...{ companies: gone('companies'), contacts: gone('contacts') },
      ...{ components: gone('components'), managers: gone('managers') },
    },
  };
}

/** Takes imports back within one transaction and as of one moment. */
async function undoAll(
  parts: ListeningParts,
  db: WriteDb,
  items: readonly Import[],
  afterTurn: AfterTurn,
): Promise<GoBackCounts> {
  const now = parts.clock.now();
  const imports: GoBackCounts['imports'] = [];
  for (const item of items) {
    const counts = await undo(parts, db, item, afterTurn, now);
    for (const listener of parts.listeners) listener(db, 'undo-import', item);
    imports.push({ id: item.id, fileName: item.fileName, createdAt: item.createdAt, ...counts });
  }
  const sum = (part: keyof UndoCounts): number => imports.reduce((all, counts) => all + counts[part], 0);
  return { imports, removed: sum('removed'), restored: sum('restored'), kept: sum('kept') };
}

/** How many rows reversing an import goes through. */
function rowsOf({ counts, undo, alsoCreated }: Import): number {
  const onTheWay = Object.values(alsoCreated).reduce((sum, count) => sum + count, 0);
  return onTheWay + (undo ? undo.removed + undo.restored : counts.created + counts.updated);
}

/** Tells how many of the rows are through, and stops when the job is to. */
function progressing(signal: AbortSignal, progress: JobContext['progress'], total: number): AfterTurn {
  let done = 0;
  return (items) => {
    throwIfCancelled(signal);
    done += items;
    progress('commit', Math.min(done, total), total);
  };
}

async function undo(
  ...[parts, db, { id, kind }, afterTurn, now = parts.clock.now()]: readonly [
    ReversalParts,
    WriteDb,
    Import,
    AfterTurn,
    Date?,
  ]
): Promise<UndoCounts> {
  const counts = await serviceOf(kind, parts).undoImport(db, id, afterTurn);
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
