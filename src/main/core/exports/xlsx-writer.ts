import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import { maxCellLength } from '../../../shared/domain/cells/cut-cell';
import { joinList, plainNumber, type Cell } from './csv-writer';
import type { ColumnName, TableWriter } from './table-writer';
import { columnName, contentTypes, head, main, packageLinks, relationships, textCell, writtenAt } from './xlsx-parts';

/** A workbook's parts around its sheets (ECMA-376, part 1), of which it has one or more. */
function partsAround(sheets: number): Readonly<Record<string, string>> {
  const ofEach = (write: (number: number) => string): string =>
    Array.from({ length: sheets }, (_, index) => write(index + 1)).join('');
  const types = ofEach(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentTypes}.worksheet+xml"/>`,
  );
  const links = ofEach(
    (number) =>
      `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const names = ofEach(
    (number) => `<sheet name="Export${number === 1 ? '' : ` ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>${types}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageLinks}">${links}<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${names}</sheets></workbook>`,
    // The cells of a style are named by its place in cellXfs: as they come, days, texts, headers.
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
  };
}
const styles = { day: 1, text: 2, header: 3 } as const;

/** Excel knows no row behind this one. */
const lastRow = 1_048_576;

/**
 * A workbook, written as its rows come. In each sheet the first row stays in view and has filters; a sheet that is full is
 * followed by another under the same header.
 */
export function createXlsxWriter(rowsASheet = lastRow): TableWriter {
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
  let header: readonly ColumnName[] = [];
  let [sheets, written, cut] = [0, 0, 0];
  const push = (text: string, isLast = false): void => {
    if (!sheet) throw new Error('Rows came before the header.');
    sheet.push(strToU8(text), isLast);
  };
  const row = (cells: readonly string[]): string => {
    written += 1;
    return `<row r="${written}">${cells.join('')}</row>`;
  };
  const openSheet = (): void => {
    [sheets, written] = [sheets + 1, 0];
    sheet = add(`xl/worksheets/sheet${sheets}.xml`);
    const names = header.map(([french], index) => textCell(french, `${columnName(index)}1`, styles.header));
    push(`${head}<worksheet xmlns="${main}">${view}<sheetData>${row(names)}`);
  };
  const closeSheet = (): void => {
    const last = `${columnName(header.length - 1)}${Math.max(written, 1)}`;
    push(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`, true);
  };
  return {
    start(columns) {
      header = columns;
      openSheet();
      return take();
    },
    rows(rows) {
      let waiting = '';
      for (const cells of rows) {
        if (written === rowsASheet) {
          push(waiting);
          waiting = '';
          closeSheet();
          openSheet();
        }
        cut += cells.reduce((count, cell) => count + Number(textOf(cell).length > maxCellLength), 0);
        waiting += row(cells.map((cell, index) => writeCell(cell, `${columnName(index)}${written + 1}`)));
      }
      push(waiting);
      return take();
    },
    end() {
      closeSheet();
      for (const [name, text] of Object.entries(partsAround(sheets))) add(name).push(strToU8(text), true);
      zip.end();
      return take();
    },
    cutCells: () => cut,
  };
}

const view =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/>';

function writeCell(cell: Cell, at: string): string {
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${at}"><v>${plainNumber(cell.number)}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="${styles.day}"><v>${dayNumber(cell.day)}</v></c>`;
  if ('digits' in cell) return textCell(cell.digits, at, styles.text);
  return textCell(textOf(cell), at);
}

/** What stands in a cell of text. */
function textOf(cell: Cell): string {
  if (cell === null || 'number' in cell || 'day' in cell) return '';
  if ('digits' in cell) return cell.digits;
  if ('words' in cell) return cell.words[0];
  return 'list' in cell ? joinList(cell.list) : cell.text;
}

/** Days since 30 December 1899, which is how spreadsheets count from March 1900 on. */
function dayNumber(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
