import type { GroupHandlers } from '../../../shared/contract/define';
import type { logos } from '../../../shared/contract/logos';
import type { LogoService } from './logo-service';

export function createLogoHandlers(service: LogoService): GroupHandlers<typeof logos> {
  return {
    list: () => service.list(),
    shown: ({ componentId }) => service.shown(componentId),
    save: async ({ componentId, png }) => {
      await service.save(componentId, png);
      return null;
    },
  };
}
