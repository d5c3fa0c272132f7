import { readFile } from 'node:fs/promises';

/**
 * A workbook that was looked into, whose cells all say where they stand: the library that reads sheets takes no other,
 * though a writer may leave it out (ECMA-376, part 1, 18.3.1.4 and 18.3.1.73).
 */
export async function withAddresses(path: string): Promise<Buffer> {
  // Loaded for such workbooks alone, and in a file of its own; the other entry of this library wants `require`, which a bundle may have already.
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate/browser');
  const entries = unzipSync(await readFile(path));
  for (const [name, bytes] of Object.entries(entries)) {
    if (name.startsWith('xl/worksheets/') && name.endsWith('.xml')) {
      entries[name] = strToU8(addAddresses(strFromU8(bytes)));
    }
  }
  return Buffer.from(zipSync(entries, { level: 0 }));
}

/** Gives each row and cell of a sheet its place, behind the one before it where it does not say another. */
function addAddresses(xml: string): string {
  let [row, column] = [0, 0];
  return xml.replace(/<((?:\w+:)?(?:row|c))(?=[\s/>])([^>]*)>/g, (tag, name: string, rest: string) => {
    const written = /\sr="([A-Za-z]*)(\d+)"/.exec(rest);
    if (name.endsWith('row')) {
      row = written ? Number(written[2]) : row + 1;
      column = 0;
      return written ? tag : `<${name} r="${row}"${rest}>`;
    }
    column = written ? columnNumber(written[1] ?? '') : column + 1;
    return written ? tag : `<${name} r="${columnLetters(column)}${row}"${rest}>`;
  });
}

/** 1 for "A", 27 for "AA". */
function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  const [rest, letter] = [Math.floor((column - 1) / 26), String.fromCharCode(65 + ((column - 1) % 26))];
  return rest === 0 ? letter : columnLetters(rest) + letter;
}
