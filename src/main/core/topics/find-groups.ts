import { clusterSpherically, type Clustering, type Rows } from './spherical-k-means';

/** Fewer rows than this are no groups. */
const minRows = 4;
/** As many groups as a person looks through. */
const candidates = [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 21, 24];
/** Rows among which the number of groups is looked for: more tell the same and take longer. */
const rowsToChooseBy = 600;
/** Numbers of groups that lie apart as clearly as the best but for this much are as good: the smallest of them is taken. */
const asGood = 0.01;
const restarts = 2;
/** Many rows are parted in as many groups at least: a group of a thousand is no topic that anybody can act on. */
const rowsAGroup = 60;
const mostRequired = 12;
const seed = 20_260_901;

/**
 * Groups unit vectors. How many groups there are is a rule: of 2 to 24, at most one for two rows and (up to 12) at least one for 60, the number whose groups
 * lie apart most clearly (silhouette), or a smaller one whose do so all but as clearly. Of two beginnings the one with the tightest groups stays. The same rows give the
 * same groups. Null for fewer than four rows.
 */
export function findGroups(rows: Rows): Clustering | null {
  if (rows.count < minRows) return null;
  const few = everyNth(rows, rowsToChooseBy);
  const least = Math.min(mostRequired, Math.floor(rows.count / rowsAGroup));
  const possible = candidates.filter((k) => k >= least && k <= few.count / 2);
  const judged = possible.map((k) => ({ k, silhouette: clusterSpherically(few, k, seed).silhouette }));
  const clearest = Math.max(...judged.map(({ silhouette }) => silhouette));
  const chosen = judged.find(({ silhouette }) => silhouette >= clearest - asGood);
  return chosen ? best(rows, chosen.k) : null;
}

function best(rows: Rows, k: number): Clustering {
  const tried = Array.from({ length: restarts }, (_, restart) => clusterSpherically(rows, k, seed + restart));
  return tried.reduce((kept, next) => (next.cohesion > kept.cohesion ? next : kept));
}

/** Rows at even distances, so that no part of them is left out. */
export function everyNth(rows: Rows, most: number): Rows {
  const { values, dimensions, count } = rows;
  if (count <= most) return rows;
  const kept = new Float32Array(most * dimensions);
  for (let index = 0; index < most; index += 1) {
    const row = Math.floor((index * count) / most);
    kept.set(values.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  }
  return { values: kept, dimensions, count: most };
}
