import { z } from 'zod';
import type { FormationId } from '../../../shared/domain/ids';
import type { FieldDesk } from '../db/hand-edits';
import type { WriteDb } from '../db/open';
import { contentHashOf, type FormationIntake } from './formation-intake';
import * as formationRepository from './formation-repository';

const ownManagerSchema = z.object({ managerId: z.int().nullable() });
const ownTextSchema = z.object({ prerequisites: z.string().nullable() });

/**
 * What people say of a formation by hand: its prerequisites, and who runs it. Both fields of the manager go to and fro
 * together. `at` is an instant (ISO 8601, UTC); `intake` takes in what nobody's import says.
 */
export function openFormationFieldDesk(db: WriteDb, at: string, intake: FormationIntake): FieldDesk {
  return {
    take(id, field, said) {
      if (said.kind !== 'formations') throw new Error(`A row of ${said.kind} says nothing of a formation.`);
      if (field === 'prerequisites') {
        const { prerequisites } = formationRepository.draftOf(db, id as FormationId); // As below.
        intake.write(id as FormationId, { prerequisites: said.formation.prerequisites });
        return JSON.stringify({ prerequisites });
      }
      const managerId = db
        .prepare<number | null, [number]>('select manager_id from formation where id = ?')
        .pluck()
        .get(id);
      const formationId = id as FormationId; // As the row of the import names it.
      const stored = formationRepository.draftOf(db, formationId);
      const { managerName, managerEmail } = said.formation;
      intake.putByPerson({ ...stored, managerName, managerEmail }, formationId);
      return JSON.stringify({ managerId: managerId ?? null });
    },
    giveBack(id, field, own) {
      const formationId = id as FormationId; // As above.
      if (field === 'prerequisites') {
        intake.write(formationId, ownTextSchema.parse(JSON.parse(own)));
        return;
      }
      const { managerId } = ownManagerSchema.parse(JSON.parse(own));
      const componentId = formationRepository.find(db, formationId)?.component?.id ?? null;
      const hash = contentHashOf(formationRepository.draftOf(db, formationId), componentId, managerId);
      db.prepare<unknown, [number | null, string, string, number]>(
        'update formation set manager_id = ?, content_hash = ?, revision = revision + 1, updated_at = ? where id = ?',
      ).run(managerId, hash, at, id);
    },
  };
}
