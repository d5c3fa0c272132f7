import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { OfferId } from '../../src/shared/domain/ids';
import type { ConflictRule } from '../../src/shared/domain/import';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

const header = 'référence;intitulé;statut;motif de clôture;clôturée le';
const inEachStatus = `${header}
A1;Stage brouillon;brouillon;;
A2;Stage publié;publiée;;
A3;Stage transmis;transmise;;
A4;Stage pourvu;pourvue;Pourvue par un étudiant de l’université;12/01/2026
A5;Stage archivé;archivée;Doublon d’une autre offre;13/01/2026
A6;Stage fermé ailleurs;clôturée;Budget gelé;
A7;Stage sans statut;;;
`;

async function table(app: OpenApp, format: 'excel-fr' | 'rfc4180' = 'rfc4180'): Promise<Buffer> {
  const request = { what: 'offers', filter: {} } as const;
  const { jobId, fileId } = await app.client.exports.start({ request, format });
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return await readFile(app.fileStore.locate(fileId).path);
}

async function take(app: OpenApp, content: string | Buffer) {
  const { importId, job } = await start(app, 'offers', await adopt(app, content));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 100 });
  return { importId, rows, outcomes: rows.map(({ state }) => state) };
}

/** Where each offer stands, by its reference. */
async function standings(app: OpenApp): Promise<Record<string, unknown>> {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  const offers = await Promise.all(rows.map(({ id }) => app.client.offers.get({ offerId: id })));
  return Object.fromEntries(
    offers
      .sort((one, other) => ((one.externalId ?? '') < (other.externalId ?? '') ? -1 : 1))
      .map(({ externalId, status, closingReason, closedOn }): [string, unknown] => [
        externalId ?? '',
        [status, closingReason, closedOn],
      ]),
  );
}

async function idOf(app: OpenApp, reference: string): Promise<OfferId> {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  for (const { id } of rows) if ((await app.client.offers.get({ offerId: id })).externalId === reference) return id;
  throw new Error(`There is no offer ${reference}.`);
}

async function undo(app: OpenApp, importId: Awaited<ReturnType<typeof take>>['importId']) {
  const { jobId } = await app.client.imports.undo({ importId });
  expect((await app.endOf(jobId)).state).toBe('succeeded');
}

describe('where an offer stands', () => {
  it.each(['excel-fr', 'rfc4180'] as const)(
    'is read back from our own export in %s, for each status',
    async (format) => {
      await using here = await openApp();
      await using there = await openApp();
      await take(here, inEachStatus);
      const expected = {
        A1: ['draft', null, null],
        A2: ['published', null, null],
        A3: ['transmitted', null, null],
        A4: ['filled', 'our-student', '2026-01-12'],
        A5: ['archived', 'duplicate', '2026-01-13'],
        A6: ['archived', 'Budget gelé', null],
        A7: ['published', null, null],
      };
      expect(await standings(here)).toEqual(expected);
      const exported = await table(here, format);
      expect((await take(here, exported)).outcomes).toEqual(Array.from({ length: 7 }, () => 'unchanged'));
      await take(there, exported);
      expect(await standings(there)).toEqual(expected);
      expect((await table(there, format)).equals(exported)).toBe(true);
    },
  );

  it('follows a later file, and goes back and forth with its undo and redo', async () => {
    await using app = await openApp();
    await take(app, `${header}\nA1;Stage;publiée;;\n`);
    const { importId, outcomes } = await take(app, `${header}\nA1;Stage;pourvue;Aucun candidat;03/02/2026\n`);
    expect(outcomes).toEqual(['updated']);
    expect(await standings(app)).toEqual({ A1: ['filled', 'no-candidate', '2026-02-03'] });
    await undo(app, importId);
    expect(await standings(app)).toEqual({ A1: ['published', null, null] });
    const { jobId } = await app.client.imports.redo({ importId });
    await app.endOf(jobId);
    expect(await standings(app)).toEqual({ A1: ['filled', 'no-candidate', '2026-02-03'] });
    const first = await take(app, `${header}\nB1;Stage neuf;archivée;Date dépassée;04/02/2026\n`);
    await undo(app, first.importId);
    await app.endOf((await app.client.imports.redo({ importId: first.importId })).jobId);
    expect((await standings(app))['B1']).toEqual(['archived', 'expired', '2026-02-04']);
  });

  it('stays as a person left it, until the person takes what the file says', async () => {
    await using app = await openApp();
    const open = `${header}\nA1;Stage;publiée;;\n`;
    await take(app, open);
    const offerId = await idOf(app, 'A1');
    await app.client.offers.act({ offerId, revision: null, action: 'fill', reason: 'someone-else' });
    const filled = await standings(app);
    expect(filled).toEqual({ A1: ['filled', 'someone-else', expect.any(String)] });
    const { importId, rows } = await take(app, open);
    expect(rows).toMatchObject([
      {
        state: 'unchanged',
        issues: [{ severity: 'warning', code: 'kept-by-hand', column: 'statut', value: 'publiée' }],
      },
    ]);
    expect(await standings(app)).toEqual(filled);
    const cell = { importId, line: 2, column: 'statut' };
    await app.client.imports.takeFileValue(cell);
    expect(await standings(app)).toEqual({ A1: ['published', null, null] });
    await app.client.imports.keepOwnValue(cell);
    expect(await standings(app)).toEqual(filled);
  });

  it('says nothing where a cell is empty, and warns of words that nobody knows', async () => {
    await using app = await openApp();
    await take(app, `${header}\nA1;Stage;pourvue;Aucun candidat;03/02/2026\n`);
    const { outcomes, rows } = await take(app, `${header}\nA1;Stage;;;\nA2;Autre;Cadre;;\n`);
    expect(outcomes).toEqual(['unchanged', 'created']);
    expect(rows[1]?.issues).toEqual([{ severity: 'warning', code: 'unknown-word', column: 'statut', value: 'Cadre' }]);
    expect(await standings(app)).toEqual({
      A1: ['filled', 'no-candidate', '2026-02-03'],
      A2: ['published', null, null],
    });
  });
});

describe('a package', () => {
  async function handOver(from: OpenApp, to: OpenApp, conflicts: ConflictRule) {
    const contents = { offers: {}, formations: null, companies: null };
    await from.client.settings.update({ universityName: 'Université de l’Est' });
    const { jobId, fileId } = await from.client.packages.write({
      contents,
      personalData: false,
      licence: 'Usage interne',
    });
    expect((await from.endOf(jobId)).state).toBe('succeeded');
    const bytes = await readFile(from.fileStore.locate(fileId).path);
    const opened = await to.client.packages.open({ fileId: await adopt(to, bytes, `${conflicts}.smartrecruiting`) });
    for (const part of opened.parts) {
      const request = { fileId: part.fileId, kind: part.kind, format: null, mapping: null, dryRun: false, conflicts };
      expect((await to.endOf((await to.client.imports.start(request)).jobId)).state).toBe('succeeded');
    }
  }

  it('brings a filled offer as filled, and opens none that was filled here', async () => {
    await using here = await openApp();
    await using there = await openApp();
    await here.client.settings.update({ universityName: 'Université de l’Est' });
    await take(here, `${header}\nA1;Stage comptable;publiée;;\nA2;Stage pourvu;pourvue;;05/01/2026\n`);
    await handOver(here, there, 'ours');
    expect(await standings(there)).toEqual({ A1: ['published', null, null], A2: ['filled', null, '2026-01-05'] });
    const offerId = await idOf(there, 'A1');
    await there.client.offers.act({ offerId, revision: null, action: 'fill', reason: 'our-student' });
    for (const conflicts of ['ours', 'theirs'] as const) await handOver(here, there, conflicts);
    expect((await standings(there))['A1']).toEqual(['filled', 'our-student', expect.any(String)]);
    // What was filled there comes back as filled, too, by a student who is none of ours.
    await handOver(there, here, 'theirs');
    expect((await standings(here))['A1']).toEqual(['filled', 'someone-else', expect.any(String)]);
  });

  it('says nothing that is only so where it was made', async () => {
    await using here = await openApp();
    await using there = await openApp();
    await here.client.settings.update({ universityName: 'Université de l’Est' });
    await take(here, inEachStatus);
    await handOver(here, there, 'ours');
    expect(await standings(there)).toEqual({
      A2: ['published', null, null],
      A3: ['published', null, null],
      A4: ['filled', 'someone-else', '2026-01-12'],
      A6: ['archived', 'Budget gelé', null],
      A7: ['published', null, null],
    });
  });
});
