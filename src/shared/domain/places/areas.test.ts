import { describe, expect, it } from 'vitest';
import { departmentNames } from '../dashboard/department';
import { areaOf, areaOfInseeCode } from './areas';
import { regionNames } from './regions';

describe('an area', () => {
  it('is each department by its number, its name, and both in either order', () => {
    const unread = Object.entries(departmentNames).flatMap(([code, name]) =>
      [code, name, name.toUpperCase(), `${name} (${code})`, `${code} - ${name}`]
        .filter((text) => areaOf(text)?.department !== code)
        .map((text) => `${text}: ${areaOf(text)?.department ?? '–'}`),
    );
    expect(unread).toEqual([]);
  });

  it('is each region by its name, but for those that are a department as well', () => {
    const unread = Object.entries(regionNames).filter(([code, name]) => areaOf(name)?.region !== code);
    expect(unread).toEqual([]);
    expect([areaOf('PACA'), areaOf('Région Rhône-Alpes')]).toEqual([
      { department: null, region: '93' },
      { department: null, region: '84' },
    ]);
  });

  it.each(['Grenoble', 'Rhône (38)', '69 - Isère', '99', '', 'Bas-'])('is none in "%s"', (text) => {
    expect(areaOf(text)).toBeNull();
  });

  it.each([
    ['38185', '38'],
    ['2a004', '2A'],
    ['97411', '974'],
    ['99999', null],
    ['38', null],
  ])('is told by the INSEE code %s', (code, department) => {
    expect(areaOfInseeCode(code)?.department ?? null).toBe(department);
  });
});
