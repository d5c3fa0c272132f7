import { setImmediate as nextTurn } from 'node:timers/promises';
import { localDay } from '../../../shared/util/local-day';
import type { Database, WriteDb } from '../db/open';
import { dueErasures, endErasures, isErasureDue, type Erasure } from '../erasure/erasure-service';
import type { CellPacker, Clock } from '../ports';
import { readingOf } from './import-row-repository';
import * as keptRowRepository from './kept-row-repository';
import { openPersonLines, type PersonLines } from './person-lines';

export interface ErasingParts {
  readonly database: Database;
  readonly csvReader: CellPacker;
  readonly clock: Clock;
}

/**
 * Erases the people whose removal cannot be taken back any more from what files said of them: the lines, what undoing
 * or redoing an import would put back, and names of files. An import that is undone or redone afterwards gives everything
 * back but them. Goes through all lines, a batch at a time with turns for others between; what is broken off when `signal`
 * is aborted is begun again the next time. Answers with whether it erased anybody.
 */
export async function erasePeople({ database, csvReader, clock }: ErasingParts, signal: AbortSignal): Promise<boolean> {
  const now = clock.now();
  if (!isErasureDue(database.read, now.toISOString())) return false;
  const due = await database.write((db) => dueErasures(db, now.toISOString()));
  const people = due.map((person) => openPersonLines(database.read, person, localDay(now)));
  for (const batch of keptRowRepository.allBatches(database.read)) {
    await nextTurn();
    if (signal.aborted) return false;
    const text = keptRowRepository.textOf(database.read, csvReader, batch);
    const found = people.filter((person) => person.mayBeIn(text));
    if (found.length > 0) await database.write((db) => eraseFromBatch(db, csvReader, batch, found));
  }
  await database.write((db) => {
    // What a trial says of records is of no use for long, and says what they held.
    db.prepare<unknown, []>('update import_batch set trials = null where trials is not null').run();
    for (const [index, person] of people.entries()) eraseBeside(db, due[index], person);
    endErasures(db, due);
  });
  return due.length > 0;
}

function eraseFromBatch(
  db: WriteDb,
  packer: CellPacker,
  batch: keptRowRepository.BatchPlace,
  people: readonly PersonLines[],
): void {
  const reading = readingOf(db, batch.importId);
  keptRowRepository.rewrite(db, packer, batch, (row) =>
    people.reduce((line, person) => ({ ...line, ...person.erase(reading, line) }), row),
  );
}

/** What imports and jobs keep of a person beside the lines. */
function eraseBeside(db: WriteDb, erasure: Erasure | undefined, person: PersonLines): void {
  if (!erasure) return;
  const { kind, ownerId } = erasure;
  db.prepare<unknown, [string, number]>('delete from import_change where owner_kind = ? and owner_id = ?').run(
    kind,
    ownerId,
  );
  db.prepare<unknown, [string, number]>('delete from hand_edit where owner_kind = ? and owner_id = ?').run(
    kind,
    ownerId,
  );
  for (const [table, column] of namesOfFiles) {
    const rename = db.prepare<unknown, [string, string]>(`update ${table} set ${column} = ? where ${column} = ?`);
    for (const name of db.prepare<string, []>(`select distinct ${column} from ${table}`).pluck().all()) {
      const erased = person.eraseText(name);
      if (erased !== name) rename.run(erased, name);
    }
  }
}

const namesOfFiles = [
  ['import', 'file_name'],
  ['job', 'subject'],
] as const;
