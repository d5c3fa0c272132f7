import { describe, expect, it } from 'vitest';
import { formationDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { createDirectMatcher, createWordEmbedder } from '../../../../tests/support/word-embedder';
import type { TextToRank } from '../../../shared/domain/match';
import { createEmbeddingService } from '../embeddings/embedding-service';
import { createPreviewService, type PreviewService } from './preview-service';

const never = new AbortController().signal;
const text: TextToRank = {
  title: 'Assistant comptable (H/F)',
  description: 'Vous tenez la comptabilité générale et préparez les bilans.',
  skills: [],
  company: 'Cabinet Aubrac',
  contact: null,
  city: 'Rodez',
};

interface Bench extends AsyncDisposable {
  readonly records: OpenRecords;
  readonly embedder: ReturnType<typeof createWordEmbedder>;
  readonly preview: PreviewService['preview'];
  /** Adds formations by title. */
  add(...titles: string[]): Promise<void>;
}

function openBench(): Bench {
  const records = openRecords();
  const embedder = createWordEmbedder();
  const embeddingService = createEmbeddingService(records.database, embedder);
  const service = createPreviewService({ ...records, embedder, embeddingService, matcher: createDirectMatcher() });
  return {
    records,
    embedder,
    preview: (...said) => service.preview(...said),
    add: (...titles) =>
      records.database.write((db) => {
        const intake = records.formationService.openIntake(db, null);
        for (const title of titles) intake.put(formationDraft({ title, keywords: [title] }));
      }),
    [Symbol.asyncDispose]: () => records[Symbol.asyncDispose](),
  };
}

describe('ranking a text that nobody stored', () => {
  it('gives the formations that suit it, best first', async () => {
    await using bench = openBench();
    await bench.add('Histoire de l’art', 'Comptabilité et assistant comptable', 'Génie civil');
    const { outcome, matches, modelId } = await bench.preview(text, never);
    expect([outcome, modelId]).toEqual(['ranked', 'words']);
    expect(matches[0]).toMatchObject({ rank: 1, formation: { id: 2, title: 'Comptabilité et assistant comptable' } });
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('is not swayed by who offers and where', async () => {
    await using bench = openBench();
    await bench.add('Comptabilité et assistant comptable', 'Histoire de l’art');
    const named = await bench.preview({ ...text, description: `${text.description} Cabinet Aubrac à Rodez.` }, never);
    const other = { ...text, description: `${text.description} Banque Lenoir à Nantes.` };
    const elsewhere = await bench.preview({ ...other, company: 'Banque Lenoir', city: 'Nantes' }, never);
    expect(named).toEqual(elsewhere);
  });

  it('says why there is nothing', async () => {
    await using bench = openBench();
    expect((await bench.preview(text, never)).outcome).toBe('no-formations');
    await bench.add('Histoire de l’art');
    expect((await bench.preview({ ...text, title: 'Stage', description: '' }, never)).outcome).toBe(
      'insufficient-text',
    );
    await bench.records.settingService.update({ matchThreshold: 1 });
    expect(await bench.preview(text, never)).toMatchObject({
      outcome: 'no-suitable-formation',
      matches: [],
      // What comes nearest is said all the same, as such.
      nearest: [{ rank: 1, formation: { title: 'Histoire de l’art' } }],
    });
    await bench.records.settingService.update({ matchThreshold: 0 });
    expect(await bench.preview(text, never)).toMatchObject({ outcome: 'ranked', nearest: [] });
  });

  it('stores nothing and embeds formations once, until one changes', async () => {
    await using bench = openBench();
    await bench.add('Comptabilité');
    await bench.preview(text, never);
    const first = bench.embedder.embedded.length;
    await bench.preview(text, never);
    const second = bench.embedder.embedded.length - first;
    expect(second).toBeLessThan(first);
    await bench.add('Audit comptable');
    const { matches } = await bench.preview(text, never);
    expect(matches.map(({ formation }) => formation.title)).toContain('Audit comptable');
    for (const table of ['offer', 'embedding', 'ranking', 'match']) {
      expect(bench.records.database.read.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
    }
  });
});
