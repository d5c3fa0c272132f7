/** Line breaks that a program wrote out instead of making them: `\r\n`, `/r/n`, and `\n` that stands in no path. */
const writtenOut = /\\r\\n|\/r\/n|(?<!(?:\b[A-Za-z]:|\\\\)\S{0,200})(?:\\n)+/g;

/** A text with the line breaks that were written out in it made real ones. Idempotent. */
export function withLineBreaks(text: string): string {
  if (!text.includes('/r/n') && !text.includes('\\')) return text;
  return text.replace(writtenOut, (breaks) => (breaks.startsWith('\\n') ? '\n'.repeat(breaks.length / 2) : '\n'));
}
