import { strToU8, zipSync, type Zippable } from 'fflate/browser';
import { readFigure, type DatedReport, type ReportSection } from '../../../shared/domain/report';
import { plainNumber } from './csv-writer';
import {
  columnName,
  contentTypes,
  escapeXml,
  head,
  main,
  packageLinks,
  relationships,
  textCell,
  writtenAt,
} from './xlsx-parts';

/** The cells of a look are named by its place in cellXfs: as they come, headings, titles, percentages. */
const looks = { heading: 1, title: 2, percent: 3 } as const;
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A longer name is none that a spreadsheet takes. */
const longestName = 31;

/**
 * A workbook of a report: a sheet of what was counted, then one for each of its sections. What is written as a number
 * is one, and everything else the very text of the page.
 */
export function writeReportWorkbook(report: DatedReport): Uint8Array {
  const sheets = [summaryOf(report), ...report.sections.map((section) => sheetOf(section, report.language))];
  const names = namesOf([report.title, ...report.sections.map(({ title }) => title)]);
  const parts: Zippable = {};
  const add = (name: string, text: string): void => void (parts[name] = [strToU8(text), { mtime: writtenAt }]);
  const each = (write: (number: number, index: number) => string): string =>
    sheets.map((_, index) => write(index + 1, index)).join('');
  add(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentTypes}.worksheet+xml"/>`)}</Types>`,
  );
  add(
    '_rels/.rels',
    `${head}<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packageLinks}"><Relationship Id="styles" Type="${relationships}/styles" Target="styles.xml"/>${each((number) => `<Relationship Id="sheet${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each((number, index) => `<sheet name="${escapeXml(names[index] ?? '').replaceAll('"', '&quot;')}" sheetId="${number}" r:id="sheet${number}"/>`)}</sheets></workbook>`,
  );
  add('xl/styles.xml', styles);
  sheets.forEach((rows, index) => add(`xl/worksheets/sheet${index + 1}.xml`, writeSheet(rows)));
  return zipSync(parts, { level: 6 });
}

type SheetCell =
  { readonly text: string; readonly look?: number } | { readonly number: number; readonly look?: number };
type SheetRow = readonly SheetCell[];

function summaryOf({ title, author, madeOn, scope, cautions, sections }: DatedReport): SheetRow[] {
  return [
    [{ text: title, look: looks.title }],
    ...[author, madeOn, ...scope, '', ...cautions, ''].map((text): SheetRow => [{ text }]),
    ...sections.map((section): SheetRow => [{ text: section.title }, { text: section.sentence }]),
  ];
}

function sheetOf(
  { title, sentence, headings, rows, notes }: ReportSection,
  language: DatedReport['language'],
): SheetRow[] {
  const figure = (text: string, column: number): SheetCell => {
    // The first column names the row, even by a number.
    const read = column === 0 ? null : readFigure(text, language);
    if (!read) return { text };
    return read.isPercent ? { number: read.value, look: looks.percent } : { number: read.value };
  };
  return [
    [{ text: title, look: looks.title }],
    [{ text: sentence }],
    [],
    ...(headings.length === 0 ? [] : [headings.map((text) => ({ text, look: looks.heading }))]),
    ...rows.map((cells) => cells.map(figure)),
    ...notes.map((text) => [{ text }]),
  ];
}

function writeSheet(rows: readonly SheetRow[]): string {
  const written = rows.map((cells, index) => {
    const number = index + 1;
    return `<row r="${number}">${cells.map((cell, column) => writeCell(cell, `${columnName(column)}${number}`)).join('')}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="52" customWidth="1"/><col min="2" max="30" width="18" customWidth="1"/></cols><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function writeCell(cell: SheetCell, at: string): string {
  if ('text' in cell) return cell.text === '' ? '' : textCell(cell.text, at, cell.look);
  const look = cell.look === undefined ? '' : ` s="${cell.look}"`;
  return `<c r="${at}"${look}><v>${plainNumber(cell.number)}</v></c>`;
}

/** Names that a spreadsheet takes: short, without its signs, each once. */
function namesOf(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '–';
    let name = plain.slice(0, longestName).trim();
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) {
      const ending = ` ${turn}`;
      name = plain.slice(0, longestName - ending.length).trim() + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
