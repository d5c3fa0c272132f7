import { cutCell } from '../../../shared/domain/cells/cut-cell';

// What every workbook that is written here is made of (ECMA-376, part 1).

/** Where each part of a workbook begins. */
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One instant for every file, so that the same rows give the same bytes; a ZIP file knows no earlier one. */
export const writtenAt = new Date(1980, 0, 1);

/** A cell that holds text; `style` is the place of its look in the workbook. */
export function textCell(text: string, at: string, style?: number): string {
  const look = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${at}" t="inlineStr"${look}><is><t xml:space="preserve">${escapeXml(cutCell(text))}</t></is></c>`;
}

/** "A" to "Z", then "AA". */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Characters that XML has no place for are written as `_xHHHH_` (ECMA-376, ST_Xstring), and so is what looks like one. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]|[\uD800-\uDFFF]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase();
      return `_x${code.padStart(4, '0')}_`;
    });
}
