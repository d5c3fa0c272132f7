import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OfferService } from '../../../shared/domain/import';
import { offerServiceSchema } from '../../../shared/domain/service-question';

/**
 * Beside the database and not in it: which services this PC may ask, and keys that only its system can open. No backup,
 * export or copy for support carries it.
 */
export const connectorFileName = 'connectors.json';

const storedServiceSchema = z.object({
  isOn: z.boolean(),
  /** Both keys as JSON, locked away by the system. */
  sealedKeys: z.base64().nullable(),
  /** How often it was asked, by day. */
  asked: z.record(z.iso.date(), z.int().nonnegative()),
  /** The questions that were asked, with the references of all that came: what is no longer among them has gone. */
  questions: z.array(z.object({ key: z.string(), seen: z.array(z.string()) })),
});
export type StoredService = z.infer<typeof storedServiceSchema>;

const storedSchema = z.partialRecord(offerServiceSchema, storedServiceSchema);

const nothing: StoredService = { isOn: false, sealedKeys: null, asked: {}, questions: [] };

export interface ConnectorStore {
  of(service: OfferService): StoredService;
  /** Keeps what changed, at once: a crash forgets no request. Throws what writing a file throws. */
  put(service: OfferService, change: Partial<StoredService>): void;
}

export function openConnectorStore(dataDir: string): ConnectorStore {
  const path = join(dataDir, connectorFileName);
  let stored = readStored(path);
  const of = (service: OfferService): StoredService => stored[service] ?? nothing;
  return {
    of,
    put(service, change) {
      stored = { ...stored, [service]: { ...of(service), ...change } };
      writeFileSync(`${path}.part`, JSON.stringify(stored), { mode: 0o600 });
      renameSync(`${path}.part`, path);
    },
  };
}

/** A file that cannot be read switches everything off. */
function readStored(path: string): z.infer<typeof storedSchema> {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}
