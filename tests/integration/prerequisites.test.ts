import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FormationId } from '../../src/shared/domain/ids';
import { openApp, type OpenApp } from '../support/open-app';
import { createWordEmbedder } from '../support/word-embedder';

const formationId = 1 as FormationId;

async function take(app: OpenApp, attendus: string) {
  const path = join(app.dataDir, 'formations.csv');
  await writeFile(path, `code;intitulé;composante;attendus\nL1;Licence de droit;DROIT;${attendus}\n`);
  const fileId = app.fileStore.adopt(path);
  const file = { fileId, kind: 'formations', format: null, mapping: null, dryRun: false } as const;
  const { importId, jobId } = await app.client.imports.start(file);
  expect((await app.endOf(jobId)).error).toBeNull();
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 10 });
  return { importId, issues: rows.flatMap(({ issues }) => issues.map(({ code, column }) => [code, column])) };
}

const told = async ({ client }: OpenApp) => (await client.formations.get({ formationId })).prerequisites;

it('what a formation asks for is read, can be written by hand, and then holds against files until that is taken back', async () => {
  await using app = await openApp();
  const { client } = app;
  await take(app, '"Baccalauréat,\nméthode"');
  expect(await told(app)).toBe('Baccalauréat,\nméthode');

  const saved = await client.formations.setPrerequisites({ formationId, prerequisites: '  Bac et entretien ' });
  expect([saved.former, await told(app)]).toEqual(['Baccalauréat,\nméthode', 'Bac et entretien']);
  const again = await client.formations.setPrerequisites({ formationId, prerequisites: 'Bac et entretien' });
  expect(again.marks).toEqual([]);

  const { importId, issues } = await take(app, 'Dossier');
  expect([issues, await told(app)]).toEqual([[['kept-by-hand', 'attendus']], 'Bac et entretien']);
  await client.imports.takeFileValue({ importId, line: 2, column: 'attendus' });
  expect(await told(app)).toBe('Dossier');
  await client.imports.keepOwnValue({ importId, line: 2, column: 'attendus' });
  expect(await told(app)).toBe('Bac et entretien');

  const emptied = await client.formations.setPrerequisites({ formationId, prerequisites: ' ' });
  await take(app, 'Dossier et entretien');
  expect(await told(app)).toBeNull();
  await client.formations.setPrerequisites({ formationId, prerequisites: emptied.former, undoes: emptied.marks });
  await client.formations.setPrerequisites({ formationId, prerequisites: saved.former, undoes: saved.marks });
  expect((await take(app, 'Dossier et lettre')).issues).toEqual([]);
  expect(await told(app)).toBe('Dossier et lettre');

  await expect(client.formations.setPrerequisites({ formationId: 9, prerequisites: null })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('what a formation asks for is no part of what is compared', async () => {
  const embedder = createWordEmbedder();
  await using app = await openApp({ embedder });
  await take(app, 'Cuisine moléculaire');
  const nobody = { company: null, contact: null, city: null };
  const text = { title: 'Juriste', description: 'Suivre des dossiers de droit social.', skills: [], ...nobody };
  await app.client.matches.preview(text);
  await app.client.formations.setPrerequisites({ formationId, prerequisites: 'Soudure sous-marine' });
  await app.client.matches.preview(text);
  expect(embedder.embedded.join(' ')).toContain('licence');
  expect(embedder.embedded.join(' ')).not.toMatch(/moleculaire|soudure/);
});
