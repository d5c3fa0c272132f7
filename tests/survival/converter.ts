import { join } from 'node:path';
import { z } from 'zod';
import { holdDataKey, type DataKey } from '../../src/main/core/db/data-keys';
import { encryptBackup } from '../../src/main/core/db/convert-database';
import { backupFolderName, openDatabase } from '../../src/main/core/db/open';
import { makeKeyFile, sealKey } from '../../src/main/core/encryption/key-file';
import { keepKeyFile } from '../../src/main/core/encryption/key-file-service';
import { backupNames } from './examine';

// What changes under which key something lies, in a process of its own that somebody may kill: says when it begins, what is
// acknowledged, and when it is over.

const keySchema = z.object({ id: z.string(), secret: z.string() });
export const convertOrdersSchema = z.object({
  dataDir: z.string(),
  migrationsDir: z.string(),
  keys: z.array(keySchema),
  work: z.discriminatedUnion('kind', [
    /** A start, which brings the database under the key that is wanted. */
    z.object({ kind: z.literal('start') }),
    z.object({ kind: z.literal('encrypt-backups'), keyId: z.string() }),
    /** One passphrase after the other, each sealed beforehand. */
    z.object({ kind: z.literal('change-passphrase'), passphrases: z.array(z.string()), times: z.int() }),
  ]),
});
export type ConvertOrders = z.infer<typeof convertOrdersSchema>;

const orders = convertOrdersSchema.parse(JSON.parse(process.argv[2] ?? ''));
for (const key of orders.keys) holdDataKey(key);
await perform(orders);
say('over');

function say(what: 'begun' | 'done' | 'over'): void {
  process.stdout.write(`${what}\n`);
}

async function perform({ dataDir, migrationsDir, keys, work }: ConvertOrders): Promise<void> {
  switch (work.kind) {
    case 'start':
      say('begun');
      return await openDatabase({ dataDir, migrationsDir, now: new Date() }).close();
    case 'encrypt-backups':
      say('begun');
      for (const name of backupNames(dataDir)) encryptBackup(join(dataDir, backupFolderName, name), work.keyId);
      return;
    case 'change-passphrase': {
      const [key] = keys;
      if (!key) throw new Error('There is no key.');
      return await changePassphrase(dataDir, key, work.passphrases, work.times);
    }
  }
}

async function changePassphrase(dataDir: string, key: DataKey, words: readonly string[], times: number): Promise<void> {
  const seals = await Promise.all(words.map((each) => sealKey(key, 'passphrase', each)));
  say('begun');
  for (let revision = 1; revision <= times; revision += 1) {
    const seal = seals[revision % seals.length];
    if (!seal) throw new Error('There is no passphrase.');
    keepKeyFile(dataDir, { key, file: makeKeyFile(key, { revision, seals: [seal], system: null }) });
    say('done');
  }
}
