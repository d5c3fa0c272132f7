const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Where a key leads among the things of a chart: from the one at `at` to its neighbour, round at the ends, Home and End to
 * the ends themselves. Before the first choice (`at` below 0) every arrow leads to the first. Null for other keys.
 */
export function arrowStep(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return null;
  return at < 0 ? 0 : (at + step + count) % count;
}
