import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /** The day on which it was last asked for an offer, by reference; of open ones only. */
  checked: z.record(z.string(), z.iso.date()).default({}),
});
export type StoredService = z.infer<typeof storedServiceSchema>;

const storedSchema = z.partialRecord(offerServiceSchema, storedServiceSchema);

const nothing: StoredService = { isOn: false, sealedKeys: null, asked: {}, questions: [], checked: {} };

export interface ConnectorStore {
  /** The name of the file that could not be read and was put aside, so that nothing is on or counted; null for none. */
  readonly damagedFile: string | null;
  of(service: OfferService): StoredService;
  /** Keeps what changed, at once: a crash forgets no request. Throws what writing a file throws. */
  put(service: OfferService, change: Partial<StoredService>): void;
}

export function openConnectorStore(dataDir: string): ConnectorStore {
  const path = join(dataDir, connectorFileName);
  const read = readStored(path);
  let { stored } = read;
  const of = (service: OfferService): StoredService => stored[service] ?? nothing;
  return {
    damagedFile: read.damagedFile,
    of,
    put(service, change) {
      stored = { ...stored, [service]: { ...of(service), ...change } };
      writeFileSync(`${path}.part`, JSON.stringify(stored), { mode: 0o600 });
      renameSync(`${path}.part`, path);
    },
  };
}

/** What lies aside is not read again: whoever looks after the PC may find in it what was lost. */
const damagedFileName = 'connectors.damaged.json';

/** A file that cannot be read switches everything off, and is put aside. */
function readStored(path: string): {
  readonly stored: z.infer<typeof storedSchema>;
  readonly damagedFile: string | null;
} {
  if (!existsSync(path)) return { stored: {}, damagedFile: null };
  try {
    return { stored: storedSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), damagedFile: null };
  } catch {
    return { stored: {}, damagedFile: putAside(path) };
  }
}

/** Where the file is now: a locked one stays where it is. */
function putAside(path: string): string {
  try {
    renameSync(path, join(dirname(path), damagedFileName));
    return damagedFileName;
  } catch {
    return connectorFileName;
  }
}
