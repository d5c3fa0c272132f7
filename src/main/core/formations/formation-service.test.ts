import { describe, expect, it } from 'vitest';
import { formationDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { formationSortColumns, type FormationFilter } from '../../../shared/contract/formations';
import type { FormationDraft } from '../../../shared/domain/formation';
import { formationIdSchema, type ImportId } from '../../../shared/domain/ids';
import type { FormationSort } from './formation-repository';

const take = (records: OpenRecords, drafts: readonly FormationDraft[]) =>
  records.asImport('formations', (db, importId) => {
    const intake = records.formationService.openIntake(db, importId);
    return drafts.map((draft) => intake.put(draft));
  });
const undo = (records: OpenRecords, importId: ImportId) =>
  records.database.write((db) => records.formationService.undoImport(db, importId));
const all = (records: OpenRecords) => [...records.formationService.all({})];
const count = (records: OpenRecords, table: string): unknown =>
  records.database.read.prepare(`select count(*) from ${table}`).pluck().get();

const full: FormationDraft = {
  externalId: 'BUT-INFO',
  title: 'Informatique – parcours Réalisation d’applications',
  diplomaType: 'BUT',
  level: 3,
  component: 'IUT de Valmont',
  description: 'Trois années pour passer du premier programme à l’application livrée.',
  prerequisites: 'Baccalauréat général ou technologique.',
  keywords: ['développement', 'Java'],
  skills: ['Programmer en Java', 'Modéliser une base de données'],
  jobs: ['Développeur web'],
  romeCodes: ['M1805', 'M1855'],
  capacity: 78,
  managerName: 'Nadège Ferrandier',
  managerEmail: 'Nadege.Ferrandier@univ-valmont.example',
};

describe('taking formations in', () => {
  it('keeps everything that the draft says', async () => {
    await using records = openRecords();
    const { result } = await take(records, [full]);
    expect(result).toEqual(['created']);
    expect(all(records)).toEqual([{ ...full, id: 1, component: { id: 1, name: 'IUT de Valmont', shortName: null } }]);
  });

  it('takes one code of two components for two formations, and knows each again', async () => {
    await using records = openRecords();
    const mention = (component: string | null) => formationDraft({ externalId: 'INM-1', title: 'Chimie', component });
    const drafts = [mention('UFR A'), mention('UFR B')];
    const first = await take(records, drafts);
    expect(first.result).toEqual(['created', 'created']);
    expect((await take(records, drafts.toReversed())).result).toEqual(['unchanged', 'unchanged']);
    const moved = await take(records, [{ ...mention('UFR B'), capacity: 12 }]);
    expect(moved.result).toEqual(['updated']);
    expect(all(records).map(({ component, capacity }) => [component?.name, capacity])).toEqual([
      ['UFR A', null],
      ['UFR B', 12],
    ]);
    // Which of the two is meant by a row that names no component, nobody knows.
    expect((await take(records, [{ ...mention(null), capacity: 5 }])).result).toEqual(['undecided']);
    expect(await undo(records, moved.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(await undo(records, first.importId)).toEqual({ removed: 2, restored: 0, kept: 0 });
    const redone = await records.database.write((db) => records.formationService.redoImport(db, first.importId));
    expect(redone).toEqual({ restored: 2, kept: 0 });
  });

  it('gives the component of a later file to the formation of a code that had none', async () => {
    await using records = openRecords();
    await take(records, [formationDraft({ externalId: 'C1', title: 'Chimie' })]);
    const { result } = await take(records, [formationDraft({ externalId: 'C1', title: 'Chimie', component: 'UFR A' })]);
    expect(result).toEqual(['updated']);
    expect(all(records).map(({ component }) => component?.name)).toEqual(['UFR A']);
  });

  it('tells two namesakes from each other only by their codes', async () => {
    await using records = openRecords();
    const named = (externalId: string | null) => formationDraft({ externalId, title: 'Chimie', component: 'UFR A' });
    await take(records, [named('C1'), named('C2')]);
    expect((await take(records, [{ ...named('C2'), capacity: 3 }])).result).toEqual(['updated']);
    expect((await take(records, [{ ...named(null), capacity: 4 }])).result).toEqual(['undecided']);
    expect(all(records).map(({ capacity }) => capacity)).toEqual([null, 3]);
  });

  it('finds a component by name, code or initials and makes an unknown one', async () => {
    await using records = openRecords();
    await records.database.write((db) =>
      records.universityService
        .openComponentIntake(db, { importId: null, at: 'x' })
        .put({ name: 'Faculté de droit', code: 'DROIT', shortName: 'FDSP', kind: null, city: null, email: null }),
    );
    await take(
      records,
      ['FACULTE DE DROIT', 'droit', 'F.D.S.P.', 'Fdsp', 'IUT', null].map((component, index) =>
        formationDraft({ title: `Licence ${index}`, component }),
      ),
    );
    expect(all(records).map(({ component }) => component?.name ?? null)).toEqual([
      'Faculté de droit',
      'Faculté de droit',
      'F.D.S.P.',
      'Faculté de droit',
      'IUT',
      null,
    ]);
  });

  it('finds a formation by its code, else by title, diploma and component', async () => {
    await using records = openRecords();
    const drafts = [
      formationDraft({ externalId: 'A', title: 'Droit' }),
      formationDraft({ title: 'Gestion', diplomaType: 'Master', component: 'IAE' }),
      formationDraft({ title: 'Gestion', diplomaType: 'Licence', component: 'IAE' }),
    ];
    await take(records, drafts);
    const { result } = await take(records, [
      formationDraft({ externalId: 'A', title: 'Droit privé' }),
      formationDraft({ title: 'GESTION', diplomaType: 'master', component: 'iae', capacity: 30 }),
      formationDraft({ title: 'Gestion', diplomaType: 'Licence', component: 'IAE' }),
      formationDraft({ externalId: 'B', title: 'Gestion', diplomaType: 'Licence', component: 'IAE' }),
      formationDraft({ externalId: 'C', title: 'Gestion', diplomaType: 'Licence', component: 'IAE' }),
    ]);
    expect(result).toEqual(['updated', 'updated', 'unchanged', 'updated', 'created']);
    expect(all(records).map(({ externalId, title, capacity }) => [externalId, title, capacity])).toEqual([
      ['A', 'Droit privé', null],
      [null, 'GESTION', 30],
      ['B', 'Gestion', null],
      ['C', 'Gestion', null],
    ]);
  });

  it('keeps what a later file leaves out, and says so when nothing changes', async () => {
    await using records = openRecords();
    await take(records, [full]);
    const before = all(records);
    const { result } = await take(records, [
      formationDraft({ externalId: 'BUT-INFO', title: full.title }),
      formationDraft({ externalId: 'BUT-INFO', title: full.title, skills: ['Tester'] }),
    ]);
    expect(result).toEqual(['unchanged', 'updated']);
    expect(all(records)).toEqual(before.map((formation) => ({ ...formation, skills: ['Tester'] })));
  });
});

describe('taking an import of formations back', () => {
  it('removes what it made, and components and managers that nothing else uses', async () => {
    await using records = openRecords();
    await take(records, [formationDraft({ title: 'Droit', component: 'Droit', managerName: 'A' })]);
    const { importId } = await take(records, [
      full,
      formationDraft({ title: 'Histoire du droit', component: 'Droit', managerName: 'A' }),
    ]);
    expect(await undo(records, importId)).toEqual({ removed: 2, restored: 0, kept: 0 });
    expect(
      ['formation', 'component', 'formation_manager', 'formation_skill', 'formation_rome'].map((table) =>
        count(records, table),
      ),
    ).toEqual([1, 1, 1, 0, 0]);
  });

  it('puts back what it changed, lists included, and keeps what was changed since', async () => {
    await using records = openRecords();
    await take(records, [full, formationDraft({ externalId: 'B', title: 'Droit' })]);
    const before = all(records);
    const { importId } = await take(records, [
      {
        ...full,
        skills: ['Tester'],
        romeCodes: [],
        keywords: ['agile'],
        managerEmail: 'b@x.example',
      },
      formationDraft({ externalId: 'B', title: 'Droit', capacity: 10 }),
    ]);
    await take(records, [formationDraft({ externalId: 'B', title: 'Droit', capacity: 20 })]);
    expect(await undo(records, importId)).toEqual({ removed: 0, restored: 1, kept: 1 });
    expect(all(records)).toEqual([before[0], { ...before[1], capacity: 20 }]);
  });
});

describe('the table of formations', () => {
  async function openWithFormations(): Promise<OpenRecords> {
    const records = openRecords();
    await take(records, [
      formationDraft({ title: 'Éducation', diplomaType: 'Licence', level: 3, component: 'Lettres', capacity: 40 }),
      formationDraft({ title: 'Droit', diplomaType: 'Master', level: 5, component: 'Droit', managerName: 'Nadège' }),
      formationDraft({ title: 'Zoologie' }),
      formationDraft({ title: 'Edition', diplomaType: 'BUT', level: 3, component: 'Lettres', capacity: 12 }),
    ]);
    await records.database.write((db) => {
      for (const offer of [1, 2]) {
        db.prepare(
          `insert into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at,
             updated_at, description) values (?, 'x', 'x', 'published', 2025, 'x', 'x', 'x', 'x', '')`,
        ).run(offer);
      }
      db.prepare(
        `insert into match values (1, 1, 2, 'm', 0.9, 0.9, 0.9), (1, 2, 1, 'm', 0.5, 0.5, 0.5),
           (2, 1, 2, 'm', 0.9, 0.9, 0.9), (2, 2, 3, 'm', 0.2, 0.2, 0.2)`,
      ).run();
    });
    return records;
  }
  const list = (records: OpenRecords, filter: FormationFilter, sort: FormationSort) => {
    const { rows, total } = records.formationService.list({ filter, sort, page: 0, pageSize: 50 });
    return { ids: rows.map(({ id }) => id), total };
  };

  it('counts the offers for which a formation is proposed and comes first', async () => {
    await using records = await openWithFormations();
    const { rows } = records.formationService.list({
      filter: { text: 'droit' },
      sort: { by: 'title', direction: 'asc' },
      page: 0,
      pageSize: 10,
    });
    expect(rows).toEqual([
      {
        id: 2,
        title: 'Droit',
        diplomaType: 'Master',
        level: 5,
        component: 'Droit',
        capacity: null,
        managerName: 'Nadège',
        matchedOffers: 2,
        firstPlaces: 2,
      },
    ]);
  });

  it.each<[FormationSort['by'], number[]]>([
    ['title', [2, 4, 1, 3]],
    ['diplomaType', [4, 1, 2, 3]],
    ['level', [1, 4, 2, 3]],
    ['component', [2, 1, 4, 3]],
    ['capacity', [4, 1, 2, 3]],
    ['matchedOffers', [4, 1, 3, 2]],
    ['firstPlaces', [1, 3, 4, 2]],
  ])('sorts by %s, empty values last', async (by, ids) => {
    await using records = await openWithFormations();
    expect(list(records, {}, { by, direction: 'asc' }).ids).toEqual(ids);
  });

  it('can be sorted by every column of the contract', async () => {
    await using records = await openWithFormations();
    const totals = formationSortColumns.map((by) => list(records, {}, { by, direction: 'desc' }).total);
    expect(totals).toEqual(formationSortColumns.map(() => 4));
  });

  it('keeps by text, component and level', async () => {
    await using records = await openWithFormations();
    const byTitle: FormationSort = { by: 'title', direction: 'asc' };
    const letters = records.universityService.components().find(({ name }) => name === 'Lettres');
    expect([
      list(records, { text: 'ÉDI' }, byTitle).ids,
      list(records, { text: 'licence' }, byTitle).ids,
      list(records, { level: 3 }, byTitle).ids,
      list(records, letters ? { componentId: letters.id } : {}, byTitle),
    ]).toEqual([[4], [1], [4, 1], { ids: [4, 1], total: 2 }]);
  });

  it('counts matches out of their index alone', async () => {
    await using records = openRecords();
    const plan = records.database.read
      .prepare<{ detail: string }>('explain query plan select count(*) from match where formation_id = 1 and rank = 1')
      .all();
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH match USING COVERING INDEX match_by_formation_rank (formation_id=? AND rank=?)',
    ]);
  });

  it('answers not-found for a formation that is not there', async () => {
    await using records = openRecords();
    expect(() => records.formationService.get(formationIdSchema.parse(9))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
