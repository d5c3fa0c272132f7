import type { OccupationPart } from '../../../shared/domain/explanation/shares';
import type { OccupationParameters } from '../../../shared/domain/score';
import { createOccupationReader, type Occupations } from './occupations';
import { topRanked } from './top-ranked';

/** Parents behind these take no part worth a name. */
const namedParents = 12;

/** Says which occupations texts are about, by name. */
export type OccupationNamer = (vectors: Float32Array) => readonly (readonly OccupationPart[])[];

/** Makes the function that gives the parents of ROME that each of the unit vectors (row after row) is most about. */
export function createOccupationNamer(occupations: Occupations, parameters: OccupationParameters): OccupationNamer {
  const { dimensions, parents } = occupations;
  const reader = createOccupationReader(occupations, parameters);
  return (vectors) => {
    const roots = reader.roots(vectors);
    return Array.from({ length: vectors.length / dimensions }, (_, row) => {
      const isEmpty = vectors.subarray(row * dimensions, (row + 1) * dimensions).every((value) => value === 0);
      if (isEmpty) return [];
      const own = roots.subarray(row * reader.parentCount, (row + 1) * reader.parentCount);
      return [...topRanked(own, namedParents)].flatMap((at): readonly OccupationPart[] => {
        const parent = parents[at];
        return parent ? [{ code: parent[0], label: parent[1], part: (own[at] ?? 0) ** 2 }] : [];
      });
    });
  };
}
