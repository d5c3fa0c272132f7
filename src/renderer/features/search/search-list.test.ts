import { expect, it } from 'vitest';
import { readListAddress } from '../../components/list-address';
import { publicSearchRules, searchListRules } from './search-list';

it('reads of an address where students sit only what is theirs to ask', () => {
  const ofOffice = 'firstFormationId=1&formationId=2&outcome=ranked&due=expired&transmission=sent&importId=3';
  const params = new URLSearchParams(`text=eau&city=Lyon&${ofOffice}&sort=score.desc`);
  expect(readListAddress(params, searchListRules)).toMatchObject({
    filter: { firstFormationId: 1, outcome: 'ranked' },
    sort: { by: 'score' },
  });
  const { filter, sort } = readListAddress(params, publicSearchRules);
  expect(filter).toEqual({ text: 'eau', city: 'Lyon' });
  expect(sort).toEqual({ by: 'relevance', direction: 'desc' });
});
