import { z } from 'zod';
import type { OfferService } from '../../../shared/domain/import';
import type { KeyVault } from '../ports';
import type { ConnectorStore } from './connector-store';
import type { ServiceKeys } from './service-asker';

/** The keys of services: locked away by the system where it can, else in memory until the application closes. */
export interface KeyRing {
  canKeep(): Promise<boolean>;
  placeOf(service: OfferService): 'none' | 'system' | 'run';
  /** Null where there are none, or where the system does not open them any more. */
  keysOf(service: OfferService): Promise<ServiceKeys | null>;
  put(service: OfferService, keys: ServiceKeys): Promise<void>;
  forget(service: OfferService): void;
}

const keysSchema = z.object({ id: z.string(), secret: z.string() });

export function createKeyRing(store: ConnectorStore, vault: KeyVault | undefined): KeyRing {
  const ofRun = new Map<OfferService, ServiceKeys>();
  const canKeep = async (): Promise<boolean> => (await vault?.isUsable()) ?? false;
  return {
    canKeep,
    placeOf(service) {
      if (ofRun.has(service)) return 'run';
      return vault && store.of(service).sealedKeys !== null ? 'system' : 'none';
    },
    async keysOf(service) {
      const { sealedKeys } = store.of(service);
      const known = ofRun.get(service);
      if (known || sealedKeys === null || !vault) return known ?? null;
      const opened = await vault.open(Buffer.from(sealedKeys, 'base64'));
      return opened === null ? null : keysSchema.parse(JSON.parse(opened));
    },
    async put(service, { id, secret }) {
      const keys = { id, secret };
      if (vault && (await canKeep())) {
        const sealed = await vault.seal(JSON.stringify(keys));
        store.put(service, { sealedKeys: Buffer.from(sealed).toString('base64') });
        ofRun.delete(service);
      } else {
        store.put(service, { sealedKeys: null });
        ofRun.set(service, keys);
      }
    },
    forget(service) {
      ofRun.delete(service);
      store.put(service, { sealedKeys: null });
    },
  };
}
