import { describe, expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { openReadConnection } from '../db/open-in-thread';
import { excerptOf } from './excerpt';
import { fuse } from './fuse';
import { createOfferVectors } from './offer-vectors';
import { indexInMemory } from './index-file';
import { createSearchEngine, type SearchEngine } from './search-engine';
import { indexFamilyOf } from './search-words';
import { editDistance } from './suggest';

interface Opened extends AsyncDisposable {
  readonly engine: SearchEngine;
}

async function openWith(...offers: readonly (readonly [title: string, description: string])[]): Promise<Opened> {
  const place = openTemporaryDatabase();
  await place.database.write((db) => {
    const insert = db.prepare(
      `insert into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at, updated_at,
         description) values (?, ?, ?, 'published', 2025, lower(?), ?, '2026-01-01', '2026-01-01', ?)`,
    );
    offers.forEach(([title, description], index) =>
      insert.run(index + 1, title, title, title, `${index}`, description),
    );
  });
  const connection = openReadConnection(place.database.path);
  const engine = createSearchEngine(connection.read, indexInMemory);
  return {
    engine,
    async [Symbol.asyncDispose]() {
      engine.close();
      connection.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

function search({ engine }: Opened, text: string) {
  return engine.search({
    ...{ text, meaning: null, filter: { today: '2026-03-01' } },
    ...{ sort: { by: 'relevance', direction: 'desc' }, page: { page: 0, pageSize: 10 } },
  });
}
const ids = (opened: Opened, text: string): number[] => search(opened, text).found.map(({ id }) => id);

const office = [
  ['Contrôleur de gestion', 'Tableaux de bord et prix de revient.'],
  ['Technicien chimiste', 'Analyses en laboratoire, contrôle qualité.'],
  ['Développeuse C++', 'Programmer des automates pour la gestion des stocks.'],
] as const;

describe('a search by words', () => {
  it('folds accents, capitals, plurals and nearest relatives, and takes a word that is not written to its end', async () => {
    await using opened = await openWith(...office);
    expect(ids(opened, 'CONTROLE gestions ')).toEqual([1]);
    expect(ids(opened, 'developpement ')).toEqual([3]);
    expect(ids(opened, 'programmation ')).toEqual([3]);
    expect(ids(opened, 'c++ ')).toEqual([3]);
    expect(ids(opened, 'labo')).toEqual([2]);
    expect(ids(opened, 'gest')).toEqual([1, 3]);
  });

  it('puts the offers first that have the words in their titles, and finds phrases in quotes', async () => {
    await using opened = await openWith(...office);
    expect(ids(opened, 'gestion ')).toEqual([1, 3]);
    expect(ids(opened, '"contrôle qualité"')).toEqual([2]);
    expect(ids(opened, '« prix de revient »')).toEqual([1]);
    expect(search(opened, '"qualité contrôle"').words).toBe('some-words');
  });

  it.each([
    '"',
    '*',
    'NEAR(a b)',
    '-stage',
    'a:b',
    '^x',
    '{title}: x',
    "l'",
    'AND',
    'OR NOT',
    '((',
    '"a" + "b"',
    '\u0000',
    '😀',
  ])('takes %j for text and never for a command', async (text) => {
    await using opened = await openWith(...office);
    // None of them is in all three offers: a command might find them all.
    expect(search(opened, text).total).toBeLessThan(3);
    expect(ids(opened, `gestion ${text} prix`)).toContain(1);
  });

  it('answers an empty text with all offers, and one of stop words alone with none', async () => {
    await using opened = await openWith(...office);
    expect(search(opened, ' \n ')).toMatchObject({ total: 3, words: 'no-words', suggestion: null });
    expect(search(opened, 'le la les de et')).toMatchObject({ total: 0, words: 'no-words', suggestion: null });
  });

  it('answers 100,000 characters', async () => {
    await using opened = await openWith(...office);
    expect(search(opened, 'gestion des stocks '.repeat(5_300)).total).toBeGreaterThan(0);
    expect(search(opened, 'x'.repeat(100_000)).total).toBe(0);
  });

  it('says that no offer has all the words, and proposes what was probably meant', async () => {
    await using opened = await openWith(...office);
    expect(search(opened, 'gestion piscine ')).toMatchObject({ words: 'some-words', suggestion: null, total: 2 });
    expect(search(opened, 'Contrôleur de getsion ')).toMatchObject({ suggestion: 'Contrôleur de gestion ' });
    expect(search(opened, 'labratoire')).toMatchObject({ suggestion: 'laboratoire', words: 'none', total: 0 });
    expect(search(opened, 'zzyzx ')).toMatchObject({ suggestion: null, words: 'none', total: 0 });
  });

  it('puts a word right where it stands, and not the same letters in another', async () => {
    await using opened = await openWith(['Stocker', 'Suivre un stock.']);
    expect(search(opened, 'stocker stoc ').suggestion).toBe('stocker stock ');
  });

  it('proposes what very many offers have for a slip that hardly any shares', async () => {
    const many = Array.from({ length: 70 }, (): [string, string] => ['Assistant', 'La gestion des stocks.']);
    await using opened = await openWith(['Aide', 'La getsion des paies.'], ...many);
    expect(search(opened, 'getsion ')).toMatchObject({ total: 1, words: 'every-word', suggestion: 'gestion ' });
    expect(search(opened, 'paies ')).toMatchObject({ total: 1, suggestion: null });
  });

  it('marks what it found in the title and in the part of the text that says most of it', async () => {
    const long = `${'Bla bla. '.repeat(60)}Vous suivez le contrôle de gestion. ${'Fin. '.repeat(60)}`;
    await using opened = await openWith(['Le contrôleur', long]);
    const [found] = search(opened, 'contrôle gestion ').found;
    expect(found?.titleWords.map(({ start, end }) => 'Le contrôleur'.slice(start, end))).toEqual(['contrôleur']);
    const { text = '', words = [] } = found?.excerpt ?? {};
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['contrôle', 'gestion']);
    expect(text).toMatch(/^… .* …$/);
  });
});

describe('the first rows of very many', () => {
  const all = { today: '2026-03-01' };
  const question = { meaning: null, filter: all, sort: { by: 'relevance', direction: 'desc' } } as const;

  it('are the first of all, whatever is written, and say that more have to be counted', async () => {
    const titles = ['Stage comptable', 'Stage marketing', 'Comptable', 'Conseiller', 'Chargé de com'];
    const bodies = ['Un stage en équipe.', 'Compter et contrôler.', 'La comptabilité à Lyon.'];
    const offers = Array.from({ length: 8_000 }, (_, index): [string, string] => [
      `${titles[(index * 7) % titles.length] ?? ''} ${index % 90}`,
      bodies[(index * 11) % bodies.length] ?? '',
    ]);
    await using opened = await openWith(...offers);
    const asked = (text: string, page: number, isCountedLater?: true, areCopiesGrouped?: true) =>
      opened.engine.search({ ...question, text, page: { page, pageSize: 25 }, isCountedLater, areCopiesGrouped });
    while (!opened.engine.update(1_000).isComplete);
    const texts = ['co', 'com', 'comp', 'compta', 'stage ', 'stage co', 'stage comp', 'st', 'lyon', 'équipe', 'zz'];
    const cases = texts.flatMap((text) => [...[[text, 0] as const, [text, 3] as const, [text, 0, true] as const]]);
    // The first rows before anything is counted: what was counted is remembered.
    const first = cases.map(([text, page, grouping]) => asked(text, page, true, grouping));
    let uncounted = 0;
    cases.forEach(([text, page, grouping], index) => {
      const whole = asked(text, page, undefined, grouping);
      expect(first[index]?.found, text).toEqual(whole.found);
      expect(whole.isCounted).toBe(true);
      if (first[index]?.isCounted) expect(first[index].total).toBe(whole.total);
      else uncounted += (first[index]?.total ?? Infinity) <= whole.total ? 1 : 0;
    });
    expect(uncounted).toBeGreaterThan(10);
  });
});

describe('an offer without a vector', () => {
  const meaning = { modelId: 'm', vector: Float32Array.of(1, 0, 0, 0) };
  const described = (opened: Opened, text: string) =>
    opened.engine.search({
      ...{ text, meaning, filter: { today: '2026-03-01' } },
      ...{ sort: { by: 'relevance', direction: 'desc' }, page: { page: 0, pageSize: 10 } },
    });

  it('is found by words of a description that say more than on which terms', async () => {
    await using opened = await openWith(['Stagiaire', ''], ['Stage en laboratoire', ''], ['Stage Kubernetes', '']);
    const idsOf = (text: string) => described(opened, text).found.map(({ id }) => id);
    expect(idsOf("J'aime la biologie, je cherche un stage en laboratoire")).toEqual([2]);
    expect(idsOf('Je cherche un stage Kubernetes')).toEqual([3]);
    expect(idsOf('Je cherche un stage').toSorted()).toEqual([2, 3]);
  });
});

describe('vectors of offers', () => {
  it('says how near each is, and forgets those of offers that are gone', async () => {
    await using place = openTemporaryDatabase();
    const put = (id: number, ...numbers: number[]) => {
      const length = Math.hypot(...numbers);
      const unit = Float32Array.from(numbers, (number) => number / length);
      return place.database.write((db) => {
        db.prepare(
          `insert into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at, updated_at,
             description) values (?, '', '', 'published', 2025, '', ?, '2026-01-01', '2026-01-01', '')`,
        ).run(id, `${id}`);
        db.prepare(
          "insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, 'm', '', ?)",
        ).run(id, Buffer.from(unit.buffer));
      });
    };
    await put(1, 1, 0, 0, 0, 0);
    await put(2, 1, 1, 0, 0, 0);
    await put(3, 0, 0, 1, 0, 1);
    const vectors = createOfferVectors();
    const read = () => vectors.update(place.database.read, 'm', Infinity);
    const near = (least: number): Map<number, number> => {
      const found = new Map<number, number>();
      vectors.each(Float32Array.of(1, 0, 0, 0, 0), least, (id, cosine) => found.set(id, cosine));
      return found;
    };
    const ids = (least: number): number[] => [...near(least).keys()].sort((one, other) => one - other);
    expect(read()).toBe(true);
    expect(ids(-1)).toEqual([1, 2, 3]);
    expect(ids(0.8)).toEqual([1]);
    expect(near(0.5).get(2)).toBeCloseTo(Math.SQRT1_2, 2);
    await place.database.write((db) => void db.prepare('delete from offer where id = 1').run());
    read();
    expect(ids(-1)).toEqual([2, 3]);
  });
});

describe('what the search is made of', () => {
  it('gives the beginning of a text that has none of the words', () => {
    expect(excerptOf('Un texte court.', () => false)).toEqual({ text: 'Un texte court.', words: [] });
  });

  it('cites and marks what would be read on a page, of a text that is the source of one', () => {
    const written =
      '<p>Vous&nbsp;:</p><ul><li>surveillez ;</li> <li>rejouez des attaques dans MITRE ATT&amp;CK</li></ul>';
    const { text, words } = excerptOf(written, (family) => family === indexFamilyOf('attaques'));
    expect(text).toBe('Vous : - surveillez ; - rejouez des attaques dans MITRE ATT&CK');
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['attaques']);
  });

  it('joins lists by reciprocal ranks', () => {
    // 1/61 for 1, 1/62 + 1/61 for 2, 1/62 for 3.
    expect(
      fuse([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual([2, 1, 3]);
    expect(fuse([[], [4]])).toEqual([4]);
  });

  it.each([
    ['gestion', 'gestion', 0],
    ['getsion', 'gestion', 1],
    ['labratoire', 'laboratoire', 1],
    ['ca', 'abc', 3],
    ['', 'ab', 2],
  ])('counts the slips between %s and %s', (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
  });
});
