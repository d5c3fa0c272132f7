import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../../src/shared/domain/import';
import { adopt } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

const texts = {
  offers: 'Intitulé;Entreprise;Ville;Début;Gratification\nStage data;Octorive;Lyon;01/03/2026;800 €\n',
  formations: 'Code;Intitulé;Niveau;Composante\nA1;Master Droit;Bac+5;UFR Droit\n',
  companies: 'Raison sociale;SIRET;Adresse\nOctorive;;1 rue Noire\n',
} as const satisfies Record<ImportKind, string>;

async function recognised(app: OpenApp, text: string, kind: ImportKind | null = null) {
  return await app.client.imports.recognise({ fileId: await adopt(app, text), kind });
}

describe('a file of several', () => {
  it.each(['offers', 'formations', 'companies'] as const)('is recognised as %s by its columns', async (kind) => {
    await using app = await openApp();
    const file = await recognised(app, texts[kind]);
    expect([file.kind, file.profile, file.rows.length]).toEqual([kind, null, 1]);
  });

  it('is what it was imported as before, and what somebody says', async () => {
    await using app = await openApp();
    const text = 'poste;où\nVendeur;Paris\n';
    const source = { fileId: await adopt(app, text, 'source.csv'), kind: 'companies', format: null } as const;
    const { jobId } = await app.client.imports.start({ ...source, mapping: ['name', 'city'], dryRun: false });
    expect((await app.endOf(jobId)).error).toBeNull();
    const file = await recognised(app, text);
    expect([file.kind, file.profile?.name, file.mapping]).toEqual(['companies', 'source.csv', ['name', 'city']]);
    const said = await recognised(app, text, 'offers');
    expect([said.kind, said.profile, said.mapping]).toEqual(['offers', null, ['title', null]]);
  });

  it('is refused with its name where it is no file to import', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, Buffer.from([0x89, 0x50, 0, 0, 0]), 'image.csv');
    await expect(app.client.imports.recognise({ fileId, kind: null })).rejects.toMatchObject({
      reason: 'file-binary',
      details: { file: 'image.csv' },
    });
  });
});
