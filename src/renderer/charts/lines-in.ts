/** The mean width of a letter at the size of 11 or 12 pixels, and the height of a line. */
const letterPx = 6.2;
const linePx = 13;
/** Free between a line's end and the circle. */
const edgePx = 2;

/**
 * Breaks a name into as few lines as have room in a circle, none longer than the circle is wide where it lies. No lines
 * at all where the whole name has no room: half a name says nothing. `radius` is in pixels.
 */
export function linesIn(name: string, radius: number): readonly string[] {
  const words = name.split(/\s+/u).filter(Boolean);
  const most = Math.min(words.length, Math.floor((2 * radius) / linePx));
  for (let count = 1; count <= most; count += 1) {
    const lines = filled(
      words,
      Array.from({ length: count }, (_, index) => lettersOf(index, count, radius)),
    );
    if (lines) return lines;
  }
  return [];
}

/** How many letters a line has room for: less above and below the middle. */
function lettersOf(index: number, count: number, radius: number): number {
  const farthest = Math.abs(index - (count - 1) / 2) * linePx + linePx / 2;
  const half = farthest >= radius ? 0 : Math.sqrt(radius * radius - farthest * farthest) - edgePx;
  return Math.max(0, Math.floor((2 * half) / letterPx));
}

/** Words in lines of these lengths, null where they do not fit. */
function filled(words: readonly string[], lengths: readonly number[]): readonly string[] | null {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const room = lengths[lines.length - 1] ?? 0;
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else if (word.length <= (lengths[lines.length] ?? 0)) lines.push(word);
    else return null;
  }
  return lines;
}
