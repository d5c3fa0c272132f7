import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import { joinList, plainNumber, type Cell } from './csv-writer';
import type { TableWriter } from './table-writer';
import { columnName, contentTypes, head, main, packageLinks, relationships, textCell, writtenAt } from './xlsx-parts';

/** The parts that are the same in every workbook of one sheet (ECMA-376, part 1). */
const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentTypes}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  // The cells of a style are named by its place in cellXfs: as they come, days, texts, headers.
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
};
const styles = { day: 1, text: 2, header: 3 } as const;

/** A workbook of one sheet, written as its rows come. The first row stays in view and has filters. */
export function createXlsxWriter(): TableWriter {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const take = (): Uint8Array => {
    const whole = Buffer.concat(pieces);
    pieces = [];
    return whole;
  };
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = writtenAt;
    zip.add(part);
    return part;
  };
  let sheet: ZipDeflate | null = null;
  let written = 0;
  let lastColumn = 'A';
  const push = (text: string, isLast = false): Uint8Array => {
    if (!sheet) throw new Error('Rows came before the header.');
    sheet.push(strToU8(text), isLast);
    return take();
  };
  const row = (cells: readonly string[]): string => {
    written += 1;
    return `<row r="${written}">${cells.join('')}</row>`;
  };
  return {
    start(columns) {
      for (const [name, text] of Object.entries(fixedParts)) add(name).push(strToU8(text), true);
      sheet = add('xl/worksheets/sheet1.xml');
      lastColumn = columnName(columns.length - 1);
      const view =
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
      const start = `${head}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>`;
      return push(
        start + row(columns.map(([french], index) => textCell(french, `${columnName(index)}1`, styles.header))),
      );
    },
    rows: (rows) =>
      push(
        rows
          .map((cells) => row(cells.map((cell, index) => writeCell(cell, `${columnName(index)}${written + 1}`))))
          .join(''),
      ),
    end() {
      const last = push(`</sheetData><autoFilter ref="A1:${lastColumn}${Math.max(written, 1)}"/></worksheet>`, true);
      zip.end();
      return Buffer.concat([last, take()]);
    },
  };
}

function writeCell(cell: Cell, at: string): string {
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${at}"><v>${plainNumber(cell.number)}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="${styles.day}"><v>${dayNumber(cell.day)}</v></c>`;
  if ('digits' in cell) return textCell(cell.digits, at, styles.text);
  if ('words' in cell) return textCell(cell.words[0], at);
  return textCell('list' in cell ? joinList(cell.list) : cell.text, at);
}

/** Days since 30 December 1899, which is how spreadsheets count from March 1900 on. */
function dayNumber(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
