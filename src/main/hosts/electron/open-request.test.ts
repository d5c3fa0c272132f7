import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDataDir, readLink, readOpenRequest } from './open-request';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-open-'));
  for (const name of ['offres été.csv', 'offres.exe', 'notes.XLSX', 'Échange.SmartRecruiting'])
    writeFileSync(join(dir, name), 'titre\n');
});
afterAll(() => rmSync(dir, { recursive: true }));

it('opens the first file or link among the arguments, from the folder where the person is', () => {
  const file = { kind: 'file', path: join(dir, 'offres été.csv') };
  expect(readOpenRequest(['--data-dir=/tmp/x', 'offres été.csv', 'notes.XLSX'], dir)).toEqual(file);
  expect(readOpenRequest([join(dir, 'offres été.csv')], '/')).toEqual(file);
  expect(readOpenRequest(['smart-recruiting://offers/12', 'notes.XLSX'], dir)).toEqual({
    ...{ kind: 'page', address: 'offers/12' },
  });
});

it('tells the package of another university from a table', () => {
  const path = join(dir, 'Échange.SmartRecruiting');
  expect(readOpenRequest([path], '/')).toEqual({ kind: 'package', path });
});

it.each([[[]], [['--inspect']], [['offres.exe']], [['gone.csv']], [['.']], [['']], [['\0.csv']]])(
  'opens nothing for %j',
  (args) => {
    expect(readOpenRequest(args, dir)).toBeNull();
  },
);

it.each([
  'https://example.org/offers/1',
  'smart-recruiting://offers/1/../../settings',
  'smart-recruiting://offers/1?x=<script>',
  'smart-recruiting://settings/1',
  'smart-recruiting://offers/12345678901234567890',
  'javascript:alert(1)//smart-recruiting://offers/1',
  'smart-recruiting://offers/1\n',
])('does not follow %j', (link) => {
  expect(readLink(link)).toBeNull();
});

it.each([
  [['--data-dir=/tmp/été 1', 'offres.csv'], '/tmp/été 1'],
  [['--no-sandbox', '--data-dir', '/tmp/été 1', 'offres.csv'], '/tmp/été 1'],
  [['--lang=fr', '-x', 'offres.csv'], null],
  [['--data-dir='], null],
  [['--data-dir'], null],
])('finds the data folder in %j', (args, folder) => {
  expect(readDataDir(args)).toBe(folder);
});
