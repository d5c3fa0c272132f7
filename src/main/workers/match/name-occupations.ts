import type { OccupationProposal } from '../../../shared/domain/reading/occupation-proposal';
import type { OccupationParameters } from '../../../shared/domain/score';
import { createCodeReader, noOccupation } from './given-codes';
import { createOccupationReader, type Occupations } from './occupations';
import { topRanked } from './top-ranked';

/** Parents behind these take no part worth a name. */
const namedParents = 12;

/** Says which occupations texts are about, by name; `romeCodes` are those that somebody has given each of them. */
export type OccupationNamer = (
  vectors: Float32Array,
  romeCodes?: readonly (readonly string[])[],
) => readonly (readonly OccupationProposal[])[];

/**
 * Makes the function that gives the parents of ROME that each of the unit vectors (row after row) is most about, and of
 * each parent the occupation whose job title is nearest (models/training/ranking.md, section 3).
 */
export function createOccupationNamer(occupations: Occupations, parameters: OccupationParameters): OccupationNamer {
  const { dimensions, parents } = occupations;
  const reader = createOccupationReader(occupations, parameters);
  const given = createCodeReader(occupations, parameters);
  return (vectors, romeCodes) => {
    const named: (readonly OccupationProposal[])[] = [];
    reader.read(vectors, (row, parentsTold, rootsTold) => {
      const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
      const told = vector.every((value) => value === 0) ? noOccupation : { parents: parentsTold, roots: rootsTold };
      const { parents: candidates, roots } = given.join(told, romeCodes?.[row] ?? []);
      named.push(
        [...topRanked(roots, namedParents)].flatMap((at): readonly OccupationProposal[] => {
          const index = candidates[at] ?? -1;
          const parent = parents[index];
          if (!parent) return [];
          const [code, label] = parent;
          const nearest = nearestCode(occupations, vector, index) ?? { code, label };
          return [{ code, label, part: (roots[at] ?? 0) ** 2, nearest }];
        }),
      );
    });
    return named;
  };
}

/** The occupation of a parent whose job title is nearest to a unit vector; null for a parent without titles. */
function nearestCode(
  { dimensions, titles, titlesFrom, titleCodes }: Occupations,
  vector: Float32Array,
  parent: number,
): OccupationProposal['nearest'] | null {
  let best = -Infinity;
  let found: readonly [string, string] | undefined;
  const end = titlesFrom[parent + 1] ?? 0;
  for (let title = titlesFrom[parent] ?? 0; title < end; title += 1) {
    let product = 0;
    for (let at = 0; at < dimensions; at += 1) product += (titles[title * dimensions + at] ?? 0) * (vector[at] ?? 0);
    if (product <= best) continue;
    best = product;
    found = titleCodes[title];
  }
  return found ? { code: found[0], label: found[1] } : null;
}
