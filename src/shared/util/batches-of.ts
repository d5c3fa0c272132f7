/** Cuts a list into parts of `size` items, the last one of what is left; their order stays. */
export function* batchesOf<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
