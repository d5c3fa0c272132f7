import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { matchFiles, type MatchFilesSummary } from '../../src/main/core/matching/match-files';
import { writeOutput } from '../../src/main/hosts/write-file';
import { createEmbedder, createMatcher } from '../../src/main/workers/adapters';
import { createCsvReader } from '../../src/main/workers/csv/csv-reader';
import { spawnProcess } from '../../src/main/workers/spawn-process';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { buildEntries } from '../support/build-entry';

// The built workers and the real model, as the application runs them.
const root = resolve(import.meta.dirname, '../..');
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');
const never = new AbortController().signal;

let folder = '';
let entries: Record<'embed' | 'network' | 'match' | 'csv', string>;
beforeAll(async () => {
  entries = await buildEntries('matching-files', {
    embed: 'src/main/workers/embed/entry.ts',
    network: 'src/main/workers/embed/network-entry.ts',
    match: 'src/main/workers/match/entry.ts',
    csv: 'src/main/workers/csv/entry.ts',
  });
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('matching two files', () => {
  async function match(offersPath: string, minScore: number | null, name: string) {
    const embedder = createEmbedder({
      table: spawnThread(entries.embed, { args: [modelFolder] }),
      network: spawnProcess(entries.network, { args: [modelFolder] }),
    });
    const matcher = createMatcher(spawnThread(entries.match, { args: [modelFolder] }));
    const csvReader = createCsvReader(spawnThread(entries.csv));
    const outputPath = join(folder, name);
    const formationsPath = join(root, 'data/samples/formations.csv');
    try {
      const summary: MatchFilesSummary = await matchFiles(
        { embedder, matcher, csvReader, writeOutput },
        { offersPath, formationsPath, outputPath, top: 20, minScore },
        () => undefined,
        never,
      );
      const [, ...lines] = readFileSync(outputPath, 'utf8').trimEnd().split('\n');
      return { summary, lines };
    } finally {
      await Promise.all([embedder.dispose(), matcher.dispose(), csvReader.dispose()]);
    }
  }
  const samples = join(root, 'data/samples/offers.csv');
  const sampleOffers = () => {
    const { data } = Papa.parse(readFileSync(samples, 'utf8').replace('\ufeff', ''), {
      ...{ header: true, delimiter: ';', skipEmptyLines: true },
    });
    return z.array(z.object({ intitulé: z.string(), description: z.string() })).parse(data);
  };

  it('ranks the sample offers the same way each time, best first', async () => {
    const first = await match(samples, null, 'first.csv');
    const second = await match(samples, null, 'second.csv');
    expect(second).toEqual(first);
    const { summary, lines } = first;
    expect(summary.offers).toBe(summary.ranked + summary.noSuitableFormation + summary.insufficientText);
    expect(summary).toMatchObject({ pairs: lines.length, rejectedRows: 0 });
    expect(summary.modelId).toMatch(/^smart-recruiting-fr-v1@\d/);
    expect(summary.ranked).toBeGreaterThan(summary.offers / 2);
    let before = { offer: '', rank: 0, score: 1 };
    for (const line of lines) {
      const [offer = '', , rank, score] = line.split(',');
      const next = { offer, rank: Number(rank), score: Number(score) };
      expect(next.rank).toBe(next.offer === before.offer ? before.rank + 1 : 1);
      if (next.offer === before.offer) expect(next.score).toBeLessThanOrEqual(before.score);
      before = next;
    }
  });

  it('ranks even one word when nothing is left out', async () => {
    const path = join(folder, 'titles.csv');
    writeFileSync(path, 'id,title\nA,Comptable\nB,Infirmier\n');
    const { lines } = await match(path, 0, 'titles-matched.csv');
    expect(lines).toHaveLength(40);
    expect(existsSync(join(folder, 'titles-matched.csv'))).toBe(true);
  });

  it('is not swayed by company, city, contact and gender form', async () => {
    const write = (name: string, company: string, contact: string, city: string, title: string): string => {
      const path = join(folder, name);
      const description = `${company} recrute à ${city}. Vous concevez des applications web avec ${contact}.`;
      writeFileSync(
        path,
        `id,title,description,company,contact,city\nA,"${title}","${description}","${company}","${contact}","${city}"\n`,
      );
      return path;
    };
    const one = await match(write('1.csv', 'Telmaris', 'Hélène Daubrac', 'Tours', 'Développeur web (H/F)'), 0, '1.out');
    const two = await match(
      write('2.csv', 'Boulangerie Pinson', 'Marc Infirmier', 'Saint-Étienne', 'Développeuse / Développeur web'),
      0,
      '2.out',
    );
    expect(two.lines).toEqual(one.lines);
  });

  it('is not swayed by a company and a town that only the text names, nor by the terms around a title', async () => {
    const trades = ['Comptable', 'Développeur web', 'Infirmier', 'Conducteur de travaux', 'Chargé de communication'];
    const said = [
      (trade: string) => [trade, 'Vous rejoignez une équipe à Nantes.'],
      (trade: string) => [`${trade} chez Capgemini à Lyon (H/F)`, 'Vous rejoignez une équipe à Lyon.'],
      (trade: string) => [
        `URGENT - CDI ${trade} 35h, débutant accepté – Saint-Étienne (42)`,
        'Vous rejoignez une équipe à Brest.',
      ],
      (trade: string) => [
        `Recherche ${trade} - 2 100 € brut / mois - Réf. 2026-14`,
        'Vous rejoignez une équipe à Tours.',
      ],
    ];
    const lists = [];
    for (const [index, say] of said.entries()) {
      const path = join(folder, `said-${index}.csv`);
      writeFileSync(
        path,
        Papa.unparse([['id', 'title', 'description'], ...trades.map((trade) => [trade, ...say(trade)])]),
      );
      lists.push(byOffer((await match(path, 0, `said-${index}.out`)).lines));
    }
    const [plain, ...others] = lists;
    expect([...(plain ?? [])].map(([, list]) => list.length)).toEqual(trades.map(() => 20));
    const overlaps = others.flatMap((other) =>
      [...(plain ?? [])].map(([id, list]) => overlap(list, other.get(id) ?? [])),
    );
    expect(Math.min(...overlaps)).toBeGreaterThanOrEqual(0.99);
  });

  it('ranks all 203 sample offers the same whoever offers and however the names are written', async () => {
    const identities = [
      { company: 'Nestlé', city: 'Nîmes', said: ['Nestlé', 'Nîmes'] },
      { company: 'NESTLE SAS', city: '30 - NIMES CEDEX 2', said: ['Nestlé', 'Nîmes'] },
      { company: 'Œuvres L’Oréal', city: '38 - ST MARTIN D HERES', said: ['OEUVRES L OREAL', 'Saint-Martin-d’Hères'] },
      { company: 'Boulangerie Pinson', city: 'Le Havre', said: ['boulangerie Pinson', 'LE HAVRE'] },
    ];
    const offers = sampleOffers();
    const lines = identities.flatMap(({ company, city, said }, by) =>
      offers.map(({ intitulé, description }, at) => ({
        id: `${at}.${by}`,
        title: `${intitulé} – ${said.join(' – ')}`,
        description: `${said[0] ?? ''} recrute, à ${said[1] ?? ''}. ${description}`,
        company,
        city,
      })),
    );
    const path = join(folder, 'whoever.csv');
    writeFileSync(path, Papa.unparse(lines));
    const lists = byOffer((await match(path, 0, 'whoever.out')).lines);
    expect(lists.size).toBe(203 * identities.length);
    expect(lines.filter(({ id }) => isSwayed(lists, id))).toEqual([]);
  });

  it('is not swayed by how a title says that it is for everybody', async () => {
    const offers = sampleOffers().slice(0, 20);
    const marks = [
      '(H/F)',
      '(tous genres)',
      '- Masculin/Féminin',
      'F/H/NB',
      'm/w/x',
      'H ou F',
      '(all genders)',
      '[w/m/d]',
    ];
    const forms = [
      ['Technicien de maintenance', 'Technicien / ne de maintenance', 'Technicien ou technicienne de maintenance'],
      ['Conducteur de travaux', 'Conducteur / trice de travaux', 'Conducteur, conductrice de travaux'],
      ['Infirmier', 'Infirmier·ère·x', 'Infirmier ou infirmière', 'Infirmier / ière'],
      [
        'Développeur web',
        'Développeur:euse web',
        'Développeur*euse web',
        'développeur / euse web',
        'Développeur_se web',
      ],
    ];
    const lines = [
      ...offers.flatMap(({ intitulé, description }, at) =>
        ['', ...marks].map((mark, form) => [`offer ${at}.${form}`, `${intitulé} ${mark}`.trim(), description]),
      ),
      ...offers.flatMap(({ intitulé }, at) =>
        ['', ...marks].map((mark, form) => [`title ${at}.${form}`, `${intitulé} ${mark}`.trim(), '']),
      ),
      ...forms.flatMap((said, at) => said.map((title, form) => [`form ${at}.${form}`, title, ''])),
    ];
    const path = join(folder, 'genders.csv');
    writeFileSync(path, Papa.unparse([['id', 'title', 'description'], ...lines]));
    const lists = byOffer((await match(path, 0, 'genders.out')).lines);
    expect(lists.size).toBe(lines.length);
    expect(lines.filter(([id = '']) => isSwayed(lists, id))).toEqual([]);
  });
});

function byOffer(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const line of lines) {
    const [offer = '', formation = ''] = line.split(',');
    lists.set(offer, [...(lists.get(offer) ?? []), formation]);
  }
  return lists;
}

/** Whether the list of "offer.2" is another than that of "offer.0". */
function isSwayed(lists: ReadonlyMap<string, readonly string[]>, id: string): boolean {
  const plain = lists.get(id.replace(/\.\d+$/, '.0')) ?? [];
  return overlap(plain, lists.get(id) ?? []) < 0.99;
}

/** Rank-biased overlap of two lists, 0..1, persistence 0.9, brought to 1 for equal lists (Webber and others 2010). */
function overlap(left: readonly string[], right: readonly string[]): number {
  let sum = 0;
  let weights = 0;
  for (let depth = 1; depth <= Math.max(left.length, right.length); depth += 1) {
    const shared = left.slice(0, depth).filter((id) => right.slice(0, depth).includes(id)).length;
    sum += (0.9 ** depth * shared) / depth;
    weights += 0.9 ** depth;
  }
  return sum / weights;
}
