import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { home, passphrase, place, start, wantEncryption, writeOffer } from '../support/encrypted-home';

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
  expect([job.state, job.error?.reason]).toEqual(['failed', 'backup-damaged']);
  expect((await app.client.backups.state({})).rows.map(({ isEncrypted }) => isEncrypted)).toEqual([false, true]);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

it('counts and encrypts those from before a restore too, wherever they lie', async () => {
  const share = join(place(), 'partage');
  mkdirSync(share);
  {
    await using app = await start(null, 2);
    await writeOffer(app);
    await app.client.backups.setFolder({ folder: share });
    await app.endOf((await app.client.backups.start({})).jobId);
    const [{ name } = { name: '' }] = (await app.client.backups.state({})).rows;
    await app.client.backups.restore({ name });
  }
  {
    // The restored database takes another id with its first backup.
    await using app = await start(null, 3);
    await writeOffer(app);
    await app.endOf((await app.client.backups.start({})).jobId);
    await wantEncryption(app);
  }
  // Of another PC in the same folder.
  const foreign = 'smart-recruiting-0badcafe-2026-03-01T09-00-00-000Z-asked.db';
  const [first = ''] = readdirSync(share).filter((name) => name.endsWith('.db'));
  copyFileSync(join(share, first), join(share, foreign));
  await using app = await start(passphrase, 4);
  const kinds = async (): Promise<unknown[]> =>
    (await app.client.backups.state({})).rows
      .filter(({ folder }) => folder === share)
      .map(({ isOwn, isFormer, isEncrypted }) => ({ isOwn, isFormer, isEncrypted }));
  const [own, former, other] = [
    { isOwn: true, isFormer: false },
    { isOwn: false, isFormer: true },
    { isOwn: false, isFormer: false },
  ];
  const plain = { isEncrypted: false };
  expect(await kinds()).toEqual([own, former, other].map((kind) => ({ ...kind, ...plain })));
  await app.endOf((await app.client.backups.encrypt({})).jobId);
  const encrypted = { isEncrypted: true };
  expect(await kinds()).toEqual([
    { ...own, ...encrypted },
    { ...former, ...encrypted },
    { ...other, ...plain },
  ]);
});
