import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { loadReferenceTables } from './reference-service';

const referenceDir = resolve(import.meta.dirname, '../../../../data/reference');

it('fills empty tables with ROME once', async () => {
  await using place = openTemporaryDatabase();
  const { database } = place;
  await loadReferenceTables(database, referenceDir);
  await loadReferenceTables(database, referenceDir);
  const one = (sql: string): unknown => database.read.prepare(sql).get();
  expect(one('select count(*) n, count(distinct parent_code) parents from rome_occupation')).toEqual({
    n: 1584,
    parents: 532,
  });
  expect(one('select count(*) n from domain where parent_code is null')).toEqual({ n: 14 });
  expect(
    one(
      "select o.label, p.label parent from rome_occupation o join rome_occupation p on p.code = o.parent_code where o.code = 'A1102'",
    ),
  ).toEqual({
    label: "Conducteur / Conductrice d'engins d'exploitation forestière",
    parent: "Conducteur / Conductrice d'engins agricoles",
  });
});

it('stores nothing of a file that is not whole', async () => {
  await using place = openTemporaryDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  writeFileSync(join(folder, 'rome-domains.csv'), 'code;label;parent_code\nA;Agriculture;\n');
  writeFileSync(join(folder, 'rome-occupations.csv'), 'code;label;parent_code\nA1102;Forestier;A1101\n');
  await expect(loadReferenceTables(place.database, folder)).rejects.toThrow('FOREIGN KEY');
  expect(place.database.read.prepare('select count(*) n from domain').get()).toEqual({ n: 0 });
  rmSync(folder, { recursive: true });
});
