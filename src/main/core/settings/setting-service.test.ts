import { expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import * as settingRepository from './setting-repository';
import { createSettingService, defaultSettings } from './setting-service';

it('has defaults as long as nobody chose', async () => {
  await using place = openTemporaryDatabase();
  expect(createSettingService(place.database).get()).toEqual(defaultSettings);
});

it('changes what is named and keeps the rest', async () => {
  await using place = openTemporaryDatabase();
  const service = createSettingService(place.database);
  await service.update({ theme: 'dark', matchThreshold: 0.4 });
  const all = await service.update({ language: 'en', matchThreshold: null });
  expect(all).toEqual({ ...defaultSettings, theme: 'dark', language: 'en' });
  expect(createSettingService(place.database).get()).toEqual(all);
});

it('falls back to the default of a stored value that makes no sense', async () => {
  await using place = openTemporaryDatabase();
  await place.database.write((db) => settingRepository.put(db, 'academicYearStart', { month: 13, day: 1 }));
  expect(createSettingService(place.database).get().academicYearStart).toEqual({ month: 9, day: 1 });
});

it('does not keep anybody waiting for a theme while a long write goes on', async () => {
  await using place = openTemporaryDatabase();
  const service = createSettingService(place.database);
  let release = (): void => undefined;
  const writing = place.database.write(() => new Promise<void>((resolve) => (release = resolve)));
  expect((await service.update({ theme: 'dark' })).theme).toBe('dark');
  expect((await service.update({ language: 'en' })).theme).toBe('dark');
  expect(service.get()).toMatchObject({ theme: 'dark', language: 'en' });
  expect(createSettingService(place.database).get().theme).toBe('system');
  release();
  await writing;
  await place.database.write(() => undefined);
  expect(createSettingService(place.database).get()).toMatchObject({ theme: 'dark', language: 'en' });
});

it('takes a change back when what has to follow it fails', async () => {
  await using place = openTemporaryDatabase();
  const service = createSettingService(place.database);
  service.onChange(() => {
    throw new Error('cannot follow');
  });
  await expect(service.update({ theme: 'dark' })).rejects.toThrow('cannot follow');
  expect(service.get().theme).toBe('system');
});
