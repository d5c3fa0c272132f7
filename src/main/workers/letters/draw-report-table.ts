import { drawable, ink, quiet } from './pdf-parts';
import { sizes, type ReportPen } from './report-pen';

const padding = 3;
/** Wider columns break their lines. */
const widest = 190;
/** Columns of figures are narrower than this; wider ones hold words. */
const widestFigure = 100;
/** Rows by which columns are measured. */
const measured = 200;

interface Column {
  readonly left: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** A table over the whole width that goes on over pages; its headings stand again on each. */
export function drawReportTable(
  pen: ReportPen,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const { pdf, document } = pen;
  const columns = columnsOf(pen, headings, rows);
  pdf.y += 4;
  const table = pdf.struct('Table');
  document.add(table);
  if (headings.length > 0) {
    const height = heightOf(pen, headings, columns, 'strong');
    // Headings are never alone at the end of a page.
    pen.ensure(height + 30);
    addRow(pen, table, { cells: headings, columns, height, isHead: true });
  }
  for (const cells of rows) {
    const height = heightOf(pen, cells, columns, 'plain');
    if (pen.ensure(height) && headings.length > 0) repeatHeadings(pen, headings, columns);
    addRow(pen, table, { cells, columns, height, isHead: false });
  }
  table.end();
  pdf.y += 4;
}

interface Row {
  readonly cells: readonly string[];
  readonly columns: readonly Column[];
  readonly height: number;
  readonly isHead: boolean;
}

function addRow(pen: ReportPen, table: PDFKit.PDFStructureElement, { cells, columns, height, isHead }: Row): void {
  const { pdf } = pen;
  const top = pdf.y;
  const row = pdf.struct('TR');
  table.add(row);
  columns.forEach((column, index) => {
    const tag = isHead || index === 0 ? 'TH' : 'TD';
    row.add(pdf.struct(tag, {}, () => drawCell(pen, cells[index] ?? '', column, { top, isHead })));
  });
  row.end();
  pdf.markContent('Artifact', { type: 'Layout' });
  drawRule(pen, top + height, isHead);
  pdf.endMarkedContent();
}

function drawRule({ pdf, left, width }: ReportPen, y: number, isHead: boolean): void {
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(isHead ? 0.75 : 0.4)
    .strokeColor(isHead ? quiet : '#d5dae2')
    .stroke();
  pdf.y = y + 0.5;
}

/** For those who see: those who listen have been told them. */
function repeatHeadings(pen: ReportPen, headings: readonly string[], columns: readonly Column[]): void {
  const { pdf } = pen;
  const top = pdf.y;
  pdf.markContent('Artifact', { type: 'Pagination' });
  columns.forEach((column, index) => drawCell(pen, headings[index] ?? '', column, { top, isHead: true }));
  drawRule(pen, top + heightOf(pen, headings, columns, 'strong'), true);
  pdf.endMarkedContent();
}

function drawCell(
  { pdf }: ReportPen,
  text: string,
  { left, width, align }: Column,
  { top, isHead }: { readonly top: number; readonly isHead: boolean },
): void {
  pdf
    .font(isHead ? 'strong' : 'plain')
    .fontSize(sizes.table)
    .fillColor(isHead ? quiet : ink)
    .text(drawable(text), left + padding, top + padding, {
      width: width - 2 * padding,
      align,
    });
}

function heightOf(
  { pdf }: ReportPen,
  cells: readonly string[],
  columns: readonly Column[],
  weight: 'plain' | 'strong',
): number {
  pdf.font(weight).fontSize(sizes.table);
  const heights = columns.map(({ width }, index) =>
    pdf.heightOfString(drawable(cells[index] ?? '') || ' ', { width: width - 2 * padding }),
  );
  return Math.max(...heights) + 2 * padding;
}

/** As wide as what they hold, the first taking what is left; where that is too much, the widest give way. */
function columnsOf(pen: ReportPen, headings: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  const { pdf, left, width } = pen;
  const count = Math.max(headings.length, ...rows.map(({ length }) => length));
  pdf.font('strong').fontSize(sizes.table);
  const wordWidth = (text: string): number =>
    Math.max(
      0,
      ...drawable(text)
        .split(/[ \n]/)
        .map((word) => pdf.widthOfString(word)),
    );
  const natural = Array.from({ length: count }, (_, index) => {
    const texts = rows.slice(0, measured).map((cells) => pdf.widthOfString(drawable(cells[index] ?? '')));
    return Math.min(widest, Math.max(22, wordWidth(headings[index] ?? ''), ...texts) + 2 * padding + 2);
  });
  const widths = spread(natural, width);
  let next = left;
  return widths.map((column, index) => {
    const at = next;
    next += column;
    const isFigure = index > 0 && (natural[index] ?? 0) <= widestFigure;
    return { left: at, width: column, align: isFigure ? 'right' : 'left' };
  });
}

function spread(natural: readonly number[], width: number): number[] {
  const total = natural.reduce((sum, column) => sum + column, 0);
  if (total <= width) return natural.map((column, index) => (index === 0 ? column + width - total : column));
  // Those that need less than an even share keep it; the others share what is left.
  const widths = [...natural];
  let open = natural.map((_, index) => index);
  let left = width;
  while (open.length > 0) {
    const share = left / open.length;
    const small = open.filter((index) => (natural[index] ?? 0) <= share);
    if (small.length === 0) {
      for (const index of open) widths[index] = share;
      break;
    }
    left -= small.reduce((sum, index) => sum + (natural[index] ?? 0), 0);
    open = open.filter((index) => !small.includes(index));
  }
  return widths;
}
