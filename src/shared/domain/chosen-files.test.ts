import { expect, it } from 'vitest';
import { isKeptAside } from './chosen-files';

it('tells what programs keep in a folder from what a person put there', () => {
  const names = ['.DS_Store', '~$offres.xlsx', '~offres.csv', 'Offres.csv.PART', 'offres.crdownload', 'desktop.ini'];
  expect(names.filter((name) => !isKeptAside(name))).toEqual([]);
  expect(['offres.csv', 'partie.csv', 'offres.part.csv', 'mai 2026', 'lock'].filter(isKeptAside)).toEqual([]);
});
