import type { z } from 'zod';
import type { FormerManager, Manager, managers, RemovedManager } from '../../../shared/contract/managers';
import { AppError } from '../../../shared/domain/app-error';
import { parseEmail } from '../../../shared/domain/cells/parse-email';
import type { FormationId, FormationManagerId } from '../../../shared/domain/ids';
import type { Database, ReadDb } from '../db/open';
import type { Clock } from '../ports';
import * as managerRepository from './formation-manager-repository';

type Request<P extends keyof typeof managers> = z.output<(typeof managers)[P]['input']>;
type Answer<P extends keyof typeof managers> = z.input<(typeof managers)[P]['output']>;

export interface FormationManagerService {
  list(request: Request<'list'>): Answer<'list'>;
  /** Throws `not-found`. */
  get(managerId: FormationManagerId): Manager;
  unreachable(): Answer<'unreachable'>;
  /** Throws `not-found`, `invalid-input` (`email-invalid`) and `conflict` (`manager-known`). */
  save(request: Request<'save'>): Promise<FormationManagerId>;
  /** Throws `not-found`, and `conflict` (`action-impossible`) while they run a formation. */
  remove(managerId: FormationManagerId): Promise<RemovedManager>;
  /** Puts a removed one back, with their lines of the register. Throws `conflict` (`manager-known`). */
  restore(removed: RemovedManager): Promise<void>;
  /** Gives formations to a manager and answers with who ran those that changed hands. Throws `not-found`. */
  assign(request: Request<'assign'>): Promise<FormerManager[]>;
  /** Gives formations back to who ran them; one that is gone, or whose manager is, stays as it is. */
  giveBack(former: readonly FormerManager[]): Promise<void>;
}

export interface FormationManagerParts {
  readonly database: Database;
  readonly clock: Clock;
}

/** As many as one looks through before one puts the rest in order. */
const unreachableShown = 100;

export function createFormationManagerService({ database, clock }: FormationManagerParts): FormationManagerService {
  const now = (): string => clock.now().toISOString();
  return {
    list({ filter, sort, ...request }) {
      return managerRepository.page(database.read, filter, sort, request);
    },

    get: (managerId) => found(database.read, managerId),

    unreachable() {
      const formations = managerRepository.unreachable(database.read);
      return { formations: formations.slice(0, unreachableShown), total: formations.length };
    },

    save: ({ managerId, name: typedName, email: typedEmail }) =>
      database.write((db) => {
        const name = typedName.trim();
        if (name === '') {
          throw new AppError('invalid-input', 'A manager without a name is not kept.', 'name-missing', {
            field: 'managerName',
          });
        }
        const email = addressOf(typedEmail);
        if (managerId !== null) found(db, managerId);
        const known = managerRepository.idOfKey(db, managerRepository.identityKeyOf(name, email));
        if (known !== null && known !== managerId) {
          throw taken(name);
        }
        if (managerId === null) return managerRepository.insert(db, name, email, now());
        managerRepository.update(db, managerId, name, email);
        return managerId;
      }),

    remove: (managerId) =>
      database.write((db) => {
        if (found(db, managerId).formations.length > 0) {
          throw new AppError('conflict', 'Somebody who runs formations is not removed.', 'action-impossible');
        }
        const removed = managerRepository.remove(db, managerId, clock.now());
        if (!removed) throw missing(managerId);
        return removed;
      }),

    restore: (removed) =>
      database.write((db) => {
        const key = managerRepository.identityKeyOf(removed.name, removed.email);
        if (managerRepository.find(db, removed.id) !== null) return;
        if (managerRepository.idOfKey(db, key) !== null) throw taken(removed.name);
        managerRepository.restore(db, removed);
      }),

    assign: ({ managerId, formationIds, componentId, onlyFree }) =>
      database.write((db) => {
        if (managerId !== null) found(db, managerId);
        const ofComponent = componentId === null ? [] : managerRepository.formationsOfComponent(db, componentId);
        const former: FormerManager[] = [];
        for (const formationId of new Set<FormationId>([...formationIds, ...ofComponent])) {
          const before = managerRepository.managerOf(db, formationId);
          if (before === undefined) throw new AppError('not-found', `There is no formation ${formationId}.`);
          if (before === managerId || (onlyFree && before !== null)) continue;
          const marks = managerRepository.assign(db, formationId, managerId, now());
          former.push({ formationId, managerId: before, marks: [...marks] });
        }
        return former;
      }),

    giveBack: (former) =>
      database.write((db) => {
        for (const { formationId, managerId, marks } of former) {
          const present = managerRepository.managerOf(db, formationId);
          const isThere = managerId === null || managerRepository.find(db, managerId) !== null;
          if (present === undefined || present === managerId || !isThere) continue;
          managerRepository.assign(db, formationId, managerId, now());
          // What nobody says by hand any more is for files to say again.
          managerRepository.forgetAssigning(db, formationId, marks);
        }
      }),
  };
}

function found(db: ReadDb, managerId: FormationManagerId): Manager {
  const manager = managerRepository.find(db, managerId);
  if (!manager) throw missing(managerId);
  return manager;
}

function missing(managerId: FormationManagerId): AppError {
  return new AppError('not-found', `There is no manager ${managerId}.`, null, { managerId });
}

function taken(name: string): AppError {
  return new AppError('conflict', 'Another manager has this address or name.', 'manager-known', { name });
}

function addressOf(typed: string | null): string | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  const email = parseEmail(text);
  if (email === undefined) {
    throw new AppError('invalid-input', 'This is no e-mail address.', 'email-invalid', { field: 'managerEmail' });
  }
  return email;
}
