import type { GroupHandlers } from '../../../shared/contract/define';
import type { kiosk } from '../../../shared/contract/kiosk';
import type { KioskService } from './kiosk-service';

export function createKioskHandlers(service: KioskService): GroupHandlers<typeof kiosk> {
  return {
    state: () => ({ isOn: service.isOn() }),
    enter: async ({ code }) => {
      await service.enter(code);
      return null;
    },
    leave: async ({ code }) => {
      await service.leave(code);
      return null;
    },
  };
}
