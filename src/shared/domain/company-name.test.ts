import { expect, it } from 'vitest';
import { companyNameKey } from './company-name';

it.each([
  ['Nuvélia Systèmes', 'nuvelia systemes'],
  ['NUVELIA SYSTEMES SAS', 'nuvelia systemes'],
  ['S.A.R.L. L’Atelier-Bois', 'l atelier bois'],
  ['SA', 'sa'],
  ['SAS SARL', 'sas sarl'],
  ['Sasseur & Fils', 'sasseur fils'],
  ['株式会社', '株式会社'],
  ['***', '***'],
])('compares %s as %s', (name, key) => {
  expect(companyNameKey(name)).toBe(key);
});
