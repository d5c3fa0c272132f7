import type { GroupHandlers } from '../../../shared/contract/define';
import type { encryption } from '../../../shared/contract/encryption';
import type { EncryptionService } from './encryption-service';

export function createEncryptionHandlers(service: EncryptionService): GroupHandlers<typeof encryption> {
  return {
    state: () => service.state(),
    begin: (openers) => service.begin(openers),
    confirm: ({ end }) => service.confirm(end),
    cancel: () => service.cancel(),
    setOpeners: ({ words, ...openers }) => service.setOpeners(words, openers),
    decrypt: ({ words }) => service.decrypt(words),
  };
}
