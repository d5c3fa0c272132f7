import type { z } from 'zod';
import type { Addressee } from '../../../shared/contract/transmissions';
import type { FormationFilter, formations } from '../../../shared/contract/formations';
import { AppError } from '../../../shared/domain/app-error';
import type { Formation } from '../../../shared/domain/formation';
import type { FormationId, ImportId } from '../../../shared/domain/ids';
import type { RedoCounts, UndoCounts } from '../../../shared/domain/import';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { AfterTurn } from '../db/in-turns';
import { markHandEdits, takeMarksBack, type FieldDesk } from '../db/hand-edits';
import { countMade, type IntakeOptions } from '../db/provenance';
import { putForward } from '../db/redo-rows';
import { formerRows, putAllBack } from '../db/undo-rows';
import type { Clock } from '../ports';
import type { UniversityService } from '../university/university-service';
import { openFormationFieldDesk } from './formation-field-desk';
import { openFormationIntake, type FormationIntake } from './formation-intake';
import * as formationRepository from './formation-repository';

export type FormationListRequest = z.output<typeof formations.list.input>;
export type { FormationIntake } from './formation-intake';

export interface FormationService {
  list(request: FormationListRequest): z.input<typeof formations.list.output>;
  /** Throws `not-found`. Within a transaction, as that has left it. */
  get(formationId: FormationId, db?: ReadDb): Formation;
  /** Writes what a formation asks for, as a person says it, and answers with what takes that back. Throws `not-found`. */
  setPrerequisites(
    request: z.output<typeof formations.setPrerequisites.input>,
  ): Promise<z.input<typeof formations.setPrerequisites.output>>;
  /** Who runs a formation; null when nobody does, or when there is no such formation. */
  managerOf(formationId: FormationId): Addressee | null;
  /** All formations that a filter keeps, by id. */
  all(filter: FormationFilter): Iterable<Formation>;
  /** Takes formations in, inside of a transaction; components and managers are found or made. */
  openIntake(db: WriteDb, importId: ImportId | null, options?: IntakeOptions): FormationIntake;
  /** Exchanges single fields of formations between a person and a file, inside of a transaction. */
  openFieldDesk(db: WriteDb): FieldDesk;
  /** Takes back the formations that an import made and changed, and what it made on the way. */
  undoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<UndoCounts>;
  /** Puts in place again what that took back. */
  redoImport(db: WriteDb, importId: ImportId, afterTurn?: AfterTurn): Promise<RedoCounts>;
}

export interface FormationParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly universityService: UniversityService;
}

export function createFormationService(parts: FormationParts): FormationService {
  const { database, clock, universityService } = parts;
  const openIntake: FormationService['openIntake'] = (db, importId, options = {}) => {
    const origin = { importId, at: clock.now().toISOString(), ...options };
    return openFormationIntake(db, origin, universityService.openComponentIntake(db, origin));
  };
  return {
    list: ({ filter, sort, page, pageSize }) => ({
      rows: formationRepository.page(database.read, filter, sort, { page, pageSize }),
      total: formationRepository.count(database.read, filter),
    }),
    get: (formationId, db = database.read) => found(db, formationId),
    setPrerequisites: ({ formationId, prerequisites: typed, undoes }) =>
      database.write((db) => {
        const former = found(db, formationId).prerequisites;
        const prerequisites = typed?.trim() || null;
        if (prerequisites === former && !undoes) return { former, marks: [] };
        openIntake(db, null).write(formationId, { prerequisites });
        const owner = { kind: 'formation', id: formationId } as const;
        if (undoes) takeMarksBack(db, owner, undoes);
        const marks = undoes ? [] : markHandEdits(db, owner, ['prerequisites'], clock.now().toISOString());
        return { former, marks: [...marks] };
      }),
    managerOf: (formationId) => formationRepository.findManager(database.read, formationId),
    *all(filter) {
      for (const id of formationRepository.ids(database.read, filter)) {
        const formation = formationRepository.find(database.read, id);
        if (formation) yield formation;
      }
    },
    openIntake,
    openFieldDesk: (db) => openFormationFieldDesk(db, clock.now().toISOString(), openIntake(db, null)),
    async undoImport(db, importId, afterTurn) {
      const owner = { importId, kind: 'formation' } as const;
      const former = formerRows(db, importId, 'formation');
      const waiting = await putAllBack(db, owner, former.unchanged, { afterTurn });
      const made = countMade(db, 'formation', importId);
      const removed = await formationRepository.removeMadeBy(db, importId, afterTurn);
      const left = await putAllBack(db, owner, waiting, { afterTurn });
      await universityService.removeUnused(db, importId);
      return {
        removed,
        restored: former.unchanged.length - left.length,
        kept: made - removed + former.changedSince + left.length,
      };
    },
    async redoImport(db, importId, afterTurn) {
      const redo = { importId, places: new Map<string, number>(), afterTurn };
      await universityService.bringComponentsBack(db, redo);
      const back = await formationRepository.bringMadeBack(db, redo);
      const changed = await putForward(db, redo, 'formation');
      return { restored: back.restored + changed.restored, kept: back.kept + changed.kept };
    },
  };
}

function found(db: ReadDb, formationId: FormationId): Formation {
  const formation = formationRepository.find(db, formationId);
  if (!formation) throw new AppError('not-found', `There is no formation ${formationId}.`, null, { formationId });
  return formation;
}
