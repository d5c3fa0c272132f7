import type { GroupHandlers } from '../../../shared/contract/define';
import type { managers } from '../../../shared/contract/managers';
import type { FormationManagerService } from './formation-manager-service';

export function createFormationManagerHandlers(service: FormationManagerService): GroupHandlers<typeof managers> {
  return {
    list: (request) => service.list(request),
    get: ({ managerId }) => service.get(managerId),
    unreachable: () => service.unreachable(),
    save: async (request) => ({ managerId: await service.save(request) }),
    remove: ({ managerId }) => service.remove(managerId),
    restore: async ({ removed }) => {
      await service.restore(removed);
      return null;
    },
    assign: async (request) => ({ former: await service.assign(request) }),
    giveBack: async ({ former }) => {
      await service.giveBack(former);
      return null;
    },
  };
}
