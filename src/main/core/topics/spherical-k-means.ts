import { dotRows } from '../../../shared/util/dot-rows';
import { createRandom, type Random } from '../../../shared/util/random';

/** Unit vectors, row after row. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly count: number;
}

export interface Clustering {
  /** The cluster of each row. */
  readonly labels: Int32Array;
  /** Unit vectors, one a cluster. */
  readonly centres: Rows;
  /** The mean cosine (−1 to 1) of rows and their centres: what the algorithm makes as great as it can. */
  readonly cohesion: number;
  /** How much nearer rows are to their own centre than to the next (−1 to 1). */
  readonly silhouette: number;
}

const maxRounds = 15;

/** The product of two unit vectors, their cosine. */
export function cosine(one: Rows, row: number, other: Rows, otherRow: number): number {
  return dotRows(one.values, row, other.values, otherRow, one.dimensions);
}

/**
 * Groups unit vectors around `k` centres by their cosine: k-means on the sphere (I. S. Dhillon, D. S. Modha, "Concept
 * decompositions for large sparse text data using clustering", Machine Learning 42, 2001), begun as greedy k-means++ (D. Arthur,
 * S. Vassilvitskii, SODA 2007) with numbers of a fixed seed: the same rows give the same groups.
 */
export function clusterSpherically(rows: Rows, k: number, seed: number): Clustering {
  let centres = firstCentres(rows, k, createRandom(seed));
  let labels = new Int32Array(rows.count).fill(-1);
  for (let round = 0; round < maxRounds; round += 1) {
    const next = assign(rows, centres);
    const isSettled = next.every((label, row) => label === labels[row]);
    labels = next;
    if (isSettled) break;
    centres = centresOf(rows, labels, centres);
  }
  return { labels, centres, ...judge(rows, labels, centres) };
}

/** The nearest centre of each row; of equals the first. */
export function assign(rows: Rows, centres: Rows): Int32Array<ArrayBuffer> {
  return Int32Array.from({ length: rows.count }, (_, row) => nearest(rows, row, centres).first);
}

function nearest(rows: Rows, row: number, centres: Rows) {
  let first = 0;
  let best = -2;
  let second = -2;
  for (let centre = 0; centre < centres.count; centre += 1) {
    const near = cosine(rows, row, centres, centre);
    if (near > best) {
      second = best;
      best = near;
      first = centre;
    } else if (near > second) second = near;
  }
  return { first, best, second };
}

/** So many rows are drawn for each centre, of which the one stays that most others lie near. */
const drawn = 4;

/** Rows far from each other, each drawn with a chance that grows with its distance from those before. */
function firstCentres(rows: Rows, k: number, random: Random): Rows {
  const { dimensions, count } = rows;
  const values = new Float32Array(k * dimensions);
  let distances = new Float64Array(count).fill(2);
  for (let made = 0; made < k; made += 1) {
    const sum = distances.reduce((total, distance) => total + distance, 0);
    const tried = Array.from({ length: made === 0 ? 1 : drawn }, () => {
      const chosen = sum === 0 ? random.below(count) : drawOne(distances, random.next() * sum);
      const left = distances.map((distance, row) =>
        Math.min(distance, Math.max(0, 1 - cosine(rows, row, rows, chosen))),
      );
      return { chosen, left, far: left.reduce((total, distance) => total + distance, 0) };
    });
    const best = tried.reduce((kept, next) => (next.far < kept.far ? next : kept));
    values.set(rowOf(rows, best.chosen), made * dimensions);
    distances = best.left;
  }
  return { values, dimensions, count: k };
}

/** The place at which running through these parts has used up so much. */
function drawOne(parts: Float64Array, much: number): number {
  let left = much;
  const found = parts.findIndex((part) => (left -= part) < 0);
  return found < 0 ? parts.length - 1 : found;
}

function rowOf({ values, dimensions }: Rows, row: number): Float32Array {
  return values.subarray(row * dimensions, (row + 1) * dimensions);
}

/** The direction of the sum of each cluster's rows; a cluster that lost all of them keeps where it was. */
function centresOf(rows: Rows, labels: Int32Array, former: Rows): Rows {
  const { dimensions } = rows;
  const sums = new Float64Array(former.count * dimensions);
  labels.forEach((label, row) => {
    const from = label * dimensions;
    rowOf(rows, row).forEach((value, at) => (sums[from + at] = (sums[from + at] ?? 0) + value));
  });
  const values = former.values.slice();
  for (let centre = 0; centre < former.count; centre += 1) {
    const sum = sums.subarray(centre * dimensions, (centre + 1) * dimensions);
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
    if (length > 0)
      values.set(
        sum.map((value) => value / length),
        centre * dimensions,
      );
  }
  return { values, dimensions, count: former.count };
}

/**
 * The simplified silhouette (E. R. Hruschka, R. J. G. B. Campello, L. N. de Castro, 2004): distances from centres in place
 * of those between all rows. A row that is alone in its cluster counts as 0, as in the plain one.
 */
function judge(rows: Rows, labels: Int32Array, centres: Rows): Pick<Clustering, 'cohesion' | 'silhouette'> {
  const sizes = new Uint32Array(centres.count);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  let cohesion = 0;
  let silhouette = 0;
  labels.forEach((label, row) => {
    const { best, second } = nearest(rows, row, centres);
    cohesion += best;
    const [own, other] = [Math.max(0, 1 - best), 1 - second];
    if ((sizes[label] ?? 0) > 1 && other > 0) silhouette += (other - own) / Math.max(own, other);
  });
  const { count } = rows;
  return { cohesion: cohesion / Math.max(1, count), silhouette: silhouette / Math.max(1, count) };
}
