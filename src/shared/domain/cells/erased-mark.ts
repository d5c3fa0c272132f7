/** What stands where a person was erased: a sign that no file has, and the day (`yyyy-mm-dd`). */
const mark = /␡(\d{4}-\d{2}-\d{2})/g;

/** The mark of a person who was erased on a day (`yyyy-mm-dd`). */
export function erasedMark(day: string): string {
  return `␡${day}`;
}

/** A text without its marks, as it is read again. */
export function withoutErased(text: string): string {
  return text.includes('␡') ? text.replace(mark, '').trim() : text;
}

/** A text with each mark as `say` says it of a day. */
export function tellErased(text: string, say: (day: string) => string): string {
  return text.replace(mark, (_mark, day: string) => say(day));
}
