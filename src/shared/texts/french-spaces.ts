/**
 * Puts unbreakable spaces where French wants them: before ; : ! ? » and %, and after «. Texts are written with plain
 * spaces, which a person can see and check. Narrow ones, as in print, unless `space` is another: not every terminal
 * has them.
 */
export function withFrenchSpaces(text: string, space = '\u202f'): string {
  return text.replace(/ ([;:!?»%])/g, `${space}$1`).replace(/« /g, `«${space}`);
}
