import { foldToWords } from '../fold';
import table from './communes.json';

/** A commune of France, as INSEE names it. */
export interface Commune {
  readonly name: string;
  /** `35238`, `2A004`, `97411`. */
  readonly inseeCode: string;
  /** As in `departmentNames`. */
  readonly department: string;
  readonly postcodes: readonly string[];
}

/** Made when first asked for: 34,000 communes are no part of the start. */
let byKey: ReadonlyMap<string, readonly Commune[]> | null = null;
let byPostcode: ReadonlyMap<string, readonly Commune[]> | null = null;

/** The communes of a name, however its accents, capitals, hyphens and "Saint" are written; none where there is none. */
export function communesNamed(name: string): readonly Commune[] {
  return communesByKey().get(placeKey(name)) ?? [];
}

/** The communes that a postcode of five digits stands for; none where there is none. */
export function communesOfPostcode(postcode: string): readonly Commune[] {
  byPostcode ??= grouped([...communesByKey().values()].flat(), ({ postcodes }) => postcodes);
  return byPostcode.get(postcode) ?? [];
}

/** All communes by the key of their names. */
export function communesByKey(): ReadonlyMap<string, readonly Commune[]> {
  byKey ??= grouped(readTable(), ({ name }) => [placeKey(name)]);
  return byKey;
}

/** The form in which names of places are compared: "St-Martin d’Hères" and "SAINT MARTIN D HERES" have one. */
export function placeKey(name: string): string {
  const words = foldToWords(name);
  return /\bste?\b/.test(words) ? words.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte') : words;
}

function grouped(
  communes: readonly Commune[],
  keysOf: (commune: Commune) => readonly string[],
): ReadonlyMap<string, readonly Commune[]> {
  const groups = new Map<string, Commune[]>();
  for (const commune of communes) {
    for (const key of keysOf(commune)) {
      const group = groups.get(key);
      if (group) group.push(commune);
      else groups.set(key, [commune]);
    }
  }
  return groups;
}

function readTable(): readonly Commune[] {
  return Object.entries<string>(table).flatMap(([department, communes]) =>
    communes.split(';').map((entry) => {
      const [name = '', code = '', postcodes = ''] = entry.split('|');
      return { name, inseeCode: department + code, department, postcodes: postcodes.split(',').filter(Boolean) };
    }),
  );
}
