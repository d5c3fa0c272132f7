import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOutput } from '../../hosts/write-file';
import { createDirectMatcher, createWordEmbedder } from '../../../../tests/support/word-embedder';
import type { CsvReader, FileInspection, ImportDraft, ReadRow } from '../ports';
import { usualNotation } from '../../../shared/domain/file-notation';
import { formationDraftSchema, type FormationDraft } from '../../../shared/domain/formation';
import { offerDraftSchema, type OfferDraft } from '../../../shared/domain/offer';
import { cellPacker } from '../../workers/csv/packed-cells';
import { matchFiles, type MatchFilesParts, type MatchFilesRequest, type MatchFilesSummary } from './match-files';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const noContact = { companyName: null, companySiret: null, contactName: null, contactEmail: null, contactPhone: null };

function offer(draft: Partial<OfferDraft>): ImportDraft {
  const empty = Object.fromEntries(Object.keys(offerDraftSchema.shape).map((key) => [key, null]));
  const whole = offerDraftSchema.parse({ ...empty, title: '', description: '', skills: [], levels: [], ...draft });
  return { kind: 'offers', offer: whole, contact: noContact, standing: null };
}

function formation(draft: Partial<FormationDraft>): ImportDraft {
  const empty = Object.fromEntries(Object.keys(formationDraftSchema.shape).map((key) => [key, null]));
  const lists = { keywords: [], skills: [], jobs: [], romeCodes: [] };
  const whole = formationDraftSchema.parse({ ...empty, ...lists, title: '', description: '', ...draft });
  return { kind: 'formations', formation: whole };
}

const noTitle = { severity: 'error', code: 'missing-required', column: 'titre', value: null } as const;

const idAndTitle: FileInspection = {
  ...{
    format: { encoding: 'utf-8', delimiter: ',' },
    workbook: null,
    notation: { quoteMark: 'double', headerLine: 1, ...usualNotation },
    rows: [],
  },
  ...{ header: ['id', 'title'], mapping: ['externalId', 'title'] },
};

/** Reads from memory: the path names the rows. */
function readerOf(files: Readonly<Record<string, readonly (ImportDraft | null)[]>>): CsvReader {
  return {
    ...cellPacker,
    inspect: () => Promise.resolve(idAndTitle),
    readRome: () => Promise.reject(new Error('No ranking reads ROME.')),
    async *read(path) {
      const rows = (files[path] ?? []).map((draft, index): ReadRow => ({
        line: index + 2,
        issues: draft ? [] : [noTitle],
        draft,
      }));
      for (let start = 0; start < rows.length; start += 2) {
        yield await Promise.resolve({ rows: rows.slice(start, start + 2), packedCells: null, bytesRead: start });
      }
    },
  };
}

const formations = [
  formation({ externalId: '10', title: 'Génie civil', keywords: ['béton', 'chantier'] }),
  formation({ externalId: '9', title: 'Comptabilité', keywords: ['comptable', 'audit'] }),
  formation({ externalId: 'F,1', title: 'Soins infirmiers' }),
];

async function match(
  offers: readonly (ImportDraft | null)[],
  request: Partial<MatchFilesRequest> = {},
  parts: Partial<MatchFilesParts> = {},
  signal = new AbortController().signal,
): Promise<{ readonly summary: MatchFilesSummary; readonly lines: readonly string[] }> {
  const outputPath = join(folder, 'M.csv');
  const summary = await matchFiles(
    {
      csvReader: readerOf({ offers, formations }),
      embedder: createWordEmbedder(),
      matcher: createDirectMatcher(),
      writeOutput,
      ...parts,
    },
    { offersPath: 'offers', formationsPath: 'formations', outputPath, top: 20, minScore: null, ...request },
    () => undefined,
    signal,
  );
  return { summary, lines: readFileSync(outputPath, 'utf8').split('\n') };
}

describe('matching two files', () => {
  it('writes the pairs above the threshold of the model', async () => {
    const { summary, lines } = await match([
      offer({ externalId: 'O1', title: 'Assistant comptable', description: 'Comptabilité et audit' }),
      offer({ title: 'Assistant' }),
      null,
      offer({ externalId: 'O4', title: 'Toiletteur canin', description: 'Brosser les épagneuls' }),
    ]);
    expect(lines.map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      'offer_id,formation_id,rank',
      'O1,9,1',
      '',
    ]);
    expect(lines[1]).toMatch(/^O1,9,1,0\.\d{6},0\.\d{6},0\.\d{6}$/);
    expect(summary).toEqual({
      formations: 3,
      offers: 3,
      ranked: 1,
      noSuitableFormation: 1,
      insufficientText: 1,
      pairs: 1,
      rejectedRows: 1,
      rejected: [{ file: 'offers', line: 4, issue: noTitle }],
      modelId: 'words',
    });
  });

  it('gives every offer its whole ranking when the least score is 0', async () => {
    const { lines } = await match([offer({ externalId: '1', title: 'Comptable' }), offer({ title: '12345' })], {
      minScore: 0,
      top: 1_000,
    });
    // The second offer has no word at all: all its scores are 0 and the ids decide, numbers first.
    expect(lines.slice(1).map((line) => line.split(/,(?=\d+,0\.)/)[0])).toEqual([
      '1,9',
      expect.stringMatching(/^1,/),
      expect.stringMatching(/^1,/),
      '3,9',
      '3,10',
      '3,"F,1"',
      '',
    ]);
  });

  it('takes the first row of an id, and tells each later one with both lines', async () => {
    const offers = [
      null,
      offer({ externalId: 'O1', title: 'Assistant comptable' }),
      offer({ externalId: 'O2', title: 'Comptable' }),
      offer({ externalId: 'O1', title: 'Chef de chantier béton' }),
    ];
    const repeated = [...formations, formation({ externalId: '9', title: 'Chantier' })];
    const csvReader = readerOf({ offers, formations: repeated });
    const { summary, lines } = await match([], { minScore: 0, top: 1 }, { csvReader });
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3).join())).toEqual(['O1,9,1', 'O2,9,1', '']);
    expect(summary.rejected.map(({ file, line, issue }) => [file, line, issue.code, issue.value])).toEqual([
      ['formations', 5, 'duplicate-id', '3'],
      ['offers', 2, 'missing-required', null],
      ['offers', 5, 'duplicate-id', '3'],
    ]);
    expect(summary).toMatchObject({ formations: 3, offers: 2, rejectedRows: 3 });
  });

  it('never calls a row without an id by the id of another', async () => {
    const offers = [
      offer({ title: 'Comptable' }),
      offer({ externalId: '2', title: 'Chef de chantier' }),
      offer({ externalId: '#4', title: 'Infirmier' }),
      offer({ externalId: '3', title: 'Auditeur' }),
      offer({ title: 'Maçon' }),
    ];
    const unnamed = [formation({ title: 'Audit' }), formation({ externalId: '2', title: 'Béton' })];
    const csvReader = readerOf({ offers, formations: unnamed });
    const { summary, lines } = await match([], { minScore: 0, top: 2 }, { csvReader });
    const ids = (column: number) => [...new Set(lines.slice(1, -1).map((line) => line.split(',')[column]))];
    expect(ids(0)).toEqual(['#2', '2', '#4', '3', '6']);
    expect(ids(1).toSorted()).toEqual(['#2', '2']);
    expect(summary.rejectedRows).toBe(0);
  });

  it('keeps no more than the top', async () => {
    const { lines } = await match([offer({ externalId: '1', title: 'Comptable' })], { minScore: 0, top: 2 });
    expect(lines).toHaveLength(4);
  });

  it('leaves the former output as it was when it fails', async () => {
    writeFileSync(join(folder, 'M.csv'), 'former');
    const embedder = { ...createWordEmbedder(), embed: () => Promise.reject(new Error('broken')) };
    await expect(match([offer({ title: 'Comptable en cabinet' })], {}, { embedder })).rejects.toThrow('broken');
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([
      ['M.csv', 'former'],
    ]);
  });

  it('ends as cancelled and leaves nothing behind', async () => {
    const abort = new AbortController();
    const offers = Array.from({ length: 3_000 }, (_, index) => offer({ title: `Comptable en cabinet ${index}` }));
    const embedder = createWordEmbedder();
    const stopping = {
      ...embedder,
      embed: (texts: readonly string[], signal: AbortSignal) => {
        if (embedder.embedded.length > 500) abort.abort();
        return embedder.embed(texts, signal);
      },
    };
    await expect(match(offers, {}, { embedder: stopping }, abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never replaces a file that it reads, whatever the two are called', async () => {
    const offersPath = join(folder, 'offers.csv');
    writeFileSync(offersPath, 'id;title\n1;Comptable\n');
    const outputPath = join(folder, 'linked.csv');
    linkSync(offersPath, outputPath);
    await expect(match([], { offersPath, outputPath })).rejects.toMatchObject({
      reason: 'output-is-input',
      details: { file: outputPath },
    });
    expect(readFileSync(offersPath, 'utf8')).toBe('id;title\n1;Comptable\n');
  });

  it('says which place cannot be written', async () => {
    const outputPath = join(folder, 'missing', 'M.csv');
    await expect(match([], { outputPath })).rejects.toMatchObject({
      reason: 'output-unwritable',
      details: { file: outputPath },
    });
  });

  it('refuses formations of which none can be used', async () => {
    const csvReader = readerOf({ offers: [], formations: [null] });
    await expect(match([], {}, { csvReader })).rejects.toMatchObject({
      code: 'invalid-input',
      reason: 'nothing-to-match',
    });
  });
});
