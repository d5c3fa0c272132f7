import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyIdOf } from '../../src/main/core/db/data-keys';
import {
  databaseIn,
  dayOf,
  home,
  passphrase,
  place,
  reasonOf,
  start,
  traces,
  wantEncryption,
  writeOffer,
} from '../support/encrypted-home';
import type { OpenApp } from '../support/open-app';
import { migrationsDir } from '../support/temporary-database';

/** Which of the traces stand in which files of a folder. */
function found(dir = home()): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const content = readFileSync(join(parentPath, name)).toString('latin1').toLowerCase();
      const isThere = (trace: string): boolean => content.includes(Buffer.from(trace).toString('latin1').toLowerCase());
      return traces.filter(isThere).map((trace) => `${trace} in ${name}`);
    });
}

const findOffer = async ({ client }: OpenApp): Promise<number> => {
  const sort = { by: 'relevance', direction: 'desc' } as const;
  const answer = await client.search.offers({ text: 'zwyxomorphe', filter: {}, sort, page: 0, pageSize: 10 });
  return answer.total;
};

it('leaves no name in any file: database, journal, index, backups, old ones once they are replaced', async () => {
  {
    await using app = await start();
    await writeOffer(app);
    expect(await findOffer(app)).toBe(1);
    await app.endOf((await app.client.backups.start({})).jobId);
    await wantEncryption(app);
    expect(new Set(found().map((trace) => trace.split(' in ')[0]))).toEqual(new Set(traces));
  }
  expect(await reasonOf(start())).toBe('key-needed');
  expect(await reasonOf(start('trois chevaux verts'))).toBe('key-wrong');
  await using app = await start(passphrase, 3);
  expect(await app.client.encryption.state({})).toMatchObject({
    ...{ isEncrypted: true, pending: null, opensBy: ['passphrase'], hasKeyFile: true, failure: null },
  });
  expect(await findOffer(app)).toBe(1);
  await writeOffer(app);
  await app.endOf((await app.client.backups.start({})).jobId);
  const before = await app.client.backups.state({});
  expect(before.rows.map(({ isEncrypted }) => isEncrypted)).toEqual([true, false]);
  expect(new Set(found().map((trace) => trace.split(' in ')[1]))).toEqual(new Set([before.rows[1]?.name]));
  await app.endOf((await app.client.backups.encrypt({})).jobId);
  expect((await app.client.backups.state({})).rows.map(({ isEncrypted }) => isEncrypted)).toEqual([true, true]);
  expect(readdirSync(home()).filter((name) => name.includes('smart-recruiting'))).toEqual(
    expect.arrayContaining(['smart-recruiting.db-wal', 'smart-recruiting-search.db']),
  );
  expect(found()).toEqual([]);
  // Neither the passphrase nor the key lies anywhere.
  const { heldDataKeys } = await import('../../src/main/core/db/data-keys');
  const [{ secret } = { secret: '' }] = heldDataKeys();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  for (const entry of readdirSync(home(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    expect([entry.name, bytes.includes(secret), bytes.includes(Buffer.from(secret, 'hex'))]).toEqual([
      ...[entry.name, false, false],
    ]);
    expect([entry.name, bytes.includes(passphrase)]).toEqual([entry.name, false]);
  }
});

it('comes back on another PC with the recovery key alone, from a backup and the key file beside it', async () => {
  let recoveryKey = '';
  {
    await using app = await start();
    await app.client.university.loadSample({}).then(({ jobId }) => app.endOf(jobId));
    recoveryKey = await wantEncryption(app);
  }
  {
    await using app = await start(passphrase, 3);
    await app.endOf((await app.client.backups.start({})).jobId);
  }
  const share = join(place(), 'clé USB');
  mkdirSync(share);
  for (const name of readdirSync(join(home(), 'backup'))) copyFileSync(join(home(), 'backup', name), join(share, name));
  expect(readdirSync(share).filter((name) => name.endsWith('.key'))).toHaveLength(1);
  const elsewhere = join(place(), 'autre PC');
  {
    await using app = await start(null, 4, elsewhere);
    await app.client.backups.setFolder({ folder: share });
    const [{ name } = { name: '' }] = (await app.client.backups.state({})).rows.filter(
      ({ isEncrypted }) => isEncrypted,
    );
    expect(await reasonOf(app.client.backups.restore({ name }))).toBe('key-needed');
    expect(await reasonOf(app.client.backups.compare({ name }))).toBe('key-needed');
    expect(await reasonOf(app.client.backups.unlock({ name, words: 'autre chose, enfin' }))).toBe('key-wrong');
    await app.client.backups.unlock({ name, words: recoveryKey });
    expect(await app.client.backups.compare({ name })).toEqual({ isOther: true, lost: [] });
    expect((await app.client.backups.restore({ name })).requested).toBe(name);
  }
  expect(await reasonOf(start(null, 5, elsewhere))).toBe('key-needed');
  await using app = await start(recoveryKey, 5, elsewhere);
  expect((await app.client.backups.state({})).restore).toMatchObject({ state: 'restored' });
  expect((await app.client.university.overview({})).offers).toBe(1_500);
  expect(keyIdOf(databaseIn(elsewhere))).toBe(keyIdOf(databaseIn(home())));
});

it('takes another passphrase, which opens the backups too, and becomes plain again for who knows it only', async () => {
  {
    await using app = await start();
    await writeOffer(app);
    await wantEncryption(app);
  }
  {
    await using app = await start(passphrase, 3);
    await app.endOf((await app.client.backups.start({})).jobId);
    const next = { passphrase: 'quatre ânes gris', bySystem: false };
    expect(await reasonOf(app.client.encryption.setOpeners({ words: 'faux', ...next }))).toBe('key-wrong');
    const neither = { words: passphrase, passphrase: null, bySystem: true };
    expect(await reasonOf(app.client.encryption.setOpeners(neither))).toBe('opener-missing');
    await app.client.encryption.setOpeners({ words: passphrase, ...next });
  }
  expect(await reasonOf(start(passphrase, 4))).toBe('key-wrong');
  // The key file of the data folder is torn: the one beside the backups is taken, and opens alike.
  const [keyFile = ''] = readdirSync(home()).filter((name) => name.endsWith('.key'));
  writeFileSync(join(home(), keyFile), '{');
  {
    await using app = await start('quatre ânes gris', 4);
    expect(await reasonOf(app.client.encryption.decrypt({ words: passphrase }))).toBe('key-wrong');
    expect((await app.client.encryption.decrypt({ words: 'quatre ânes gris' })).pending).toBe('decrypt');
    expect((await app.client.encryption.cancel({})).pending).toBeNull();
    await app.client.encryption.decrypt({ words: 'quatre ânes gris' });
  }
  {
    await using app = await start('quatre ânes gris', 5);
    expect(await app.client.encryption.state({})).toMatchObject({ isEncrypted: false, pending: null });
    expect(await findOffer(app)).toBe(1);
  }
  expect(keyIdOf(databaseIn(home()))).toBeNull();
  // No key is needed any more.
  await using app = await start(null, 6);
  expect((await app.client.university.overview({})).offers).toBe(1);
});

it('is not made plain by somebody who can write to the folder but has no key', async () => {
  {
    await using app = await start();
    await wantEncryption(app);
  }
  {
    await using app = await start(passphrase, 3);
    expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  }
  writeFileSync(join(home(), 'encryption.json'), JSON.stringify({ keyId: null, proof: 'a'.repeat(64) }));
  {
    await using app = await start(passphrase, 4);
    expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  }
  rmSync(join(home(), 'encryption.json'));
  await using app = await start(passphrase, 5);
  expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
});

it('says everywhere that a conversion could not be done, until it is no longer asked for', async () => {
  {
    await using app = await start();
    await writeOffer(app);
    await wantEncryption(app);
  }
  // Something is in the way of the copy.
  mkdirSync(join(`${databaseIn(home())}.converting`, 'x'), { recursive: true });
  await using app = await start(passphrase, 3);
  const { client } = app;
  const told = async (): Promise<unknown[]> => {
    const [{ notices }, health, state] = [
      await client.host.info({}),
      await client.host.health({}),
      await client.encryption.state({}),
    ];
    return [notices, health.database.encryption.failure?.reason, state.failure?.reason];
  };
  expect(await told()).toEqual([['encryption-failed'], 'encryption-failed', 'encryption-failed']);
  await client.encryption.cancel({});
  expect(await told()).toEqual([[], undefined, undefined]);
});

it('is salvaged although the id of its key was overwritten, and restores a plain backup under its key', async () => {
  {
    await using app = await start();
    await app.client.university.loadSample({}).then(({ jobId }) => app.endOf(jobId));
    await app.endOf((await app.client.backups.start({})).jobId);
    await wantEncryption(app);
  }
  {
    await using app = await start(passphrase, 3);
    expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  }
  const bytes = readFileSync(databaseIn(home()));
  writeFileSync(databaseIn(home()), Buffer.concat([Buffer.alloc(16, 0x5a), bytes.subarray(16)]));
  expect(await reasonOf(start(passphrase, 4))).toBe('database-damaged');
  const { salvageDatabase } = await import('../../src/main/core/db/salvage');
  const target = join(place(), 'salvaged.db');
  const now = new Date(dayOf(4));
  const { content } = salvageDatabase({ path: databaseIn(home()), target, migrationsDir, now });
  expect(content).toMatchObject({ offers: 1_500, formations: 185, companies: 101 });
  expect(keyIdOf(target)).toMatch(/^[0-9a-f]{32}$/);
  writeFileSync(databaseIn(home()), bytes);
  {
    await using app = await start(passphrase, 5);
    const [{ name } = { name: '' }] = (await app.client.backups.state({})).rows.filter(
      ({ isEncrypted }) => !isEncrypted,
    );
    await app.client.backups.restore({ name });
  }
  await using app = await start(passphrase, 6);
  expect((await app.client.backups.state({})).restore).toMatchObject({ state: 'restored' });
  expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  expect((await app.client.university.overview({})).offers).toBe(1_500);
});
