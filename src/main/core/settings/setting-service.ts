import { setTimeout as delay } from 'node:timers/promises';
import { settingsSchema, type Settings } from '../../../shared/contract/settings';
import { defaultYearStart } from '../../../shared/domain/academic-year';
import type { Database, ReadDb, WriteDb } from '../db/open';
import * as settingRepository from './setting-repository';

export const defaultSettings: Settings = {
  language: 'fr',
  theme: 'system',
  universityName: '',
  academicYearStart: defaultYearStart,
  smallNumber: 5,
  personName: null,
  officeName: '',
  messageLanguage: 'fr',
  sharesContact: true,
  contactAccess: 'none',
  reminderAfterDays: 7,
  backupFolder: null,
  watchedFolder: null,
  databaseId: null,
  formerDatabaseIds: [],
  rehearsal: null,
  backupFailure: null,
  looksForUpdates: false,
  matchThreshold: null,
};

export interface SettingService {
  /** All settings; one that was never chosen, or that no longer makes sense, has its default. */
  get(db?: ReadDb): Settings;
  /**
   * Stores the named settings and returns all. `onChange` listeners hear of it inside the same transaction. What only
   * tells how things are shown is answered after 100 ms even while a long write goes on, and stored behind it.
   */
  update(change: SettingChange): Promise<Settings>;
  /** The same within a transaction that is open already. */
  apply(db: WriteDb, change: SettingChange): Settings;
  /** Work that has to follow a change in the same transaction, such as recomputing what was derived from a setting. */
  onChange(listener: SettingListener): void;
  /** Work that a change calls for once it is stored, such as a job; `update` waits until it has begun. */
  afterUpdate(listener: UpdateListener): void;
}

export type SettingChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };
export type SettingListener = (db: WriteDb, now: Settings, before: Settings) => void;
export type UpdateListener = (now: Settings, before: Settings) => Promise<unknown>;

/** Nothing is derived from these. */
const shownOnly: ReadonlySet<string> = new Set<keyof Settings>([
  ...(['language', 'theme', 'smallNumber', 'messageLanguage', 'sharesContact'] as const),
]);
const answerAfterMs = 100;

/** Settings on the database. */
export function createSettingService(database: Database): SettingService {
  const listeners: SettingListener[] = [];
  const updateListeners: UpdateListener[] = [];
  let coming: SettingChange = {};
  const get = (db?: ReadDb): Settings => {
    const stored = db ? settingRepository.readAll(db) : { ...settingRepository.readAll(database.read), ...coming };
    const entries = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
      const value = schema.safeParse(stored[key]);
      return value.success ? [[key, value.data] as const] : [];
    });
    return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(entries) });
  };
  const apply = (db: WriteDb, change: SettingChange): Settings => {
    const before = get(db);
    for (const [key, value] of Object.entries(change)) {
      if (value !== undefined) settingRepository.put(db, key, value);
    }
    const now = get(db);
    for (const listener of listeners) listener(db, now, before);
    return now;
  };
  const storeSoon = async (change: SettingChange, writing: Promise<unknown>): Promise<Settings> => {
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    coming = { ...coming, ...said };
    const arrived = writing.finally(() => {
      const isNewer = ([key, value]: [string, unknown]): boolean => value !== change[key as keyof Settings]; // A key of ours.
      coming = Object.fromEntries(Object.entries(coming).filter(isNewer));
    });
    await Promise.race([arrived, delay(answerAfterMs, undefined, { ref: false })]);
    return get();
  };
  return {
    get,
    apply,
    async update(change) {
      const writing = database.write((db) => ({ before: get(db), now: apply(db, change) }));
      if (Object.keys(change).every((key) => shownOnly.has(key))) return await storeSoon(change, writing);
      const { now, before } = await writing;
      for (const listener of updateListeners) await listener(now, before);
      return now;
    },
    onChange: (listener) => void listeners.push(listener),
    afterUpdate: (listener) => void updateListeners.push(listener),
  };
}
