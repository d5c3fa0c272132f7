import { maxDescriptionLength } from '../../../shared/domain/offer';

/** Control characters that stand for nothing in a text; tab and line feed stay. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text as it is shown in a box: one kind of line end, no control characters, no more than one empty line in a row. */
export function tidyText(text: string): { readonly text: string; readonly isCut: boolean } {
  const tidy = text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .split('\n')
    // A pattern for blanks at the end would look again from each blank inside of a line.
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (tidy.length <= maxDescriptionLength) return { text: tidy, isCut: false };
  // Never between the two halves of a character.
  const end = /[\ud800-\udbff]$/.test(tidy.slice(0, maxDescriptionLength))
    ? maxDescriptionLength - 1
    : maxDescriptionLength;
  return { text: tidy.slice(0, end), isCut: true };
}
