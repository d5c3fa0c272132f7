import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ImportKind } from '../../src/shared/domain/import';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

const columns = 'référence;intitulé;description';
const long = 'Vous tiendrez les comptes de la maison. '.repeat(1_000).trim();

async function workbookOf(app: OpenApp, what: 'offers' | 'formations'): Promise<Buffer> {
  const { jobId, fileId } = await app.client.exports.start({ request: { what, filter: {} }, format: 'xlsx' });
  expect((await app.endOf(jobId)).summary).toMatchObject({ rows: 1, cutCells: 1 });
  return await readFile(app.fileStore.locate(fileId).path);
}

async function take(app: OpenApp, kind: ImportKind, content: string | Buffer, name?: string) {
  const { job } = await start(app, kind, await adopt(app, content, name));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return job.summary;
}

it.each(['A1', ''])('a workbook that comes back leaves the texts that it had to cut off: offer “%s”', async (own) => {
  await using app = await openApp();
  await take(app, 'offers', `${columns}\n${own};Stage;${long}\n`);
  await take(app, 'formations', `code;intitulé;description\nF1;Gestion;${long}\n`);
  const textsOf = () =>
    ['offer', 'formation'].map((table) => app.database.read.prepare(`select description from ${table}`).pluck().get());
  expect(textsOf()).toEqual([long, long]);
  for (const kind of ['offers', 'formations'] as const) {
    const bytes = await workbookOf(app, kind);
    expect(await take(app, kind, bytes, `${kind}.xlsx`)).toMatchObject({ read: 1, unchanged: 1 });
  }
  expect(textsOf()).toEqual([long, long]);
});

it('another text in the place of one that was cut off is taken', async () => {
  await using app = await openApp();
  await take(app, 'offers', `${columns}\nA1;Stage;${long}\n`);
  const other = `${long.slice(0, 32_766).replace('comptes', 'livres')}…`;
  await take(app, 'offers', `${columns}\nA1;Stage;${other}\n`);
  expect(app.database.read.prepare('select description from offer').pluck().all()).toEqual([other]);
});
