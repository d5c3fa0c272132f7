import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectorFileName } from '../../src/main/core/connectors/connector-store';
import type { KeyVault, Ports } from '../../src/main/core/ports';
import type { Asked } from '../../src/shared/contract/connectors';
import type { OfferService } from '../../src/shared/domain/import';
import type { ServiceQuestion } from '../../src/shared/domain/service-question';
import { failuresEn } from '../../src/shared/texts/failures-en';
import { failuresFr } from '../../src/shared/texts/failures-fr';
import { openApp, type OpenApp } from '../support/open-app';
import { goodKeys, json, startServices, type StandInServices } from '../support/stand-in-services';

const nothingAsked: ServiceQuestion = { words: '', place: '', contract: null, days: null };
const inGrenoble: ServiceQuestion = { ...nothingAsked, words: 'développeur', place: 'Grenoble' };

const franceTravailOffer = (id: string) => ({
  ...{ id, intitule: `Développeur n° ${id}`, description: 'Vous écrivez des programmes.', typeContrat: 'CDI' },
  lieuTravail: { libelle: '38 - GRENOBLE', codePostal: '38000', commune: '38185' },
  entreprise: { nom: 'Ateliers de l’Isère' },
});
const adzunaOffer = (id: string) => ({
  ...{ id, title: `Comptable n° ${id}`, description: 'Tenir les comptes.', contract_type: 'permanent' },
  location: { area: ['France', 'Auvergne-Rhône-Alpes', 'Isère', 'Grenoble'] },
  company: { display_name: 'Musée des Alpes' },
});

let services: StandInServices;
let folder = '';
beforeEach(async () => {
  services = await startServices(60_000);
  folder = mkdtempSync(join(tmpdir(), 'connectors-'));
});
afterEach(async () => {
  await services[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** An application whose service is switched on and has its keys. */
async function openWith(
  service: OfferService,
  replaced: Partial<Ports> = {},
  options: Parameters<typeof openApp>[2] = {},
): Promise<OpenApp> {
  const app = await openApp({ serviceDoor: services.door, ...replaced }, undefined, options);
  await app.client.connectors.turn({ service, isOn: true });
  await app.client.connectors.setKeys({ service, ...goodKeys });
  return app;
}

async function outcomeOf(steps: AsyncIterable<Asked>): Promise<NonNullable<Asked['outcome']>> {
  let last: Asked | null = null;
  for await (const step of steps) last = step;
  if (!last?.outcome) throw new Error('The asking ended without an outcome.');
  return last.outcome;
}

const search = (app: OpenApp, service: OfferService, question = inGrenoble) =>
  outcomeOf(app.client.connectors.search({ service, question }));

/** Imports what a service answered, as the page does. */
async function take(app: OpenApp, { fileId }: NonNullable<Asked['outcome']>, dryRun = false) {
  if (fileId === null) throw new Error('There is nothing to import.');
  const source = { fileId, kind: 'offers', format: null, mapping: null } as const;
  const { importId, jobId } = await app.client.imports.start({ ...source, dryRun });
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return await app.client.imports.get({ importId });
}

/** Titles of offers that are open. */
async function openTitles({ client }: OpenApp): Promise<string[]> {
  const question = { filter: { isOpen: true }, sort: { by: 'title', direction: 'asc' } } as const;
  const { rows } = await client.offers.list({ ...question, page: 0, pageSize: 100 });
  return rows.map(({ title }) => title);
}

describe('France Travail', () => {
  it('asks page by page and hands all of it to the import, which tells where it comes from and can be taken back', async () => {
    await using app = await openWith('france-travail');
    for (let id = 1; id <= 320; id += 1) services.franceTravail.set(`${id}`, franceTravailOffer(`${id}`));
    const steps: Asked[] = [];
    const question = { ...inGrenoble, contract: 'work-study', days: 7 } as const;
    for await (const step of app.client.connectors.search({ service: 'france-travail', question })) steps.push(step);

    expect(services.got.map(({ path, query }) => [path.split('/').at(-1), query['range']])).toEqual([
      ['access_token', undefined],
      ['search', '0-149'],
      ['search', '150-299'],
      ['search', '300-449'],
    ]);
    expect(services.got[0]?.form).toMatchObject({ grant_type: 'client_credentials', scope: /api_offresdemploiv2/ });
    expect(services.got[1]?.query).toEqual({
      ...{ motsCles: 'développeur', commune: '38185', natureContrat: 'E2,FS', publieeDepuis: '7' },
      ...{ sort: '1', range: '0-149' },
    });
    expect(steps.map(({ done, total }) => [done, total])).toEqual([
      [1, null],
      [2, 4],
      [3, 4],
      [3, 3],
    ]);
    const outcome = steps.at(-1)?.outcome;
    expect(outcome).toMatchObject({ found: 320, taken: 320, gone: 0 });
    if (!outcome) return;

    const tried = await take(app, outcome, true);
    expect(tried.counts).toMatchObject({ read: 320, created: 320, rejected: 0 });
    expect(
      await app.client.offers.list({ filter: {}, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 1 }),
    ).toMatchObject({ total: 0 });
    const imported = await take(app, outcome);
    expect(imported.counts).toMatchObject({ read: 320, created: 320 });
    expect(imported.fileName).toBe('France Travail (API), le 2 mars 2026 – développeur, Grenoble.json');
    const { jobId } = await app.client.imports.undo({ importId: imported.id });
    await app.endOf(jobId);
    expect(await openTitles(app)).toEqual([]);
    expect((await app.client.connectors.state({})).services[0]).toMatchObject({ askedToday: 4, dailyLimit: 1_000 });
  });

  it('takes no more than it may be asked for, and says how much there is', async () => {
    await using app = await openWith('france-travail');
    for (let id = 1; id <= 3_400; id += 1) services.franceTravail.set(`${id}`, franceTravailOffer(`${id}`));
    expect(await search(app, 'france-travail')).toMatchObject({ found: 3_400, taken: 3_150 });
    expect(services.got.at(-1)?.query['range']).toBe('3000-3149');
  });

  it('closes offers that it has no longer, tells it in the report, and opens them again with the undo', async () => {
    await using app = await openWith('france-travail');
    for (const id of ['A', 'B', 'C']) services.franceTravail.set(id, franceTravailOffer(id));
    await take(app, await search(app, 'france-travail'));
    services.franceTravail.delete('B');
    services.franceTravail.set('C', { ...franceTravailOffer('C'), nombrePostes: 3 });
    services.franceTravail.set('D', franceTravailOffer('D'));

    const outcome = await outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }));
    expect(outcome).toMatchObject({ found: 2, taken: 2, gone: 1 });
    const imported = await take(app, outcome);
    expect(imported.counts).toMatchObject({ read: 3, created: 0, updated: 2, unchanged: 1, warnings: 1 });
    expect(await openTitles(app)).toEqual(['Développeur n° A', 'Développeur n° C']);
    const { rows } = await app.client.imports.rows({
      ...{ importId: imported.id, state: null, onlyWithIssues: true },
      ...{ page: 0, pageSize: 10 },
    });
    expect(rows.map(({ record, issues }) => [record?.title, issues])).toEqual([
      ['Développeur n° B', [{ severity: 'warning', code: 'withdrawn', column: null, value: null }]],
    ]);
    // What is closed is not asked for again.
    expect((await app.client.connectors.state({})).services[0]?.openOffers).toBe(2);
    const { jobId } = await app.client.imports.undo({ importId: imported.id });
    await app.endOf(jobId);
    expect(await openTitles(app)).toHaveLength(3);
  });

  it('refreshes as many offers as may be asked for today, and those that were left first the next time', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    await using app = await openWith('france-travail', { clock: { now: () => now } });
    for (let id = 1; id <= 1_100; id += 1) services.franceTravail.set(`${id}`, franceTravailOffer(`${id}`));
    await take(app, await search(app, 'france-travail'));
    let former = services.got.length;
    const asked = (): readonly string[] => {
      const ids = services.got.slice(former).flatMap(({ path }) => /offres\/(\d+)$/.exec(path)?.[1] ?? []);
      former = services.got.length;
      return ids;
    };
    now = new Date('2026-03-03T09:00:00Z');
    services.franceTravail.delete('7');
    const first = await outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }));
    expect(first).toMatchObject({ taken: 998, gone: 1, left: 101 });
    expect(await take(app, first)).toMatchObject({ counts: { read: 999, updated: 1 } });
    const askedFirst = new Set(asked());
    expect(askedFirst.size).toBe(999);
    const refused = outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }));
    await expect(refused).rejects.toMatchObject({ reason: 'service-limit' });
    now = new Date('2026-03-04T09:00:00Z');
    const second = await outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }));
    expect(second).toMatchObject({ taken: 999, gone: 0, left: 100 });
    const askedThen = asked();
    expect(askedThen.slice(0, 101).filter((id) => askedFirst.has(id))).toEqual([]);
    expect(askedThen).not.toContain('7');
  });

  it('keeps what was answered before the service failed', async () => {
    await using app = await openWith('france-travail');
    for (const id of ['A', 'B', 'C']) services.franceTravail.set(id, franceTravailOffer(id));
    await take(app, await search(app, 'france-travail'));
    const { franceTravail } = services;
    let answered = 0;
    services.answer = (response, { host, path }) => {
      if (host === 'entreprise.francetravail.fr') return json(response, 200, { access_token: 'x' });
      answered += 1;
      if (answered > 2) return json(response, 500, {});
      json(response, 200, franceTravail.get(path.split('/').at(-1) ?? '') ?? {});
    };
    const outcome = await outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }));
    expect(outcome).toMatchObject({ taken: 2, gone: 0, left: 1 });
    expect((await take(app, outcome)).counts).toMatchObject({ read: 2, unchanged: 2 });
  });

  it('answers that there is nothing, and that a refresh has nothing to ask for', async () => {
    await using app = await openWith('france-travail');
    const nothing = { fileId: null, found: 0, taken: 0, gone: 0, left: 0 };
    expect(await search(app, 'france-travail')).toEqual(nothing);
    expect(await outcomeOf(app.client.connectors.refresh({ service: 'france-travail' }))).toEqual(nothing);
  });

  it.each([
    ['38', { departement: '38' }],
    ['Isère', { departement: '38' }],
    ['Paris 12e', { departement: '75' }],
    ['Lyon', { commune: '69381' }],
    ['Saint-Denis (93)', { commune: '93066' }],
    ['Bretagne', { region: '53' }],
  ])('understands the place “%s”', async (place, expected) => {
    await using app = await openWith('france-travail');
    await search(app, 'france-travail', { ...nothingAsked, place });
    expect(services.got.at(-1)?.query).toEqual({ ...expected, sort: '1', range: '0-149' });
  });
});

describe('Adzuna', () => {
  it('asks page by page, with the keys in the address and nowhere else', async () => {
    await using app = await openWith('adzuna');
    for (let id = 1; id <= 120; id += 1) services.adzuna.set(`${id}`, adzunaOffer(`${id}`));
    const outcome = await search(app, 'adzuna', { ...inGrenoble, contract: 'internship', days: 3 });
    expect(outcome).toMatchObject({ found: 120, taken: 120 });
    expect(services.got.map(({ path }) => path)).toEqual([1, 2, 3].map((page) => `/v1/api/jobs/fr/search/${page}`));
    expect(services.got[0]?.query).toMatchObject({
      ...{ what: 'stage développeur', where: 'Grenoble, Isère', max_days_old: '3', results_per_page: '50' },
    });
    const imported = await take(app, outcome);
    expect(imported.counts).toMatchObject({ read: 120, created: 120 });
    expect(
      JSON.stringify(await app.client.imports.rows({ importId: imported.id, state: null, page: 0, pageSize: 100 })),
    ).not.toContain(goodKeys.secret);
  });

  it('asks former questions again and closes what is missing, unless it has more than is taken', async () => {
    await using app = await openWith('adzuna');
    for (const id of ['1', '2', '3']) services.adzuna.set(id, adzunaOffer(id));
    await take(app, await search(app, 'adzuna'));
    services.adzuna.delete('2');
    const outcome = await outcomeOf(app.client.connectors.refresh({ service: 'adzuna' }));
    expect(outcome).toMatchObject({ taken: 2, gone: 1 });
    services.adzuna.delete('3');
    for (let id = 100; id < 700; id += 1) services.adzuna.set(`${id}`, adzunaOffer(`${id}`));
    expect(await outcomeOf(app.client.connectors.refresh({ service: 'adzuna' }))).toMatchObject({ gone: 0 });
    await take(app, outcome);
    expect(await openTitles(app)).toEqual(['Comptable n° 1', 'Comptable n° 3']);
  });
});

describe('what is kept of Adzuna', () => {
  it('is the last answer and what of ours was missing in it, however often a question is asked', async () => {
    await using app = await openWith('adzuna');
    for (let turn = 0; turn < 3; turn += 1) {
      services.adzuna.clear();
      for (let id = 0; id < 20; id += 1) services.adzuna.set(`${turn}-${id}`, adzunaOffer(`${turn}-${id}`));
      const outcome = await search(app, 'adzuna');
      if (turn === 0) await take(app, outcome);
    }
    const stored = JSON.parse(readFileSync(join(app.dataDir, connectorFileName), 'utf8')) as {
      adzuna: { questions: { seen: string[] }[] };
    };
    // The 20 of the last answer and the 20 that were imported and are open still.
    expect(stored.adzuna.questions.map(({ seen }) => seen.length)).toEqual([40]);
    expect(await outcomeOf(app.client.connectors.refresh({ service: 'adzuna' }))).toMatchObject({ gone: 20 });
  });
});

describe('a file of the services that cannot be read', () => {
  it.each(['{"adzuna":', '{"adzuna":{"isOn":"perhaps"}}', ''])('is put aside and told: %j', async (content) => {
    const first = await openApp({ serviceDoor: services.door }, undefined, { dataDir: folder });
    await first[Symbol.asyncDispose]();
    writeFileSync(join(folder, connectorFileName), content);
    await using app = await openApp({ serviceDoor: services.door }, undefined, { dataDir: folder });
    const { damagedFile, services: states } = await app.client.connectors.state({});
    expect([damagedFile, states.map(({ isOn }) => isOn)]).toEqual(['connectors.damaged.json', [false, false]]);
    await app.client.connectors.turn({ service: 'adzuna', isOn: true });
    expect(readFileSync(join(folder, 'connectors.damaged.json'), 'utf8')).toBe(content);
  });
});

describe('what goes wrong', () => {
  const cases: readonly [string, StandInServices['answer'], string][] = [
    ['401', (response) => json(response, 401, {}), 'service-keys-refused'],
    ['403', (response) => json(response, 403, {}), 'service-access-refused'],
    ['429', (response) => json(response, 429, {}, { 'retry-after': '30' }), 'service-busy'],
    ['500', (response) => json(response, 500, {}), 'service-failing'],
    ['503 with a page', (response) => void response.writeHead(503).end('<html>'), 'service-failing'],
    ['400', (response) => json(response, 400, {}), 'service-question-refused'],
    [
      'a page of a portal',
      (response) => void response.writeHead(200).end('<html>Connexion</html>'),
      'service-answer-bad',
    ],
    ['JSON that is no answer', (response) => json(response, 200, [1]), 'service-answer-bad'],
    ['JSON without offers', (response) => json(response, 200, { message: 'ok' }), 'service-answer-bad'],
    ['half a JSON', (response) => void response.writeHead(200).end('{"results":[{"id"'), 'service-answer-bad'],
    [
      'an answer that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"results":[');
        setTimeout(() => response.destroy(), 20);
      },
      'service-answer-cut',
    ],
    ['silence', () => undefined, 'service-timeout'],
    [
      'a redirection',
      (response) => void response.writeHead(302, { location: 'https://example.com/' }).end(),
      'service-offline',
    ],
  ];

  it.each(cases)('tells %s, and nothing of it stays', async (name, answer, reason) => {
    if (name === 'silence') {
      await services[Symbol.asyncDispose]();
      services = await startServices(400);
    }
    await using app = await openWith('adzuna');
    for (let id = 1; id <= 120; id += 1) services.adzuna.set(`${id}`, adzunaOffer(`${id}`));
    let pages = 0;
    const { answer: usual } = services;
    expect(usual).toBeNull();
    // The first page comes: what is wrong with the second one lets nothing of it in either.
    services.answer = (response, got) => {
      pages += 1;
      if (pages > 1) return answer?.(response, got);
      json(response, 200, { count: 120, results: [...services.adzuna.values()].slice(0, 50) });
    };
    await expect(search(app, 'adzuna')).rejects.toMatchObject({ reason });
    expect(existsSync(join(app.dataDir, 'files'))).toBe(false);
    expect(app.log.errors).toEqual([]);
    const sentences = [failuresFr, failuresEn].map(
      ({ reasons }) => (reasons as Record<string, { what: string }>)[reason],
    );
    for (const sentence of sentences) expect(sentence?.what).toMatch(/importé|imported/);
  });

  it('tells that there is no network', async () => {
    await using app = await openWith('france-travail');
    await services[Symbol.asyncDispose]();
    await expect(search(app, 'france-travail')).rejects.toMatchObject({ reason: 'service-offline' });
  });

  it('goes nowhere but to the services, and only by HTTPS', async () => {
    const never = new AbortController().signal;
    const addresses = ['https://example.com/', 'http://api.adzuna.com/', 'https://api.adzuna.com.example.com/'];
    for (const address of [...addresses, 'https://api.adzuna.com:8443/']) {
      const asking = services.door.ask({ url: new URL(address), headers: {} }, never);
      await expect(asking, address).rejects.toThrow('This is no service that is asked.');
    }
    expect(services.got).toEqual([]);
  });

  it('tells keys that are wrong, whatever the status', async () => {
    await using app = await openWith('france-travail');
    await app.client.connectors.setKeys({ service: 'france-travail', id: goodKeys.id, secret: 'autre' });
    await expect(search(app, 'france-travail')).rejects.toMatchObject({ reason: 'service-keys-refused' });
    await app.client.connectors.forgetKeys({ service: 'france-travail' });
    await expect(search(app, 'france-travail')).rejects.toMatchObject({ reason: 'service-keys-missing' });
  });

  it('refuses questions without words or place, and places that it does not know, before anything is asked', async () => {
    await using app = await openWith('adzuna');
    await expect(search(app, 'adzuna', nothingAsked)).rejects.toMatchObject({ reason: 'service-question-empty' });
    const nowhere = { ...nothingAsked, place: 'Xyzzy-sur-Rien' };
    await expect(search(app, 'adzuna', nowhere)).rejects.toMatchObject({ reason: 'service-place-unknown' });
    expect(services.got).toEqual([]);
  });

  it('stops at once when the person does, between pages and within one', async () => {
    await using app = await openWith('france-travail');
    const abort = new AbortController();
    services.answer = () => setTimeout(() => abort.abort(), 20);
    const input = { service: 'france-travail', question: inGrenoble } as const;
    await expect(outcomeOf(app.client.connectors.search(input, { signal: abort.signal }))).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(services.got).toHaveLength(1);
    expect(existsSync(join(app.dataDir, 'files'))).toBe(false);
  });
});

describe('switches, keys and ceilings', () => {
  it('asks nothing unless it is switched on, and never where that is forbidden', async () => {
    await using app = await openApp({ serviceDoor: services.door });
    expect(await app.client.connectors.state({})).toMatchObject({
      isAllowed: true,
      services: [{ isOn: false }, { isOn: false }],
    });
    await app.client.connectors.setKeys({ service: 'adzuna', ...goodKeys });
    await expect(search(app, 'adzuna')).rejects.toMatchObject({ reason: 'service-off' });
    expect(services.got).toEqual([]);

    await using forbidden = await openApp();
    expect((await forbidden.client.connectors.state({})).isAllowed).toBe(false);
    await expect(forbidden.client.connectors.turn({ service: 'adzuna', isOn: true })).rejects.toMatchObject({
      reason: 'service-forbidden',
    });
    await expect(search(forbidden, 'adzuna')).rejects.toMatchObject({ reason: 'service-forbidden' });
  });

  it('keeps keys in no file unless the system locks them away', async () => {
    await using app = await openWith('adzuna');
    expect((await app.client.connectors.state({})).services[1]?.keys).toBe('run');
    await search(app, 'adzuna');
    expect(bytesOf(app.dataDir)).not.toContain(goodKeys.secret);
    expect(JSON.stringify(app.log)).not.toContain(goodKeys.secret);
  });

  it('gives keys to the system where it has a place for them, and finds them there after a restart', async () => {
    const reversed = (text: string): string => [...text].reverse().join('');
    const keyVault: KeyVault = {
      isUsable: () => Promise.resolve(true),
      seal: (secret) => Promise.resolve(Buffer.from(reversed(secret))),
      open: (sealed) => Promise.resolve(reversed(Buffer.from(sealed).toString())),
    };
    await using app = await openWith('adzuna', { keyVault });
    expect(await app.client.connectors.state({})).toMatchObject({ keepsKeys: true });
    expect(bytesOf(app.dataDir)).not.toContain(goodKeys.secret);
    await using again = await openBeside(app, { keyVault });
    expect((await again.client.connectors.state({})).services[1]).toMatchObject({ isOn: true, keys: 'system' });
    await search(again, 'adzuna');
    expect(services.got.at(-1)?.query['app_key']).toBe(goodKeys.secret);
    // Another person, or another PC, to which somebody copied the folder.
    await using other = await openBeside(app, { keyVault: { ...keyVault, open: () => Promise.resolve(null) } });
    await expect(search(other, 'adzuna')).rejects.toMatchObject({ reason: 'service-keys-missing' });
  });

  it('counts requests over restarts and refuses what would be too many, before asking for it', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const clock = { now: () => now };
    await using app = await openWith('adzuna', { clock });
    for (let id = 1; id <= 120; id += 1) services.adzuna.set(`${id}`, adzunaOffer(`${id}`));
    for (let count = 0; count < 82; count += 1) await search(app, 'adzuna');
    expect((await app.client.connectors.state({})).services[1]).toMatchObject({ askedToday: 246, dailyLimit: 250 });
    await using again = await openBeside(app, { clock });
    await again.client.connectors.setKeys({ service: 'adzuna', ...goodKeys });
    await search(again, 'adzuna');
    await expect(search(again, 'adzuna')).rejects.toMatchObject({
      ...{ reason: 'service-limit', details: { limit: 250, days: 1 } },
    });
    // The first page told that two more were needed: one request, and none after it.
    expect(services.got).toHaveLength(250);
    await expect(search(again, 'adzuna')).rejects.toMatchObject({ reason: 'service-limit' });
    expect(services.got).toHaveLength(250);
    now = new Date('2026-03-03T09:00:00Z');
    expect(await search(again, 'adzuna')).toMatchObject({ taken: 120 });
  });
});

/** Another run with what is kept beside the database. */
async function openBeside(app: OpenApp, replaced: Partial<Ports>): Promise<OpenApp> {
  const dataDir = mkdtempSync(join(folder, 'run-'));
  copyFileSync(join(app.dataDir, connectorFileName), join(dataDir, connectorFileName));
  return await openApp({ serviceDoor: services.door, ...replaced }, undefined, { dataDir });
}

/** All that stands in the files of a folder. */
function bytesOf(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}
