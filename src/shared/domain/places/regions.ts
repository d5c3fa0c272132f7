import { z } from 'zod';

interface Region {
  readonly name: string;
  /** Its departments, as in `departmentNames`. */
  readonly departments: string;
}

/** The regions of France by code. Source: INSEE, Code officiel géographique 2025 (Licence Ouverte). */
const regions: Readonly<Record<string, Region>> = {
  '84': { name: 'Auvergne-Rhône-Alpes', departments: '01 03 07 15 26 38 42 43 63 69 73 74' },
  '27': { name: 'Bourgogne-Franche-Comté', departments: '21 25 39 58 70 71 89 90' },
  '53': { name: 'Bretagne', departments: '22 29 35 56' },
  '24': { name: 'Centre-Val de Loire', departments: '18 28 36 37 41 45' },
  '94': { name: 'Corse', departments: '2A 2B' },
  '44': { name: 'Grand Est', departments: '08 10 51 52 54 55 57 67 68 88' },
  '01': { name: 'Guadeloupe', departments: '971' },
  '03': { name: 'Guyane', departments: '973' },
  '32': { name: 'Hauts-de-France', departments: '02 59 60 62 80' },
  '11': { name: 'Île-de-France', departments: '75 77 78 91 92 93 94 95' },
  '04': { name: 'La Réunion', departments: '974' },
  '02': { name: 'Martinique', departments: '972' },
  '06': { name: 'Mayotte', departments: '976' },
  '28': { name: 'Normandie', departments: '14 27 50 61 76' },
  '75': { name: 'Nouvelle-Aquitaine', departments: '16 17 19 23 24 33 40 47 64 79 86 87' },
  '76': { name: 'Occitanie', departments: '09 11 12 30 31 32 34 46 48 65 66 81 82' },
  '52': { name: 'Pays de la Loire', departments: '44 49 53 72 85' },
  '93': { name: 'Provence-Alpes-Côte d’Azur', departments: '04 05 06 13 83 84' },
};

/** The name of each region by its code. */
export const regionNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(regions).map(([code, { name }]) => [code, name]),
);

/** The code of a region that exists. */
export const regionSchema = z.enum(Object.keys(regions));

const regionOfDepartment = new Map(
  Object.entries(regions).flatMap(([code, { departments }]) =>
    departments.split(' ').map((one) => [one, code] as const),
  ),
);

/** The code of the region that a department lies in; null for a territory that belongs to none. */
export function regionOf(department: string): string | null {
  return regionOfDepartment.get(department) ?? null;
}
