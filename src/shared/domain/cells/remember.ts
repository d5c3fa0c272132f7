// Columns such as contracts or levels hold few different words: reading each once is what makes long files quick.
const capacity = 5_000;

/** The same function, which keeps its latest answers. For pure functions of one short text. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T; // `has` proves that it was set.
    const own = detach(text);
    const value = read(own);
    if (known.size >= capacity) known.clear();
    known.set(own, value);
    return value;
  };
}

/**
 * A copy that stands alone. A cell is a view into the block of the file that it was cut from: kept as it is, each of
 * some thousand remembered words would keep its whole block in memory.
 */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
