import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { home, passphrase, place, reasonOf, start, wantEncryption } from '../support/encrypted-home';

const another = 'quatre ânes gris';
const backups = (): string => join(home(), 'backup');
const chosen = (): string => join(place(), 'clé USB');

function keyFileIn(folder: string): string {
  const [name] = readdirSync(folder).filter((each) => each.endsWith('.key'));
  if (name === undefined) throw new Error(`There is no key file in ${folder}.`);
  return join(folder, name);
}

/** Turns a bit of the seal of the passphrase over: the file can be read, and does not open. */
function flipSeal(path: string): void {
  const file = JSON.parse(readFileSync(path, 'utf8')) as { seals: { by: string; sealed: string }[] };
  for (const seal of file.seals.filter(({ by }) => by === 'passphrase')) {
    const bytes = Buffer.from(seal.sealed, 'base64');
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    seal.sealed = bytes.toString('base64');
  }
  writeFileSync(path, JSON.stringify(file));
}

let recoveryKey = '';
beforeEach(async () => {
  await using app = await start();
  await app.client.university.loadSample({}).then(({ jobId }) => app.endOf(jobId));
  recoveryKey = await wantEncryption(app);
});

it('lies in two places before anything is encrypted', () => {
  expect(readFileSync(keyFileIn(backups()), 'utf8')).toBe(readFileSync(keyFileIn(home()), 'utf8'));
});

it('is opened by any sound copy, also of the chosen folder, which then mends the others', async () => {
  mkdirSync(chosen());
  {
    await using app = await start(passphrase, 3);
    await app.client.backups.setFolder({ folder: chosen() });
    await app.endOf((await app.client.backups.start({})).jobId);
  }
  const whole = readFileSync(keyFileIn(chosen()), 'utf8');
  flipSeal(keyFileIn(home()));
  writeFileSync(keyFileIn(backups()), whole.slice(0, 100));
  {
    await using app = await start(passphrase, 4);
    expect((await app.client.encryption.state({})).hasKeyFile).toBe(true);
  }
  for (const folder of [home(), backups(), chosen()]) expect(readFileSync(keyFileIn(folder), 'utf8')).toBe(whole);
  // The recovery key opens a file whose other seal is damaged, and does not spread it.
  flipSeal(keyFileIn(home()));
  {
    await using app = await start(recoveryKey, 5);
    expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  }
  for (const folder of [home(), backups(), chosen()]) expect(readFileSync(keyFileIn(folder), 'utf8')).toBe(whole);
});

it('is written anew from memory when somebody damages or removes it while the application runs', async () => {
  await using app = await start(passphrase, 3);
  const whole = readFileSync(keyFileIn(home()), 'utf8');
  flipSeal(keyFileIn(home()));
  writeFileSync(keyFileIn(backups()), '{');
  await app.endOf((await app.client.backups.start({})).jobId);
  for (const folder of [home(), backups()]) expect(readFileSync(keyFileIn(folder), 'utf8')).toBe(whole);
  rmSync(keyFileIn(home()));
  rmSync(keyFileIn(backups()));
  const next = { passphrase: another, bySystem: false };
  expect(await reasonOf(app.client.encryption.setOpeners({ words: passphrase, ...next }))).toBeNull();
  for (const folder of [home(), backups()]) expect(existsSync(keyFileIn(folder))).toBe(true);
  rmSync(keyFileIn(home()));
  expect((await app.client.encryption.state({})).hasKeyFile).toBe(true);
  expect(existsSync(keyFileIn(home()))).toBe(true);
});

it('of before a change of the passphrase opens nothing, and gives way to the newer one', async () => {
  mkdirSync(chosen());
  {
    await using app = await start(passphrase, 3);
    await app.client.backups.setFolder({ folder: chosen() });
    await app.endOf((await app.client.backups.start({})).jobId);
    // Away while the passphrase changes.
    renameSync(chosen(), `${chosen()} away`);
    await app.client.encryption.setOpeners({ words: passphrase, passphrase: another, bySystem: false });
  }
  renameSync(`${chosen()} away`, chosen());
  expect(readFileSync(keyFileIn(chosen()), 'utf8')).not.toBe(readFileSync(keyFileIn(home()), 'utf8'));
  expect(await reasonOf(start(passphrase, 4))).toBe('key-wrong');
  // Nor does it lend its passphrase to a start by the recovery key.
  {
    await using app = await start(recoveryKey, 4);
    expect((await app.client.encryption.state({})).isEncrypted).toBe(true);
  }
  expect(readFileSync(keyFileIn(chosen()), 'utf8')).toBe(readFileSync(keyFileIn(home()), 'utf8'));
  expect(await reasonOf(start(passphrase, 5))).toBe('key-wrong');
  await using app = await start(another, 5);
  expect((await app.client.university.overview({})).offers).toBe(1_500);
});
