/**
 * Reads a table of our own making: a header that must be exactly `columns`, `;` between cells, no quotes. For files
 * that ship with the application; files of people go through the CSV reader. Throws on anything else.
 */
export function readPlainTable<Column extends string>(
  text: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const [header, ...lines] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (header !== columns.join(';')) throw new Error(`The header is not ${columns.join(';')}.`);
  return lines.map((line) => {
    const cells = line.split(';');
    if (cells.length !== columns.length || line.includes('"')) throw new Error(`This line is no plain row: ${line}`);
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    return row as Record<Column, string>; // One entry a column, as counted above.
  });
}
