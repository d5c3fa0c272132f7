/**
 * The product of two rows, each `dimensions` numbers long, of matrices whose rows follow each other; of unit vectors it is
 * their cosine. A place that a matrix does not have counts as 0.
 */
export function dotRows(
  left: Float32Array,
  leftRow: number,
  right: Float32Array,
  rightRow: number,
  dimensions: number,
): number {
  const from = leftRow * dimensions;
  const other = rightRow * dimensions;
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (left[from + at] ?? 0) * (right[other + at] ?? 0);
  return sum;
}
