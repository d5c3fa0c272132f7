import type { GroupHandlers } from '../../../shared/contract/define';
import type { romePack } from '../../../shared/contract/rome-pack';
import type { RomePackService } from './rome-pack-service';

export function createRomePackHandlers(service: RomePackService): GroupHandlers<typeof romePack> {
  return {
    state: () => service.state(),
    check: ({ fileIds }, signal) => service.check(fileIds, signal),
    put: ({ checkId }) => service.put(checkId),
    use: ({ packId }) => service.use(packId),
  };
}
