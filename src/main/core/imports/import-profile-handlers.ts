import type { GroupHandlers } from '../../../shared/contract/define';
import type { importProfiles } from '../../../shared/contract/import-profiles';
import { AppError } from '../../../shared/domain/app-error';
import type { Database } from '../db/open';
import * as importProfileRepository from './import-profile-repository';

export function createImportProfileHandlers(database: Database): GroupHandlers<typeof importProfiles> {
  return {
    list: () => importProfileRepository.list(database.read),
    rename: async ({ kind, fingerprint, name }) => {
      const isThere = await database.write((db) => importProfileRepository.rename(db, kind, fingerprint, name));
      if (!isThere) throw new AppError('not-found', 'There is no such profile.', null, { kind });
      return null;
    },
    remove: async ({ kind, fingerprint }) => {
      await database.write((db) => importProfileRepository.remove(db, kind, fingerprint));
      return null;
    },
    restore: async (profile) => {
      await database.write((db) => importProfileRepository.restore(db, profile));
      return null;
    },
  };
}
