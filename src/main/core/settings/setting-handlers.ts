import type { GroupHandlers } from '../../../shared/contract/define';
import type { settings } from '../../../shared/contract/settings';
import type { SettingService } from './setting-service';

export function createSettingHandlers(service: SettingService): GroupHandlers<typeof settings> {
  return {
    get: () => service.get(),
    update: (change) => service.update(change),
  };
}
