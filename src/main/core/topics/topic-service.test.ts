import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainOffer, put, query, university, type Change } from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';
import { offerIdSchema } from '../../../shared/domain/ids';
import { openSkillFinder } from '../reading/skill-finder-service';
import { createTopicService } from './topic-service';

const never = new AbortController().signal;
const asked = ['Python', 'SQL', 'Zinguerie', 'Rigueur', 'Rigueur et autonomie'];

it('say the same of what is taught as the dashboard of skills', async () => {
  await using dashboards = openDashboards(openSkillFinder(join(process.cwd(), 'data/reference')));
  const { database, engine } = dashboards;
  await dashboards.change(
    ...university,
    ...[...asked, 'Programmer en Python'].map((label, at): Change => [
      'insert into skill (id, label, label_key) values (?, ?, ?)',
      ...[100 + at, label, label.toLowerCase()],
    ]),
    ...put(1, { ...plainOffer, postedOn: '2025-10-01', skills: asked.map((_, at) => 100 + at) }),
  );
  const { filter } = query({ year: 2025 });
  const topicService = createTopicService({
    database,
    dashboardService: {
      tab: async (name, of) => await Promise.resolve(engine.tab(name, query(of))),
      untaughtSkills: async () => await Promise.resolve(engine.untaughtSkills()),
    },
    offerService: { ids: () => [offerIdSchema.parse(1)], count: () => 1 },
    thread: undefined,
  });
  const untaught = async () => (await topicService.unmatched(filter, never)).untaught?.map(({ label }) => label);
  // Without a word of any formation, every skill would look untaught.
  expect(await untaught()).toBeUndefined();

  await dashboards.change([
    'insert into formation_skill (formation_id, position, skill_id) values (1, 0, ?)',
    100 + asked.length,
  ]);
  const tab = engine.tab('skills', query(filter));
  expect(tab.matched.rows.map(({ label }) => label)).toEqual(['Python']);
  expect(await untaught()).toEqual(['SQL', 'Zinguerie']);
  expect(tab.untaught.rows.map(({ label }) => label)).toEqual(['SQL', 'Zinguerie']);
});
