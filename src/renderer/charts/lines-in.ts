/** The mean width of a letter at the size of 11 or 12 pixels, and the height of a line. */
const letterPx = 6.2;
const linePx = 13;
/** Shorter pieces of words say nothing. */
const leastLetters = 4;

/**
 * Breaks a name into the lines that have room in a circle, the last one cut where it is too long. No lines at all where
 * even a short word has no room. `radius` is in pixels; `mostLines` bounds the lines further.
 */
export function linesIn(name: string, radius: number, mostLines = Infinity): readonly string[] {
  const letters = Math.floor((2 * radius * 0.8) / letterPx);
  if (letters < leastLetters) return [];
  const most = Math.min(mostLines, Math.max(1, Math.floor((2 * radius * 0.7) / linePx)));
  const lines: string[] = [];
  for (const word of name.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  return shown.map((line, index) => {
    const isCut = line.length > letters || (index === most - 1 && lines.length > most);
    return isCut ? `${line.slice(0, letters - 1).trimEnd()}…` : line;
  });
}
