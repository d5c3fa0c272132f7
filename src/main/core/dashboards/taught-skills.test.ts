import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainOffer, put, query, university, type Change } from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';
import { openSkillFinder } from '../reading/skill-finder-service';

const says = (id: number, description: string, keywords: readonly string[]): Change => [
  'update formation set description = ?, keywords = ?, revision = revision + 1 where id = ?',
  ...[description, JSON.stringify(keywords), id],
];
const named = (id: number, skillId: number, label: string): Change[] => [
  ['insert into skill (id, label, label_key) values (?, ?, ?)', skillId, label, label.toLowerCase()],
  ['insert into formation_skill (formation_id, position, skill_id) values (?, 0, ?)', id, skillId],
];

it('are read in the texts of formations, and read again where a text changed', async () => {
  await using dashboards = openDashboards(openSkillFinder(join(process.cwd(), 'data/reference')));
  await dashboards.change(
    ...university,
    ['insert into skill (id, label, label_key) values (10, ?, ?)', 'Python', 'python'],
    ['insert into skill (id, label, label_key) values (11, ?, ?)', 'SQL', 'sql'],
    ...put(1, { ...plainOffer, postedOn: '2025-10-01', skills: [10, 11] }),
    ...named(1, 12, 'Programmer en Python'),
    ...named(2, 13, 'Coder le futur'),
  );
  const tab = () => dashboards.engine.tab('skills', query({ year: 2025 }));
  const first = tab();
  expect(first.matched.rows.map(({ label, formations }) => [label, formations])).toEqual([['Python', 1]]);
  expect(first.untaught.rows.map(({ label }) => label)).toEqual(['SQL']);
  // Python stands for the wording in which it was read; one without a known word stands for itself.
  expect(first.unasked.rows.map(({ label }) => label)).toEqual(['Coder le futur']);

  await dashboards.change(says(3, 'Vous apprendrez à interroger des bases de données en SQL.', []));
  const second = tab();
  expect(second.matched.rows.map(({ label }) => label)).toEqual(['Python', 'SQL']);
  expect(second.formations).toEqual({ all: 6, withSkills: 3 });
});

it('are compared without manners, which formations hardly write, and ranked apart from them', async () => {
  const finder = openSkillFinder(join(process.cwd(), 'data/reference'));
  await using dashboards = openDashboards(finder);
  const labels = ['SQL', 'Rigueur et Python', ...finder.labelsOf('soft')];
  await dashboards.change(
    ...university,
    ...labels.map((label, at): Change => [
      'insert into skill (id, label, label_key) values (?, ?, ?)',
      ...[100 + at, label, label.toLowerCase()],
    ]),
    ...put(1, { ...plainOffer, postedOn: '2025-10-01', skills: labels.map((_, at) => 100 + at) }),
  );
  const { asked, askedOnly, untaught, manners, known } = dashboards.engine.tab('skills', query({ year: 2025 }));
  expect(untaught.rows.map(({ label }) => label)).toEqual(['SQL', 'Rigueur et Python']);
  expect([asked.now, askedOnly.now, manners, known]).toEqual([2, 2, labels.length - 2, 1]);
  // Trends rank both kinds, apart.
  await dashboards.change(...put(2, { ...plainOffer, postedOn: '2025-10-01', skills: [102] }));
  const trends = dashboards.engine.tab('trends', query({ year: 2025 }));
  expect(trends.skills.top.map(({ row }) => row.label)).toEqual(['SQL', 'Rigueur et Python']);
  expect([trends.skills.known, trends.skills.distinct]).toEqual([1, 2]);
  const [first] = trends.manners.top;
  expect([first?.row.label, first?.row.now, first?.rank]).toEqual([labels[2], 2, 1]);
  expect([trends.manners.known, trends.manners.distinct]).toEqual([2, labels.length - 2]);
});
