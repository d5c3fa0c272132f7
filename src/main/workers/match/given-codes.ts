import type { OccupationParameters } from '../../../shared/domain/score';
import type { Occupations } from './occupations';

/** ROME parents that a text is about, and the square roots of its distribution over them. */
export interface OccupationRoots {
  readonly parents: Int32Array;
  readonly roots: Float32Array;
}

export const noOccupation: OccupationRoots = { parents: new Int32Array(0), roots: new Float32Array(0) };

/** Counts the ROME codes that somebody has given a formation beside what its text says. */
export interface CodeReader {
  /**
   * (1 - codeWeight) of what the text says and codeWeight dealt out evenly to the parents of the codes; arrays of its own.
   * Without a code that the model knows (old ones are not), all of it is what the text says.
   */
  join(told: OccupationRoots, codes: readonly string[]): OccupationRoots;
}

export function createCodeReader(occupations: Occupations, { codeWeight }: OccupationParameters): CodeReader {
  const parentOf = parentsByCode(occupations);
  return {
    join({ parents, roots }, codes) {
      const given = codeWeight === 0 ? [] : codes.flatMap((code) => parentOf.get(code.trim().toUpperCase()) ?? []);
      const own = new Set(given);
      if (own.size === 0) return { parents: parents.slice(), roots: roots.slice() };
      const shares = new Map<number, number>();
      parents.forEach((parent, at) => shares.set(parent, (1 - codeWeight) * (roots[at] ?? 0) ** 2));
      for (const parent of own) shares.set(parent, (shares.get(parent) ?? 0) + codeWeight / own.size);
      return { parents: Int32Array.from(shares.keys()), roots: Float32Array.from(shares.values(), Math.sqrt) };
    },
  };
}

/** A code may be that of a parent or of an occupation within one. */
function parentsByCode({ parents, titleCodes, titlesFrom }: Occupations): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  parents.forEach(([code], parent) => {
    for (let title = titlesFrom[parent] ?? 0; title < (titlesFrom[parent + 1] ?? 0); title += 1) {
      found.set(titleCodes[title]?.[0] ?? '', parent);
    }
    found.set(code, parent);
  });
  return found;
}
