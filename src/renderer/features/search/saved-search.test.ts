import { expect, it } from 'vitest';
import { arrivalsAddress, plainSearch, savedSearched, searchAddress } from './saved-search';

const address = 'text=analyse+des+eaux&contractType=internship&sort=title.asc&page=3&open=12&zzz=1';

it('keeps what is looked for and its order, and not the row that happened to be open', () => {
  expect(plainSearch(address)).toBe('text=analyse+des+eaux&contractType=internship&sort=title.asc');
  expect(plainSearch(plainSearch(address))).toBe(plainSearch(address));
  expect(searchAddress({ address: '' })).toBe('/search?');
});

it('is asked for as the contract takes it', () => {
  const asked = { text: 'analyse des eaux', filter: { contractType: 'internship' }, areCopiesGrouped: true };
  expect(savedSearched(address)).toEqual(asked);
  expect(savedSearched('contractType=nonsense')).toEqual({ text: '', filter: {} });
});

it('leads to what came in, the search still around it', () => {
  const since = '2026-11-23T08:00:00.000Z';
  const [page, behind = ''] = arrivalsAddress(address, since).split('?');
  expect(page).toBe('/search');
  expect(savedSearched(behind)).toMatchObject({ text: 'analyse des eaux', filter: { createdFrom: since } });
  const later = '2026-11-23T09:00:00.000Z';
  expect(arrivalsAddress(`${address}&createdFrom=${later}`, since)).toContain(
    `createdFrom=${encodeURIComponent(later)}`,
  );
});
