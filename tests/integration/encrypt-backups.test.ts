import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { home, passphrase, start, wantEncryption, writeOffer } from '../support/encrypted-home';

it('encrypts every sound plain backup, and leaves one as it is that is not what its checksum says', async () => {
  for (const day of [2, 3]) {
    await using app = await start(null, day);
    await writeOffer(app);
    await app.endOf((await app.client.backups.start({})).jobId);
    if (day === 3) await wantEncryption(app);
  }
  await using app = await start(passphrase, 4);
  const { rows } = await app.client.backups.state({});
  expect(rows.map(({ isEncrypted }) => isEncrypted)).toEqual([false, false]);
  // The newest comes first. A bit inside of a text, which SQLite does not see.
  const path = join(home(), 'backup', rows[0]?.name ?? '');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('zwyxomorphe');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const job = await app.endOf((await app.client.backups.encrypt({})).jobId);
  expect([job.state, job.error?.reason]).toEqual(['failed', 'database-damaged']);
  expect((await app.client.backups.state({})).rows.map(({ isEncrypted }) => isEncrypted)).toEqual([false, true]);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});
