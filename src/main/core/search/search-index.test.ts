import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../../tests/support/temporary-database';
import { openReadConnection } from '../db/open-in-thread';
import { createWordFinder } from './find-words';
import { indexInMemory } from './index-file';
import { readPlace } from '../places/place-service';
import { openSearchIndex, type SearchIndex } from './search-index';
import { readQuery } from './search-query';
import { indexFamilyOf, wordsToFind } from './search-words';

const always = Number.MAX_SAFE_INTEGER;

type Sql = readonly [sql: string, ...values: (string | number | null)[]];

async function change({ database }: TemporaryDatabase, ...statements: readonly Sql[]): Promise<void> {
  await database.write((db) => {
    for (const [sql, ...values] of statements) db.prepare(sql).run(...values);
  });
}

const insert = (id: number, title: string, description = ''): Sql => [
  `insert or replace into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at,
     updated_at, description) values (?, ?, ?, 'published', 2025, '', ?, '2026-01-01', '2026-01-01', ?)`,
  ...[id, title, title, `offer ${id}`, description],
];

/** The ids that the index gives for a text, all of whose words an offer has to have, in order of the ids. */
function find(index: SearchIndex, text: string): readonly number[] {
  const found = createWordFinder(index.file).find(readQuery(index.file, `${text} `));
  return found.how === 'every-word' ? found.ids.toSorted((one, other) => one - other) : [];
}

/** Tidies step by step, as somebody does who lets questions in between; says how many steps it took. */
function tidy(index: SearchIndex): number {
  let steps = 1;
  while (!index.tidy(0).isDone) steps += 1;
  return steps;
}

describe('the index of offers', () => {
  it('finds exactly the offers that have a word, whatever was added, changed and deleted', async () => {
    const words = ['soudure', 'soudures', 'comptable', 'chimie', 'réseau', 'réseaux', 'élève', 'c++', 'Lyon', '38000'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((list) => list.join(' '));
    const step = fc.record({
      id: fc.integer({ min: 1, max: 600 }),
      what: fc.constantFrom('put', 'delete', 'restate'),
      title: text,
      description: text,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 12 }), { maxLength: 5 }), async (rounds) => {
        await using place = openTemporaryDatabase();
        const connection = openReadConnection(place.database.path);
        const index = openSearchIndex(indexInMemory);
        const offers = new Map<number, string>();
        for (const steps of rounds) {
          const statements = steps.map(({ id, what, title, description }): Sql => {
            if (what === 'delete') {
              offers.delete(id);
              return ['delete from offer where id = ?', id];
            }
            if (what === 'restate') return ["update offer set status = 'filled' where id = ?", id];
            offers.set(id, `${title} ${description}`);
            return insert(id, title || 'x', description);
          });
          await change(place, ...statements);
          expect(index.update(connection.read, always)).toEqual({ isComplete: true });
          for (const word of words) {
            const family = indexFamilyOf(wordsToFind(word)[0] ?? '');
            const expected = [...offers]
              .filter(([, content]) => wordsToFind(content).map(indexFamilyOf).includes(family))
              .map(([id]) => id);
            expect(find(index, word)).toEqual(expected.toSorted((one, other) => one - other));
          }
        }
        index.close();
        connection.close();
      }),
      { numRuns: 25 },
    );
  });

  it('follows the company, the town, the skills and what was read', async () => {
    await using place = openTemporaryDatabase();
    const connection = openReadConnection(place.database.path);
    const index = openSearchIndex(indexInMemory);
    await change(place, insert(7, 'Assistant'), [
      `insert into company (id, name, name_key, content_hash, created_at, updated_at)
       values (1, 'Bois & Fils', 'bois fils', 'c', '2026-01-01', '2026-01-01')`,
    ]);
    index.update(connection.read, always);
    expect(find(index, 'bois')).toEqual([]);
    await change(
      place,
      ["update offer set company_id = 1, company_key = 'bois fils', city = 'Vienne', postcode = '38200' where id = 7"],
      ["insert into skill (id, label, label_key) values (1, 'Menuiserie', 'menuiserie')"],
      ['insert into offer_skill (offer_id, position, skill_id) values (7, 0, 1)'],
    );
    await place.database.write((db) => readPlace(db, 7));
    index.update(connection.read, always);
    for (const word of ['bois', 'vienne', '38200', '38', 'menuiseries']) expect(find(index, word)).toEqual([7]);
    index.close();
    connection.close();
  });

  it('stops when its time is over, and goes on where it stopped', async () => {
    await using place = openTemporaryDatabase();
    const connection = openReadConnection(place.database.path);
    const index = openSearchIndex(indexInMemory);
    await change(place, insert(1, 'Soudeur'), insert(300, 'Soudeur'), insert(600, 'Soudeur'));
    expect(index.update(connection.read, 0)).toEqual({ isComplete: false });
    expect(find(index, 'soudeur')).toEqual([1]);
    expect(index.update(connection.read, 0)).toEqual({ isComplete: false });
    expect(index.update(connection.read, 0)).toEqual({ isComplete: true });
    expect(find(index, 'soudeur')).toEqual([1, 300, 600]);
    index.close();
    connection.close();
  });
});

describe('the file of the index', () => {
  it('is used again as it is, and made anew when its rules, its tables or its bytes are others', async () => {
    await using place = openTemporaryDatabase();
    const connection = openReadConnection(place.database.path);
    const dir = mkdtempSync(join(tmpdir(), 'index é '));
    const path = join(dir, 'index.db');
    await change(place, insert(1, 'Soudeur'));
    const open = (): SearchIndex => {
      const index = openSearchIndex(path);
      index.update(connection.read, always);
      return index;
    };
    open().close();
    const again = open();
    expect(again.version).toBe(0);
    again.file.prepare("update rule set value = '0.0'").run();
    again.close();
    const renewed = open();
    expect(renewed.version).toBe(1);
    expect(find(renewed, 'soudeur')).toEqual([1]);
    renewed.close();
    writeFileSync(path, 'no database at all');
    const repaired = open();
    expect(find(repaired, 'soudeur')).toEqual([1]);
    repaired.close();
    connection.close();
    rmSync(dir, { recursive: true });
  });

  it('is emptied when it has seen changes that the database has not, as after a restore', async () => {
    await using place = openTemporaryDatabase();
    await using former = openTemporaryDatabase();
    const dir = mkdtempSync(join(tmpdir(), 'index-'));
    const path = join(dir, 'index.db');
    await change(place, insert(1, 'Soudeur'));
    await change(place, ["update offer set title = 'Chimiste', raw_title = 'Chimiste' where id = 1"]);
    await change(former, insert(1, 'Soudeur'));
    for (const [{ database }, word] of [[place, 'chimiste'] as const, [former, 'soudeur'] as const]) {
      const connection = openReadConnection(database.path);
      const index = openSearchIndex(path);
      index.update(connection.read, always);
      expect(find(index, word)).toEqual([1]);
      expect(find(index, 'soudeur').length + find(index, 'chimiste').length).toBe(1);
      index.close();
      connection.close();
    }
    rmSync(dir, { recursive: true });
  });

  it('keeps no word of offers that are gone', async () => {
    await using place = openTemporaryDatabase();
    const connection = openReadConnection(place.database.path);
    const index = openSearchIndex(indexInMemory);
    const ids = Array.from({ length: 250 }, (_, id) => id + 1);
    await change(place, insert(1_000, 'Soudeur'), ...ids.map((id) => insert(id, 'Assistante de Kowalczyk')));
    index.update(connection.read, always);
    await change(place, ['delete from offer where id < 1000']);
    index.update(connection.read, always);
    tidy(index);
    expect(index.file.prepare('select word from word').pluck().all()).toEqual(['soudeur']);
    index.close();
    connection.close();
  });
});

describe('what was erased', () => {
  afterEach(() => vi.useRealTimers());

  it('leaves no word in the files of the index after a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00') });
    await using place = openTemporaryDatabase();
    const dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-index-'));
    const index = openSearchIndex(join(dir, 'index.db'));
    const reader = openReadConnection(place.database.path);
    const holds = (): boolean =>
      readdirSync(dir).some((name) => /morvan?tec/i.test(readFileSync(join(dir, name), 'latin1')));
    await change(place, insert(1, 'Soudeur'), insert(2, 'Comptable', 'Écrire à Mme Morvantec'));
    index.update(reader.read, always);
    expect(holds()).toBe(true);
    tidy(index);
    await change(place, ['delete from offer where id = 2']);
    index.update(reader.read, always);
    // Hardly anything remains, and it was tidied today.
    tidy(index);
    expect(holds()).toBe(true);
    vi.setSystemTime(new Date('2026-03-03T09:00:00'));
    expect(tidy(index)).toBeGreaterThan(3);
    expect(holds()).toBe(false);
    expect(find(index, 'soudeur')).toEqual([1]);
    expect(find(index, 'comptable')).toEqual([]);
    reader.close();
    index.close();
    rmSync(dir, { recursive: true });
  });
});
