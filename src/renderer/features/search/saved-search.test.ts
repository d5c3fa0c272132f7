import { expect, it } from 'vitest';
import { arrivalsAddress, plainSearch, searchAddress, searchedOf } from './saved-search';

const address = 'text=analyse+des+eaux&contractType=internship&sort=title.asc&page=3&open=12&zzz=1';

it('keeps what is looked for and its order, and not the row that happened to be open', () => {
  expect(plainSearch(address)).toBe('text=analyse+des+eaux&contractType=internship&sort=title.asc');
  expect(plainSearch(plainSearch(address))).toBe(plainSearch(address));
  expect(searchAddress({ address: '' })).toBe('/search?');
});

it('is asked for as the contract takes it', () => {
  expect(searchedOf(address)).toEqual({ text: 'analyse des eaux', filter: { contractType: 'internship' } });
  expect(searchedOf('contractType=nonsense')).toEqual({ text: '', filter: {} });
});

it('leads to what came in, the search still around it', () => {
  const [page, behind = ''] = arrivalsAddress(address, 'a.1').split('?');
  expect(page).toBe('/search');
  expect(plainSearch(behind)).toBe('text=analyse+des+eaux&contractType=internship&among=a.1&sort=title.asc');
});
