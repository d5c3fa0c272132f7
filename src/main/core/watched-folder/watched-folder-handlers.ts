import type { GroupHandlers } from '../../../shared/contract/define';
import type { watchedFolder } from '../../../shared/contract/watched-folder';
import type { WatchedFolderService } from './watched-folder-service';

export function createWatchedFolderHandlers(service: WatchedFolderService): GroupHandlers<typeof watchedFolder> {
  return {
    state: () => service.state(),
    set: ({ folder }) => service.set(folder),
    open: ({ name }, signal) => service.open(name, signal),
  };
}
