import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../src/shared/domain/import';
import { isJobOver } from '../../src/shared/domain/job';
import type { Embedder } from '../../src/main/core/ports';
import { openApp, type OpenApp } from '../support/open-app';
import { createWordEmbedder } from '../support/word-embedder';

const formations = `id;intitulé;mots-clés
F1;Métallerie;soudeur | soudure
F2;Soins infirmiers;infirmier | hôpital
`;
/** One offer of one company, so that what a file says under its number is taken for the same offer. */
const offers = (title: string): string =>
  `référence;intitulé;description;entreprise\nA;${title};${title} de jour;Brumelis\n`;

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function take(app: OpenApp, kind: ImportKind, content: string) {
  const path = join(dataDir, 'rows.csv');
  await writeFile(path, content);
  const request = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null, dryRun: false };
  const { importId, jobId } = await app.client.imports.start(request);
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return importId;
}

/** Waits until no ranking waits or runs any more. */
async function settle(app: OpenApp): Promise<void> {
  const { rows } = await app.client.jobs.list({ page: 0, pageSize: 50 });
  for (const { id, state } of rows) if (!isJobOver(state)) await app.endOf(id);
}

/** What the command line does after an import: the ranking is left to `rank`. */
async function leave(app: OpenApp): Promise<void> {
  const { rows } = await app.client.jobs.list({ page: 0, pageSize: 50 });
  for (const { id, kind, state } of rows) {
    if (kind === 'rank' && !isJobOver(state)) await app.client.jobs.cancel({ jobId: id });
  }
  await settle(app);
}

async function look(app: OpenApp) {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 10 });
  const { outcomes } = await app.client.university.overview({});
  return { pending: outcomes.pending, shown: rows.map(({ title, best }) => [title, best?.title ?? null]) };
}

describe('a ranking', () => {
  it('follows a corrected file after an import was taken back', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    await take(app, 'formations', formations);
    await take(app, 'offers', offers('Secrétaire bilingue'));
    const wrong = await take(app, 'offers', offers('Soudeur soudure'));
    await settle(app);
    expect(await look(app)).toEqual({ pending: 0, shown: [['Soudeur soudure', 'Métallerie']] });
    await app.endOf((await app.client.imports.undo({ importId: wrong })).jobId);
    await leave(app);
    await take(app, 'offers', offers('Infirmier hôpital'));
    await leave(app);
    expect(await look(app)).toEqual({ pending: 1, shown: [['Infirmier hôpital', null]] });
    await app.endOf((await app.client.matches.refresh({})).jobId);
    expect(await look(app)).toEqual({ pending: 0, shown: [['Infirmier hôpital', 'Soins infirmiers']] });
  });

  it('goes on at the start of an application that stays open, also with a new model', async () => {
    {
      await using app = await openApp({}, undefined, { dataDir });
      await take(app, 'formations', formations);
      await take(app, 'offers', offers('Soudeur soudure'));
      await leave(app);
    }
    const openWith = (embedder: Embedder, staysOpen: boolean) =>
      openApp({ embedder }, undefined, { dataDir, staysOpen });
    {
      await using app = await openWith(createWordEmbedder(), false);
      await settle(app);
      expect((await look(app)).pending).toBe(1);
    }
    const ranked = { pending: 0, shown: [['Soudeur soudure', 'Métallerie']] };
    for (const model of ['words', 'other']) {
      await using app = await openWith(createWordEmbedder(model), true);
      await expect.poll(() => look(app), { timeout: 10_000 }).toEqual(ranked);
      await expect
        .poll(() => app.database.read.prepare('select model_id from ranking').pluck().all(), { timeout: 10_000 })
        .toEqual([model]);
      await settle(app);
    }
    await using app = await openWith(createWordEmbedder('other'), true);
    const before = await app.client.jobs.list({ page: 0, pageSize: 1 });
    await app.client.host.info({});
    expect((await app.client.jobs.list({ page: 0, pageSize: 1 })).total).toBe(before.total);
  });
});
