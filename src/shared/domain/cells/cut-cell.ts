/** Excel takes a workbook with a longer cell for a damaged one. */
export const maxCellLength = 32_767;

/** A text as a cell of a workbook can hold it: without half of a character at its end. */
export function cutCell(text: string): string {
  if (text.length <= maxCellLength) return text;
  const code = text.charCodeAt(maxCellLength - 2);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return `${text.slice(0, maxCellLength - (splitsPair ? 2 : 1))}…`;
}

/** What reading takes away at the ends of the items of a list, where a cell was cut. */
const lostSpaces = 3;

/** Whether a text looks like one that a workbook had to cut off. */
export function mayBeCutOff(text: string): boolean {
  return text.length >= maxCellLength - 1 - lostSpaces && text.length <= maxCellLength && text.endsWith('…');
}

/** Whether a text or list that is said is what a workbook had to cut off one that is known: its beginning, then “…”. */
export function isCutOff(said: unknown, known: unknown): boolean {
  const [cell, whole] = [said, known].map((value) => (Array.isArray(value) ? value.join(' | ') : value));
  if (typeof cell !== 'string' || typeof whole !== 'string' || whole.length <= maxCellLength) return false;
  return mayBeCutOff(cell) && whole.startsWith(cell.slice(0, -1).trimEnd());
}
