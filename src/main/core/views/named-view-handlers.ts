import type { GroupHandlers } from '../../../shared/contract/define';
import type { namedViews } from '../../../shared/contract/named-views';
import type { NamedViewService } from './named-view-service';

export function createNamedViewHandlers(service: NamedViewService): GroupHandlers<typeof namedViews> {
  return {
    list: ({ page }) => service.list(page),
    save: (request) => service.save(request),
    see: async ({ viewId }) => {
      await service.see(viewId);
      return null;
    },
    remove: async ({ viewId }) => {
      await service.remove(viewId);
      return null;
    },
  };
}
