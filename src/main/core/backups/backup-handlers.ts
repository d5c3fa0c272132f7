import type { backups } from '../../../shared/contract/backups';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { BackupService } from './backup-service';

export function createBackupHandlers(service: BackupService): GroupHandlers<typeof backups> {
  return {
    state: () => service.state(),
    start: async () => ({ jobId: await service.start() }),
    setFolder: ({ folder }) => service.setFolder(folder),
    encrypt: async () => ({ jobId: await service.encrypt() }),
    unlock: async ({ name, words }) => {
      await service.unlock(name, words);
      return null;
    },
    compare: ({ name }) => service.compare(name),
    restore: ({ name }) => service.restore(name),
    cancelRestore: () => service.cancelRestore(),
  };
}
