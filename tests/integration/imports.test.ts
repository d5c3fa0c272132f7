import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/domain/app-error';
import { asFound } from '../../src/shared/domain/file-notation';
import type { FileId, ImportId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import type { CsvReader } from '../../src/main/core/ports';
import { adopt, counts, start } from '../support/import-files';
import { directCsvReader, openApp, type OpenApp } from '../support/open-app';

async function take(app: OpenApp, kind: ImportKind, content: string) {
  const { importId, job } = await start(app, kind, await adopt(app, content));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return await app.client.imports.get({ importId });
}

async function undo(app: OpenApp, importId: ImportId) {
  const { state, summary } = await app.endOf((await app.client.imports.undo({ importId })).jobId);
  return { state, ...summary };
}

async function overview(app: OpenApp) {
  const { offers, formations, companies } = await app.client.university.overview({});
  return { offers, formations, companies };
}

async function titles(app: OpenApp): Promise<string[]> {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  return rows.map(({ title }) => title);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, reason: error.reason, ...error.details } : error;
  }
}

describe('an import of offers', () => {
  it('stores rows, then finds them unchanged, then updates what a corrected file says', async () => {
    await using app = await openApp();
    const file = 'référence;intitulé;ville\nA;Stage un;Lyon\nB;Stage deux;Nice\n';
    expect((await take(app, 'offers', file)).counts).toEqual(counts(2, 2, 0, 0, 0));
    expect((await take(app, 'offers', file)).counts).toEqual(counts(2, 0, 0, 2, 0));
    expect((await take(app, 'offers', file.replace('Nice', 'Paris'))).counts).toEqual(counts(2, 0, 1, 1, 0));
    expect(await overview(app)).toMatchObject({ offers: 2 });
  });

  it('tells of a SIRET that is known under quite another name', async () => {
    await using app = await openApp();
    const companies = 'raison sociale;siret\nNuvélia Systèmes;73282932000074\nAbaque;00013466800011\n';
    await take(app, 'companies', companies);
    const issuesOf = async (kind: 'offers' | 'companies', content: string) => {
      const { id } = await take(app, kind, content);
      const { rows } = await app.client.imports.rows({ importId: id, state: null, page: 0, pageSize: 50 });
      return rows.map(({ issues }) => issues.map(({ code, column, value }) => [code, column, value]));
    };
    const offers = ['Brumelis', 'NUVELIA', 'Nuvélia-Système SAS', 'Brumelis'].map(
      (name, index) => `R${index};Stage ${index};${name};73282932000074`,
    );
    const told = [['siret-of-other', 'siret entreprise', 'Nuvélia Systèmes']];
    expect(await issuesOf('offers', ['référence;intitulé;entreprise;siret entreprise', ...offers].join('\n'))).toEqual([
      ...[told, [], [], told],
    ]);
    expect(await issuesOf('companies', 'raison sociale;siret\nVerrerie Calanthe;00013466800011\n')).toEqual([
      [['siret-of-other', 'siret', 'Abaque']],
    ]);
    expect(await issuesOf('companies', companies.split('\n').slice(0, 2).join('\n'))).toEqual([[]]);
  });

  it('reads titles and texts without what the program before put around and between them', async () => {
    await using app = await openApp();
    const file = 'intitulé;description\n"""Stage comptable""";Vous saisissez./r/n- Vous classez.\n';
    await take(app, 'offers', file);
    const sort = { by: 'title', direction: 'asc' } as const;
    const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 10 });
    const [row] = rows;
    if (!row) throw new Error('There is no offer.');
    const { title, rawTitle, description } = await app.client.offers.get({ offerId: row.id });
    expect([title, rawTitle, description]).toEqual([
      ...['Stage comptable', '"Stage comptable"', 'Vous saisissez.\n- Vous classez.'],
    ]);
  });

  it('counts every row once and keeps the raw line of each', async () => {
    await using app = await openApp();
    const { id, counts: found } = await take(
      app,
      'offers',
      'référence;intitulé;début;interne\nA;Un;bientôt;x1\nB;;01/01/2026;x2\n\nC;Trois;01/01/2026;x3\nC;Quatre;;x4\nC;Trois;01/01/2026;x3\nD;Cinq;;x5;trop\n',
    );
    expect(found).toEqual(counts(6, 2, 0, 1, 3, 2));
    const { rows, total } = await app.client.imports.rows({ importId: id, state: 'rejected', page: 0, pageSize: 50 });
    expect(total).toBe(3);
    const noRecord = { record: null, taken: [], changes: [], alike: [] };
    expect(rows).toEqual([
      {
        line: 3,
        state: 'rejected',
        ...noRecord,
        cells: [
          { column: 'référence', value: 'B' },
          { column: 'intitulé', value: '' },
          { column: 'début', value: '01/01/2026' },
          { column: 'interne', value: 'x2' },
        ],
        issues: [{ severity: 'error', code: 'missing-required', column: 'intitulé', value: null }],
      },
      {
        line: 6,
        state: 'rejected',
        ...noRecord,
        cells: [
          { column: 'référence', value: 'C' },
          { column: 'intitulé', value: 'Quatre' },
          { column: 'début', value: '' },
          { column: 'interne', value: 'x4' },
        ],
        issues: [{ severity: 'error', code: 'duplicate-id', column: null, value: '5' }],
      },
      {
        line: 8,
        state: 'rejected',
        ...noRecord,
        cells: [
          { column: 'référence', value: 'D' },
          { column: 'intitulé', value: 'Cinq' },
          { column: 'début', value: '' },
          { column: 'interne', value: 'x5' },
          { column: '#5', value: 'trop' },
        ],
        issues: [{ severity: 'error', code: 'extra-fields', column: null, value: 'trop' }],
      },
    ]);
    const all = await app.client.imports.rows({ importId: id, state: null, page: 0, pageSize: 2 });
    expect([all.total, all.rows.map(({ line, state }) => [line, state])]).toEqual([
      6,
      [
        [2, 'created'],
        [3, 'rejected'],
      ],
    ]);
  });

  it('has the offers ranked afterwards', async () => {
    await using app = await openApp();
    await take(app, 'formations', 'intitulé;description\nLicence informatique;développement web et bases de données\n');
    await take(app, 'offers', 'intitulé;description\nStage développement web;bases de données et développement web\n');
    const { rows: jobs } = await app.client.jobs.list({ page: 0, pageSize: 10 });
    const ranking = jobs.find(({ kind }) => kind === 'rank');
    expect(ranking).toBeDefined();
    for (const { id } of jobs) await app.endOf(id);
    expect((await app.client.university.overview({})).outcomes.pending).toBe(0);
  });

  it('uses the mapping and the format that a person chose', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, 'Colonne X|Colonne Y\nStage un|Lyon\n');
    const format = { encoding: 'utf-8', delimiter: '|' as const };
    const request = { fileId, kind: 'offers' as const, format, mapping: ['title' as const, 'city' as const] };
    const { jobId } = await app.client.imports.start({ ...request, dryRun: false });
    expect((await app.endOf(jobId)).state).toBe('succeeded');
    expect(await titles(app)).toEqual(['Stage un']);
  });
});

describe('a preview', () => {
  it('shows the head of a file as it would be read, and stores nothing', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, 'titre;début;note\nUn;bientôt;n\n', 'mes offres.csv');
    const preview = await app.client.imports.preview({ fileId, kind: 'offers', format: null, mapping: null });
    expect(preview).toEqual({
      fileName: 'mes offres.csv',
      sizeBytes: 32,
      format: { encoding: 'utf-8', delimiter: ';' },
      notation: { quoteMark: 'double', headerLine: 1, dayOrder: 'day-first', decimal: 'either' },
      wish: asFound,
      header: ['titre', 'début', 'note'],
      mapping: ['title', 'start', null],
      profile: null,
      workbook: null,
      rows: [
        {
          line: 2,
          cells: ['Un', 'bientôt', 'n'],
          issues: [{ severity: 'warning', code: 'bad-date', column: 'début', value: 'bientôt' }],
        },
      ],
    });
    expect((await app.client.imports.list({ page: 0, pageSize: 10 })).total).toBe(0);
  });

  it('foresees which rows repeat the reference of another, as the dry run and the import then say', async () => {
    await using app = await openApp();
    const content = 'référence;titre\nA;Un\nB;Deux\nA;Autre\nA;Un\n;Trois\n;Trois\n';
    const fileId = await adopt(app, content);
    const { rows } = await app.client.imports.preview({ fileId, kind: 'offers', format: null, mapping: null });
    const duplicate = (severity: 'error' | 'warning') => [{ severity, code: 'duplicate-id', column: null, value: '2' }];
    const expected = [
      [4, duplicate('error')],
      [5, duplicate('warning')],
    ];
    const said = (found: readonly { line: number; issues: readonly unknown[] }[]) =>
      found.filter(({ issues }) => issues.length > 0).map(({ line, issues }) => [line, issues]);
    expect(said(rows)).toEqual(expected);
    for (const dryRun of [true, false]) {
      const { importId } = await start(app, 'offers', fileId, dryRun);
      const stored = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 50 });
      expect(said(stored.rows)).toEqual(expected);
    }
  });

  it('names every field with its synonyms', async () => {
    await using app = await openApp();
    const { offers } = await app.client.imports.synonyms({});
    expect(offers.find(({ field }) => field === 'title')?.synonyms).toContain('intitulé');
  });
});

describe('a dry run', () => {
  it('says what an import would do, keeps the rows with issues to be looked at, and stores nothing else', async () => {
    await using app = await openApp();
    await take(app, 'offers', 'référence;intitulé\nA;Un\n');
    const before = await overview(app);
    const file = 'référence;intitulé;entreprise\nA;Un bis;X\nB;Deux;Y\nC;;Z\n';
    const { importId, job } = await start(app, 'offers', await adopt(app, file), true);
    expect(job.summary).toEqual({ importId, ...counts(3, 1, 1, 0, 1) });
    expect(await app.client.imports.get({ importId })).toMatchObject({
      state: 'checked',
      counts: counts(3, 1, 1, 0, 1),
    });
    const { rows } = await app.client.imports.rows({ importId, state: 'rejected', page: 0, pageSize: 10 });
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(await overview(app)).toEqual(before);
    expect(await titles(app)).toEqual(['Un']);
    expect((await app.client.imports.list({ page: 0, pageSize: 10 })).total).toBe(1);
    expect(await failureOf(app.client.imports.undo({ importId }))).toMatchObject({ reason: 'import-not-undoable' });
  });
});

describe('undoing an import', () => {
  it('removes what it made, restores what it changed, keeps what was changed since, and counts', async () => {
    await using app = await openApp();
    const first = await take(app, 'offers', 'référence;intitulé;ville;compétences\nA;Un;Lyon;SQL\nB;Deux;Nice;\n');
    const second = await take(
      app,
      'offers',
      'référence;intitulé;ville;compétences\nA;Un;Paris;Java\nB;Deux bis;Nice;\nC;Trois;Metz;\nD;Quatre;Metz;\n',
    );
    expect(second.counts).toEqual(counts(4, 2, 2, 0, 0));
    // B and C are changed again by a third import, which is not undone.
    await take(app, 'offers', 'référence;intitulé\nB;Deux ter\nC;Trois bis\n');
    expect(await undo(app, second.id)).toEqual({
      ...{ state: 'succeeded', importId: second.id },
      ...{ removed: 1, restored: 1, kept: 2 },
    });
    expect(await titles(app)).toEqual(['Deux ter', 'Trois bis', 'Un']);
    const sort = { by: 'title', direction: 'asc' } as const;
    const { rows } = await app.client.offers.list({ filter: { text: 'Un' }, sort, page: 0, pageSize: 10 });
    const offerId = rows[0]?.id;
    if (!offerId) throw new Error('The offer is gone.');
    expect(await app.client.offers.get({ offerId })).toMatchObject({ city: 'Lyon', skills: ['SQL'] });
    expect(await app.client.imports.get({ importId: second.id })).toMatchObject({
      state: 'undone',
      undo: { removed: 1, restored: 1, kept: 2 },
    });
    expect(await failureOf(app.client.imports.undo({ importId: second.id }))).toMatchObject({
      code: 'conflict',
      reason: 'import-not-undoable',
    });
    expect((await app.client.imports.get({ importId: first.id })).state).toBe('committed');
  });

  it('lets a corrected file be imported again', async () => {
    await using app = await openApp();
    const file = 'référence;intitulé;entreprise\nA;Un;Octorive\nB;Deux;Octorive\n';
    const { id } = await take(app, 'offers', file);
    expect(await undo(app, id)).toMatchObject({ removed: 2, restored: 0, kept: 0 });
    expect(await overview(app)).toEqual({ offers: 0, formations: 0, companies: 0 });
    expect((await take(app, 'offers', file)).counts).toEqual(counts(2, 2, 0, 0, 0));
  });

  it('works for formations and companies too', async () => {
    await using app = await openApp();
    const formations = await take(app, 'formations', 'code;intitulé;composante\nF1;BUT informatique;IUT\n');
    const companies = await take(
      app,
      'companies',
      'raison sociale;courriel\nOctorive;a@o.example\nOctorive;b@o.example\n',
    );
    expect(companies.counts).toEqual(counts(2, 1, 1, 0, 0));
    expect(await overview(app)).toEqual({ offers: 0, formations: 1, companies: 1 });
    await undo(app, formations.id);
    await undo(app, companies.id);
    expect(await overview(app)).toEqual({ offers: 0, formations: 0, companies: 0 });
  });
});

describe('a file that cannot be imported', () => {
  const manyRows = (count: number): string => Array.from({ length: count }, (_, row) => `${row};T${row}\n`).join('');
  it.each([
    ['empty', '', { reason: 'file-empty' }],
    ['binary', 'titre;x\nA;\0\n', { reason: 'file-binary', line: 2 }],
    ['a header only', 'titre;ville\n', { reason: 'file-header-only', line: 1 }],
    ['without a title', 'ville;pays\nLyon;France\n', { reason: 'column-missing', field: 'title' }],
    [
      'with an unclosed quote at its end',
      `id;titre\n${manyRows(2_000)}1;"A\n`,
      { reason: 'file-unclosed-quote', line: 2002 },
    ],
    [
      'with a huge field',
      `id;titre\n${manyRows(2_000)}1;${'a'.repeat(1_000_000)}\n`,
      { reason: 'file-field-too-long', line: 2002 },
    ],
  ])('that is %s leaves the database as it was', async (_, content, failure) => {
    await using app = await openApp();
    await take(app, 'offers', 'référence;intitulé\nA;Un\n');
    const before = await overview(app);
    const fileId = await adopt(app, content, 'abîmé.csv');
    const { importId, job } = await start(app, 'offers', fileId);
    expect(job.state).toBe('failed');
    expect({ reason: job.error?.reason, ...job.error?.details }).toMatchObject({ ...failure, file: 'abîmé.csv' });
    expect(await app.client.imports.get({ importId })).toMatchObject({
      state: 'failed',
      counts: counts(0, 0, 0, 0, 0),
    });
    expect((await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 5 })).total).toBe(0);
    expect(await overview(app)).toEqual(before);
    expect(app.log.errors).toEqual([]);
  });

  it('because two columns fill one field', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, 'a;b\nx;y\n');
    const mapping = ['title' as const, 'title' as const];
    const { jobId } = await app.client.imports.start({ fileId, kind: 'offers', format: null, mapping, dryRun: false });
    expect((await app.endOf(jobId)).error).toMatchObject({ reason: 'column-mapped-twice', details: { column: 'b' } });
  });

  it('because it is gone, a folder, or its handle unknown', async () => {
    await using app = await openApp();
    const gone = app.fileStore.adopt(join(app.dataDir, 'none.csv'));
    const preview = (fileId: FileId) =>
      failureOf(app.client.imports.preview({ fileId, kind: 'offers', format: null, mapping: null }));
    expect(await preview(gone)).toMatchObject({ code: 'not-found' });
    const folder = join(app.dataDir, 'dossier');
    await mkdir(folder);
    expect(await preview(app.fileStore.adopt(folder))).toMatchObject({ reason: 'file-is-folder', file: 'dossier' });
    expect(await preview('x'.repeat(32) as FileId)).toMatchObject({ reason: 'file-expired' });
  });
});

describe('a cancelled import', () => {
  /** Reads the real rows and tells when some have been handed over. */
  function readerThat(onBatch: (batch: number) => void | Promise<void>): CsvReader {
    return {
      ...directCsvReader,
      async *read(path, options, signal) {
        let batch = 0;
        for await (const rows of directCsvReader.read(path, options, signal)) {
          await onBatch(batch++);
          yield rows;
        }
      },
    };
  }
  const content = `id;titre;entreprise\n${Array.from({ length: 5_000 }, (_, row) => `${row};T${row};E${row}`).join('\n')}\n`;

  it('leaves nothing but its record', async () => {
    let cancel = (): void => undefined;
    await using app = await openApp({ csvReader: readerThat((batch) => (batch === 5 ? cancel() : undefined)) });
    const fileId = await adopt(app, content);
    const request = { fileId, kind: 'offers' as const, format: null, mapping: null, dryRun: false };
    const { importId, jobId } = await app.client.imports.start(request);
    cancel = () => void app.client.jobs.cancel({ jobId });
    expect((await app.endOf(jobId)).state).toBe('cancelled');
    await expect.poll(async () => (await app.client.imports.get({ importId })).state).toBe('cancelled');
    expect(await overview(app)).toEqual({ offers: 0, formations: 0, companies: 0 });
    expect((await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 5 })).total).toBe(0);
  });

  it('ends its record also when its turn never came', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const csvReader: CsvReader = {
      ...directCsvReader,
      async inspect(...request) {
        await gate;
        return await directCsvReader.inspect(...request);
      },
    };
    await using app = await openApp({ csvReader });
    const fileId = await adopt(app, content);
    const request = { fileId, kind: 'offers' as const, format: null, mapping: null, dryRun: false };
    const running = await app.client.imports.start(request);
    const waiting = await app.client.imports.start(request);
    await app.client.jobs.cancel({ jobId: waiting.jobId });
    const stateOf = async ({ importId }: typeof waiting) => (await app.client.imports.get({ importId })).state;
    await expect.poll(() => stateOf(waiting)).toBe('cancelled');
    expect(await stateOf(running)).toBe('reading');
    release();
    await app.endOf(running.jobId);
    expect(await stateOf(running)).toBe('committed');
    expect(await overview(app)).toMatchObject({ offers: 5_000 });
  });

  it('keeps nobody waiting who starts or cancels another meanwhile', async () => {
    let release = (): void => undefined;
    let reach = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const waitAtGate = (batch: number): Promise<void> | undefined => {
      if (batch !== 5) return undefined;
      reach();
      return gate;
    };
    await using app = await openApp({ csvReader: readerThat(waitAtGate) });
    const start = async (text: string) => {
      const request = { fileId: await adopt(app, text), kind: 'offers' as const, format: null, mapping: null };
      return await app.client.imports.start({ ...request, dryRun: false });
    };
    const states = async () => (await app.client.imports.list({ page: 0, pageSize: 5 })).rows.map(({ state }) => state);
    const first = await start(content);
    await reached;
    // The first one stands in the middle of its transaction: none of these can wait for its end.
    const second = await start('id;titre\nZ;Autre\n');
    const third = await start('id;titre\nY;Autre\n');
    await app.client.jobs.cancel({ jobId: third.jobId });
    await app.client.settings.update({ theme: 'dark' });
    expect(await states()).toEqual(['cancelled', 'reading', 'reading']);
    expect((await app.client.imports.get({ importId: second.importId })).state).toBe('reading');
    release();
    for (const { jobId } of [first, second]) expect((await app.endOf(jobId)).state).toBe('succeeded');
    expect((await app.client.imports.get({ importId: second.importId })).counts.created).toBe(1);
    expect((await app.client.settings.get({})).theme).toBe('dark');
    await expect.poll(states).toEqual(['cancelled', 'committed', 'committed']);
  });

  it('lets others read and ask while it runs', async () => {
    let ask = (): Promise<void> => Promise.resolve();
    const seen: number[] = [];
    await using app = await openApp({ csvReader: readerThat((batch) => (batch === 5 ? ask() : undefined)) });
    ask = async () => void seen.push((await app.client.university.overview({})).offers);
    const { job } = await start(app, 'offers', await adopt(app, content));
    expect(job.state).toBe('succeeded');
    // What is being imported is seen by nobody before it is whole.
    expect(seen).toEqual([0]);
  });
});
