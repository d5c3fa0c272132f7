import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, openOffice, sure } from '../support/transmission-office';

describe('formation managers', () => {
  it('are added and given a formation, or a component without taking anything from others', async () => {
    await using office = await openOffice();
    const { client } = office;
    expect((await client.managers.unreachable({})).formations.map(({ title }) => title)).toEqual([
      'Arts',
      'Musicologie',
    ]);
    const { managerId } = await client.managers.save({ managerId: null, name: 'Zoé Blin', email: 'Zoe@Univ.example' });
    const arts = await client.formations.get({ formationId: office.formation('Arts') });
    const assigned = { managerId, formationIds: [], componentId: arts.component?.id ?? null };
    expect((await client.managers.assign({ ...assigned, onlyFree: true })).former).toEqual([
      {
        ...{ formationId: office.formation('Musicologie'), managerId: null },
        marks: ['managerName', 'managerEmail'].map((field) => ({ field, former: null })),
      },
    ]);
    const { former } = await client.managers.assign({ ...assigned, onlyFree: false });
    expect((await client.managers.get({ managerId })).formations.map(({ title }) => title)).toEqual([
      'Arts',
      'Musicologie',
    ]);
    await client.managers.giveBack({ former });
    expect((await client.managers.get({ managerId })).formations.map(({ title }) => title)).toEqual(['Musicologie']);
    const sort = { by: 'name', direction: 'desc' } as const;
    const { rows } = await client.managers.list({ filter: { text: 'zoe' }, sort, page: 0, pageSize: 10 });
    expect(rows).toEqual([
      ...[{ id: managerId, name: 'Zoé Blin', email: 'Zoe@Univ.example', formationCount: 1 }].map((row) => ({
        ...{ ...row, components: ['UFR Lettres'], awaiting: 0, sent: 0 },
      })),
    ]);
  });

  it('have one address each, which must be one', async () => {
    await using office = await openOffice();
    const save = (email: string | null, name = 'X') => office.client.managers.save({ managerId: null, name, email });
    expect(await failureOf(save('PAUL@univ.example'))).toBe('manager-known');
    expect(await failureOf(save('paul at univ'))).toBe('email-invalid');
    expect(await failureOf(save(null, 'sans adresse'))).toBe('manager-known');
    expect(await failureOf(save(null, '  '))).toBe('name-missing');
  });

  it('keep an address that a person gave when the file without it is imported again', async () => {
    await using office = await openOffice();
    const { client, app } = office;
    const sort = { by: 'name', direction: 'asc' } as const;
    const list = async () => (await client.managers.list({ filter: {}, sort, page: 0, pageSize: 10 })).rows;
    const known = (await list()).find(({ email }) => email === null);
    if (!known) throw new Error('One has no address.');
    await client.managers.save({ managerId: known.id, name: known.name, email: 'sans@univ.example' });
    const fileId = app.fileStore.adopt(join(app.dataDir, 'formations.csv'));
    const again = { fileId, kind: 'formations', format: null, mapping: null, dryRun: false } as const;
    const { importId, jobId } = await client.imports.start(again);
    await app.endOf(jobId);
    expect((await client.imports.get({ importId })).counts).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
    expect((await list()).map(({ email }) => email).toSorted()).toEqual([
      'nadege@univ.example',
      'paul@univ.example',
      'sans@univ.example',
    ]);
  });

  it('stay with a formation whose import is undone after a person gave it to them', async () => {
    await using office = await openOffice();
    const { client, app } = office;
    const { managerId } = await client.managers.save({ managerId: null, name: 'Zoé Blin', email: 'zoe@univ.example' });
    const formationIds = [office.formation('Musicologie')];
    await client.managers.assign({ managerId, formationIds, componentId: null, onlyFree: false });
    await app.endOf((await client.imports.undo({ importId: office.importId })).jobId);
    expect((await client.managers.get({ managerId })).formations.map(({ title }) => title)).toEqual(['Musicologie']);
    expect(await failureOf(client.managers.remove({ managerId }))).toBe('action-impossible');
  });

  it('come back with their lines of the register when their removal is taken back', async () => {
    await using office = await openOffice();
    const { client } = office;
    await office.say(await office.prepare(await office.publish(), 'Droit'), 'sent');
    const managerId = sure((await office.register())[0]).managerId;
    if (managerId === null) throw new Error('Somebody runs it.');
    const before = await client.managers.get({ managerId });
    const formationIds = before.formations.map(({ id }) => id);
    const taken = { managerId: null, formationIds, componentId: null, onlyFree: false };
    const { former } = await client.managers.assign(taken);
    const removed = await client.managers.remove({ managerId });
    expect((await office.register()).map((row) => [row.managerId, row.managerName])).toEqual([[null, before.name]]);
    // Somebody else may have the address by now.
    const { managerId: other } = await client.managers.save({ managerId: null, name: 'X', email: before.email });
    expect(await failureOf(client.managers.restore({ removed }))).toBe('manager-known');
    await client.managers.remove({ managerId: other });
    await client.managers.restore({ removed });
    await client.managers.restore({ removed });
    await client.managers.giveBack({ former });
    expect(await client.managers.get({ managerId })).toEqual(before);
    expect((await office.register()).map((row) => row.managerId)).toEqual([managerId]);
  });

  it('follow the next file again once what a person said of a formation is taken back', async () => {
    await using office = await openOffice();
    const { client, app } = office;
    const formationIds = [office.formation('Droit')];
    const { former } = await client.managers.assign({
      managerId: null,
      formationIds,
      componentId: null,
      onlyFree: false,
    });
    await client.managers.giveBack({ former });
    const path = join(app.dataDir, 'formations.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/Paul Orsini;paul@univ/, 'Zoé Blin;zoe@univ'));
    const file = { fileId: app.fileStore.adopt(path), kind: 'formations', format: null, mapping: null } as const;
    await app.endOf((await client.imports.start({ ...file, dryRun: false })).jobId);
    const sort = { by: 'title', direction: 'asc' } as const;
    const { rows } = await client.formations.list({ filter: { text: 'droit' }, sort, page: 0, pageSize: 10 });
    expect(rows.map(({ managerName }) => managerName)).toEqual(['Zoé Blin']);
  });
});
