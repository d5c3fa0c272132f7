import { describe, expect, it } from 'vitest';
import {
  addCompany,
  addFormation,
  addOffer,
  endOf,
  fill,
  never,
  offerId,
  openBench,
  outcomes,
  sql,
} from '../../../../tests/support/open-ranking';
import { createWordEmbedder } from '../../../../tests/support/word-embedder';
import { AppError } from '../../../shared/domain/app-error';
import type { JobId } from '../../../shared/domain/ids';
import type { Embedder, Matcher } from '../ports';
import type { MatchingService } from './matching-service';

describe('ranking', () => {
  it('ranks offers, and says of others that nothing suits or that there is too little text', async () => {
    await using bench = await openBench();
    await fill(bench);
    const job = await bench.rank();
    expect({ state: job.state, summary: job.summary, outcomes: outcomes(bench) }).toEqual({
      state: 'succeeded',
      summary: { ranked: 4 },
      outcomes: [
        { offer: 1, outcome: 'ranked' },
        { offer: 2, outcome: 'ranked' },
        { offer: 3, outcome: 'insufficient-text' },
        { offer: 4, outcome: 'no-suitable-formation' },
      ],
    });
    const best = (id: number) => bench.matchingService.ofOffer(offerId(id)).matches[0]?.formation.title;
    expect([best(1), best(2)]).toEqual(['Comptabilité et gestion', 'Génie civil']);
    expect(bench.matchingService.ofOffer(offerId(4))).toEqual({
      offerId: 4,
      outcome: 'no-suitable-formation',
      matches: [],
      modelId: 'words',
    });
  });

  it('follows the threshold of the settings, and that of the model once it is taken back', async () => {
    await using bench = await openBench();
    await fill(bench);
    const outcomesAt = async (matchThreshold: number | null): Promise<unknown> => {
      await bench.settingService.update({ matchThreshold });
      await bench.rank();
      return [1, 2, 4].map((id) => bench.matchingService.ofOffer(offerId(id)).outcome);
    };
    const [none, some] = ['no-suitable-formation', 'ranked'];
    expect(await outcomesAt(1)).toEqual([none, none, none]);
    expect(await outcomesAt(0)).toEqual([some, some, some]);
    expect(await outcomesAt(null)).toEqual([some, some, none]);
  });

  it('leaves what is valid alone', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    const before = bench.embedder.embedded.length;
    bench.matcher.rankedIds.length = 0;
    expect((await bench.rank()).summary).toEqual({ ranked: 0 });
    expect({ embedded: bench.embedder.embedded.length - before, ranked: bench.matcher.rankedIds }).toEqual({
      embedded: 0,
      ranked: [],
    });
  });

  it('ranks again only the offer whose text changed', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    bench.embedder.embedded.length = 0;
    bench.matcher.rankedIds.length = 0;
    await sql(bench, `UPDATE offer SET raw_title = 'Auditeur comptable', revision = revision + 1 WHERE id = 2`);
    expect((await bench.rank()).summary).toEqual({ ranked: 1 });
    expect(bench.matcher.rankedIds).toEqual([2]);
    expect(bench.embedder.embedded).toEqual(['auditeur comptable', 'chantier de genie civil beton et structure']);
  });

  it('never takes the ranking of one text for that of another, whatever the numbers of their revisions', async () => {
    await using bench = await openBench();
    await fill(bench);
    const write = (title: string, revision: number) =>
      sql(
        bench,
        `UPDATE offer SET raw_title = '${title}', content_hash = '${title}', revision = ${revision} WHERE id = 2`,
      );
    await write('Auditeur comptable, fiscalité', 2);
    await bench.rank();
    // What taking an import back does, and importing a corrected file after it.
    await write('Conducteur de travaux, génie civil', 1);
    await write('Géomètre béton chantier', 2);
    expect(bench.matchingService.ofOffer(offerId(2))).toMatchObject({ outcome: 'pending', matches: [] });
    bench.matcher.rankedIds.length = 0;
    expect((await bench.rank()).summary).toEqual({ ranked: 1 });
    expect(bench.matcher.rankedIds).toEqual([2]);
    expect(bench.matchingService.ofOffer(offerId(2)).matches[0]?.formation.title).toBe('Génie civil');
  });

  it.each([
    ['its description', `UPDATE offer SET description = 'Autre' WHERE id = 1`],
    ['its town', `UPDATE offer SET city = 'Nantes' WHERE id = 1`],
    ['its skills', `UPDATE offer SET content_hash = 'with a skill' WHERE id = 1`],
    ['its company', `UPDATE offer SET company_id = 2 WHERE id = 1`],
    ['the name of its company', `UPDATE company SET name = 'Cabinet Audit' WHERE id = 1`],
    ['the name of its contact', `UPDATE contact SET name = 'Fiscalité' WHERE id = 1`],
  ])('makes an offer pending at once when %s changes, and no other one', async (_what, change) => {
    await using bench = await openBench();
    await fill(bench);
    await addCompany(bench, 1, 'Cabinet Rive');
    await addCompany(bench, 2, 'Cabinet Lac');
    await sql(bench, `UPDATE offer SET company_id = 1, contact_id = 1 WHERE id = 1`);
    await bench.rank();
    await sql(bench, change);
    expect(outcomes(bench)).toEqual([
      { offer: 2, outcome: 'ranked' },
      { offer: 3, outcome: 'insufficient-text' },
      { offer: 4, outcome: 'no-suitable-formation' },
    ]);
    expect(bench.place.database.read.prepare('SELECT count(*) FROM match WHERE offer_id = 1').pluck().get()).toBe(0);
  });

  it('keeps the ranking of an offer whose compared text stays as it is', async () => {
    await using bench = await openBench();
    await fill(bench);
    await addCompany(bench, 1, 'Cabinet Rive');
    await sql(bench, `UPDATE offer SET company_id = 1 WHERE id = 1`);
    await bench.rank();
    await sql(bench, `UPDATE company SET name = name, website = 'https://cabinet.example' WHERE id = 1`);
    await sql(bench, `UPDATE offer SET raw_title = raw_title, company_key = 'x', status = 'archived' WHERE id = 1`);
    expect(bench.matchingService.ofOffer(offerId(1)).outcome).toBe('ranked');
  });

  it('embeds nothing again when only the company changed', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    bench.embedder.embedded.length = 0;
    await sql(bench, `UPDATE offer SET city = 'Nantes', revision = revision + 1 WHERE id = 1`);
    expect((await bench.rank()).summary).toEqual({ ranked: 1 });
    expect(bench.embedder.embedded).toEqual([]);
  });

  it('ranks everything again when a formation is added, and embeds only that one', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    bench.embedder.embedded.length = 0;
    await addFormation(bench, 3, 'Toilettage', ['toiletteur canin', 'caniches']);
    expect((await bench.rank()).summary).toEqual({ ranked: 4 });
    expect(bench.embedder.embedded).toEqual(['but toilettage toiletteur canin caniches']);
    expect(bench.matchingService.ofOffer(offerId(4)).matches[0]?.formation.id).toBe(3);
  });

  it('hears what a formation teaches and leads to', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    bench.embedder.embedded.length = 0;
    await sql(bench, `INSERT INTO skill (id, label, label_key) VALUES (1, 'Tondre les caniches', 'tondre')`);
    await sql(bench, `INSERT INTO formation_skill (formation_id, skill_id, position) VALUES (1, 1, 0)`);
    await sql(
      bench,
      `UPDATE formation SET description = 'Brosser les épagneuls.', jobs = '["Toiletteuse"]', content_hash = 'x' WHERE id = 1`,
    );
    await bench.rank();
    expect(bench.embedder.embedded).toEqual([
      'but genie civil beton chantier structure',
      'brosser les epagneuls tondre les caniches toiletteur',
    ]);
  });

  it('ranks everything again with the ROME codes that a formation is given, and embeds nothing for it', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    bench.embedder.embedded.length = 0;
    const codes: (readonly string[])[] = [];
    const matcher: Matcher = {
      ...bench.matcher,
      rank(corpus, ...rest) {
        codes.push(...corpus.formations.map(({ romeCodes }) => romeCodes));
        return bench.matcher.rank(corpus, ...rest);
      },
    };
    await sql(
      bench,
      `INSERT INTO formation_rome (formation_id, position, code) VALUES (1, 1, 'F1106'), (1, 0, 'F1201')`,
    );
    await sql(bench, `UPDATE formation SET content_hash = 'x' WHERE id = 1`);
    const service = bench.use(bench.embedder, matcher);
    expect((await endOf(bench.jobRunner, await service.refresh())).summary).toEqual({ ranked: 4 });
    expect(codes).toEqual([['F1201', 'F1106'], []]);
    expect(bench.embedder.embedded).toEqual([]);
  });

  it('computes everything with a new model and forgets the vectors of the old one', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    const other = bench.use(createWordEmbedder('other'));
    expect((await endOf(bench.jobRunner, await other.refresh())).summary).toEqual({ ranked: 4 });
    expect(bench.place.database.read.prepare('SELECT DISTINCT model_id FROM embedding').all()).toEqual([
      { model_id: 'other' },
    ]);
  });

  it('shows no ranking of another model or of other formations while the new one is computed', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    const seen: unknown[] = [];
    const look = (id: string): Embedder => {
      const embedder = createWordEmbedder(id);
      return {
        ...embedder,
        embed: (texts, signal) => {
          seen.push(outcomes(bench), bench.matchingService.ofOffer(offerId(1)));
          return embedder.embed(texts, signal);
        },
      };
    };
    await endOf(bench.jobRunner, await bench.use(look('other')).refresh());
    expect(seen.slice(0, 2)).toEqual([[], { offerId: 1, outcome: 'pending', matches: [], modelId: null }]);
    seen.length = 0;
    await addFormation(bench, 3, 'Toilettage', ['toiletteur canin', 'caniches']);
    await endOf(bench.jobRunner, await bench.use(look('other')).refresh());
    expect(seen[0]).toEqual([]);
  });

  it('goes on by itself where an earlier run of the application stopped, and only there', async () => {
    await using bench = await openBench();
    expect(await bench.matchingService.resume(never)).toBeNull();
    await addOffer(bench, 9, 'Comptable', 'Comptabilité et audit');
    // Without a formation there is nothing to compare with.
    expect(await bench.matchingService.resume(never)).toBeNull();
    await fill(bench);
    const jobId = await bench.matchingService.resume(never);
    expect(jobId).not.toBeNull();
    if (jobId !== null) await endOf(bench.jobRunner, jobId);
    expect(await bench.matchingService.resume(never)).toBeNull();
    expect(await bench.use(createWordEmbedder('other')).resume(never)).not.toBeNull();
  });

  it('is never answered with a job that was asked to stop', async () => {
    await using bench = await openBench();
    await fill(bench);
    const cancelledJobs: JobId[] = [];
    const fresh: JobId[] = [];
    const service = bench.use({
      ...bench.embedder,
      async embed(texts, signal) {
        const first = cancelledJobs[0];
        if (first !== undefined && fresh.length === 0) {
          await bench.jobRunner.cancel(first);
          await addOffer(bench, 5, 'Géomètre de chantier', 'Structure, béton et génie civil.');
          fresh.push(await service.refresh());
        }
        return await bench.embedder.embed(texts, signal);
      },
    });
    cancelledJobs.push(await service.refresh());
    expect((await endOf(bench.jobRunner, cancelledJobs[0] ?? (0 as JobId))).state).toBe('cancelled');
    expect((await endOf(bench.jobRunner, fresh[0] ?? (0 as JobId))).state).toBe('succeeded');
    expect(service.ofOffer(offerId(5)).outcome).toBe('ranked');
  });

  it('is never answered with a job that was cancelled while it waited, nor with one that only embeds', async () => {
    await using bench = await openBench();
    await fill(bench);
    const embedding = await bench.matchingService.embed();
    const waiting = await bench.matchingService.refresh();
    await bench.jobRunner.cancel(waiting);
    const fresh = await bench.matchingService.refresh();
    expect(new Set([embedding, waiting, fresh]).size).toBe(3);
    expect((await endOf(bench.jobRunner, fresh)).summary).toEqual({ ranked: 4 });
  });

  it.each(['cancelled', 'failed'] as const)('does what was wanted during a run that %s', async (end) => {
    await using bench = await openBench();
    await fill(bench);
    let jobId: JobId | null = null;
    let isOver = false;
    const service = bench.use({
      ...bench.embedder,
      async embed(texts, signal) {
        if (jobId !== null && !isOver) {
          isOver = true;
          await addOffer(bench, 5, 'Géomètre de chantier', 'Structure, béton et génie civil.');
          expect(await service.refresh()).toBe(jobId);
          if (end === 'failed') throw new AppError('unavailable', 'The process died.', 'worker-stopped');
          await bench.jobRunner.cancel(jobId);
        }
        return await bench.embedder.embed(texts, signal);
      },
    });
    jobId = await service.refresh();
    expect((await endOf(bench.jobRunner, jobId)).state).toBe(end);
    const next = bench.jobRunner.list({ page: 0, pageSize: 1 }).rows[0];
    expect(next?.id).not.toBe(jobId);
    if (next) expect((await endOf(bench.jobRunner, next.id)).state).toBe('succeeded');
    expect(service.ofOffer(offerId(5)).outcome).toBe('ranked');
  });

  it('can be cancelled while the model does not answer', async () => {
    await using bench = await openBench();
    await fill(bench);
    let isAsked = false;
    const service = bench.use({
      ...bench.embedder,
      model: (signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')), { once: true });
          isAsked = true;
        }),
    });
    const jobId = await service.refresh();
    await expect.poll(() => isAsked).toBe(true);
    await bench.jobRunner.cancel(jobId);
    expect((await endOf(bench.jobRunner, jobId)).state).toBe('cancelled');
  });

  it('makes every offer pending again when the last formation is gone', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    await sql(bench, 'DELETE FROM formation');
    expect((await bench.rank()).state).toBe('succeeded');
    expect(outcomes(bench)).toEqual([]);
    expect(bench.matchingService.ofOffer(offerId(1)).outcome).toBe('pending');
  });

  it('drops what was computed from a text that changed meanwhile, and computes it again', async () => {
    await using bench = await openBench();
    await fill(bench);
    let changed = false;
    const slow: Embedder = {
      ...bench.embedder,
      async embed(texts, signal) {
        if (!changed && texts.includes('conducteur de travaux genie civil')) {
          changed = true;
          await sql(bench, `UPDATE offer SET raw_title = 'Auditeur comptable', revision = revision + 1 WHERE id = 2`);
          await sql(bench, `UPDATE offer SET description = '' WHERE id = 2`);
          await sql(bench, `UPDATE offer SET description = 'Comptabilité et fiscalité' WHERE id = 2`);
        }
        return await bench.embedder.embed(texts, signal);
      },
    };
    const service = bench.use(slow);
    expect((await endOf(bench.jobRunner, await service.refresh())).state).toBe('succeeded');
    expect(service.ofOffer(offerId(2)).matches[0]?.formation.title).toBe('Comptabilité et gestion');
  });

  it('goes on while somebody writes the only offer that waits', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    await sql(bench, `UPDATE offer SET description = 'Béton' WHERE id = 2`);
    let written = 0;
    const service = bench.use({
      ...bench.embedder,
      async embed(texts, signal) {
        written += 1;
        if (written <= 5) await sql(bench, `UPDATE offer SET description = 'Chantier ${written}' WHERE id = 2`);
        return await bench.embedder.embed(texts, signal);
      },
    });
    const job = await endOf(bench.jobRunner, await service.refresh());
    expect([job.state, job.summary]).toEqual(['succeeded', { ranked: 1 }]);
    expect(service.ofOffer(offerId(2)).outcome).toBe('ranked');
  });

  it('goes on by a threshold that somebody changes meanwhile', async () => {
    await using bench = await openBench();
    await fill(bench);
    const thresholds = [0.9, 1];
    const matcher: Matcher = {
      ...bench.matcher,
      async rank(...question) {
        const next = thresholds.shift();
        const ranked = await bench.matcher.rank(...question);
        // The pass that goes on has ranked by the former one: what it stores is out of date.
        if (next !== undefined) await bench.settingService.update({ matchThreshold: next });
        return ranked;
      },
    };
    const service = bench.use(bench.embedder, matcher);
    const job = await endOf(bench.jobRunner, await service.refresh());
    expect(job.state).toBe('succeeded');
    expect([1, 2, 4].map((id) => service.ofOffer(offerId(id)).outcome)).toEqual(Array(3).fill('no-suitable-formation'));
  });

  it('fails instead of trying for ever where no vector is ever valid', async () => {
    await using bench = await openBench();
    await fill(bench);
    await bench.rank();
    await sql(bench, `UPDATE offer SET description = 'Béton' WHERE id = 2`);
    const service = bench.use({
      ...bench.embedder,
      embed: async (texts, signal) => (await bench.embedder.embed(texts, signal)).fill(Number.NaN),
    });
    const job = await endOf(bench.jobRunner, await service.refresh());
    expect([job.state, job.error?.code]).toEqual(['failed', 'internal']);
  });

  it('takes offers that arrive while it runs', async () => {
    await using bench = await openBench();
    await fill(bench);
    const jobs: JobId[] = [];
    const service: MatchingService = bench.use({
      ...bench.embedder,
      async embed(texts, signal) {
        if (jobs.length === 1) {
          await addOffer(bench, 5, 'Géomètre de chantier', 'Structure, béton et génie civil.');
          jobs.push(await service.refresh());
        }
        return await bench.embedder.embed(texts, signal);
      },
    });
    jobs.push(await service.refresh());
    await endOf(bench.jobRunner, jobs[0] ?? (0 as JobId));
    expect(new Set(jobs).size).toBe(1);
    expect(service.ofOffer(offerId(5)).outcome).toBe('ranked');
  });

  it('keeps what was embedded before a failure', async () => {
    await using bench = await openBench();
    await fill(bench);
    const failing: Matcher = {
      rank: () => Promise.reject(new AppError('unavailable', 'The thread died.', 'worker-stopped')),
      occupations: () => Promise.resolve(null),
    };
    const job = await endOf(bench.jobRunner, await bench.use(bench.embedder, failing).refresh());
    expect([job.state, job.error?.reason]).toEqual(['failed', 'worker-stopped']);
    bench.embedder.embedded.length = 0;
    expect((await bench.rank()).summary).toEqual({ ranked: 4 });
    expect(bench.embedder.embedded).toEqual([]);
  });

  it('fails with the reason of the model folder', async () => {
    await using bench = await openBench();
    await fill(bench);
    const broken: Embedder = {
      ...bench.embedder,
      model: () => Promise.reject(new AppError('unavailable', 'No model.', 'model-missing', { file: 'manifest.json' })),
    };
    const job = await endOf(bench.jobRunner, await bench.use(broken).refresh());
    expect([job.state, job.error?.reason, job.error?.details]).toEqual([
      'failed',
      'model-missing',
      { file: 'manifest.json' },
    ]);
  });

  it('stops between batches when it is cancelled', async () => {
    await using bench = await openBench();
    await fill(bench);
    let jobId: JobId | null = null;
    const service = bench.use({
      ...bench.embedder,
      async embed(texts, signal) {
        if (jobId !== null) await bench.jobRunner.cancel(jobId);
        return await bench.embedder.embed(texts, signal);
      },
    });
    jobId = await service.refresh();
    expect((await endOf(bench.jobRunner, jobId)).state).toBe('cancelled');
    expect(outcomes(bench)).toEqual([]);
  });

  it('does not know the matches of an offer that does not exist', async () => {
    await using bench = await openBench();
    expect(() => bench.matchingService.ofOffer(offerId(99))).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
