import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openApp, type OpenApp } from '../support/open-app';
import { offerIdSchema } from '../../src/shared/domain/ids';

const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const offerId = offerIdSchema.parse(1);
const labels = async ({ client }: OpenApp): Promise<string[] | null> =>
  (await client.offers.reading({ offerId }))?.skills.map(({ label }) => label) ?? null;

it('reads offers in the ranking job, and those of an older database at the next start', async () => {
  {
    await using app = await openApp({}, undefined, { dataDir });
    const path = join(dataDir, 'offers.csv');
    await writeFile(path, 'intitulé;description\nComptable;Vous tenez la compta des clients sous Excel.\n');
    const { jobId } = await app.client.imports.start({
      ...{ fileId: app.fileStore.adopt(path), kind: 'offers', format: null, mapping: null, dryRun: false },
    });
    await app.endOf(jobId);
    const ranking = await app.endOf((await app.client.matches.refresh({})).jobId);
    expect(ranking.state).toBe('succeeded');
    expect(await labels(app)).toEqual(['Comptabilité', 'Excel']);
    // As a database of the version before has it.
    await app.database.write((db) => {
      for (const table of ['offer_read_skill', 'offer_reading']) db.prepare(`delete from ${table}`).run();
    });
    expect(await labels(app)).toBeNull();
  }
  {
    // Safe mode leaves alone what is not asked for.
    await using app = await openApp({}, undefined, { dataDir, staysOpen: true, isSafe: true });
    const before = (await app.client.jobs.list({ page: 0, pageSize: 1 })).total;
    // Waits for the model, as whatever goes on of itself would.
    const text = { title: 'Comptable', description: 'Tenir la comptabilité.', skills: [] };
    await app.client.matches.preview({ ...text, company: null, contact: null, city: null });
    expect((await app.client.jobs.list({ page: 0, pageSize: 1 })).total).toBe(before);
    expect(await labels(app)).toBeNull();
  }
  await using app = await openApp({}, undefined, { dataDir, staysOpen: true });
  await expect.poll(() => labels(app), { timeout: 10_000 }).toEqual(['Comptabilité', 'Excel']);
});
