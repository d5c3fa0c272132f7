/**
 * All dot products of the rows of `left` with the rows of `right`, row after row of `left`. Four rows of `right` go at
 * once: each value of `left` is then read a quarter as often, and four sums do not wait for each other.
 */
export function dotProducts(left: Float32Array, right: Float32Array, dimensions: number): Float32Array {
  if (dimensions === 0) return new Float32Array(0);
  const leftCount = left.length / dimensions;
  const rightCount = right.length / dimensions;
  const products = new Float32Array(leftCount * rightCount);
  for (let row = 0; row < leftCount; row += 1) {
    const from = row * dimensions;
    let column = 0;
    for (; column + 4 <= rightCount; column += 4) {
      const first = column * dimensions;
      const second = first + dimensions;
      const third = second + dimensions;
      const fourth = third + dimensions;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let at = 0; at < dimensions; at += 1) {
        const value = left[from + at] ?? 0;
        a += value * (right[first + at] ?? 0);
        b += value * (right[second + at] ?? 0);
        c += value * (right[third + at] ?? 0);
        d += value * (right[fourth + at] ?? 0);
      }
      const to = row * rightCount + column;
      products[to] = a;
      products[to + 1] = b;
      products[to + 2] = c;
      products[to + 3] = d;
    }
    for (; column < rightCount; column += 1) {
      let sum = 0;
      for (let at = 0; at < dimensions; at += 1) sum += (left[from + at] ?? 0) * (right[column * dimensions + at] ?? 0);
      products[row * rightCount + column] = sum;
    }
  }
  return products;
}
