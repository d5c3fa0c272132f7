// Columns such as contracts or levels hold few different words: reading each once is what makes long files quick.
const capacity = 5_000;

/** The same function, which keeps its latest answers. For pure functions of one short text. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T; // `has` proves that it was set.
    const value = read(text);
    if (known.size >= capacity) known.clear();
    known.set(text, value);
    return value;
  };
}
