import type { DatedReport, ReportPicture, ReportSection } from '../../../shared/domain/report';
import { drawReportTable } from './draw-report-table';
import { drawable, ink, openPdf, quiet } from './pdf-parts';
import { sizes, type ReportPen } from './report-pen';

/** In points: A4 is 595 by 842. */
const margin = 42;
const headTop = 26;
const footTop = 812;
const bottom = 796;
const lineGap = 1.5;

/** Draws a report on A4 pages, each with whose it is, its day and which offers count. Tables go on over several pages. */
export async function drawReport(report: DatedReport): Promise<Uint8Array> {
  const { pdf, finished } = openPdf(report, margin);
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  const width = pdf.page.width - 2 * margin;
  pdf.lineGap(lineGap);
  const top = headTop + Math.max(headHeight(pdf, report, width), report.logo ? logoRoom.height : 0) + 14;
  const begin = (): void => {
    // Pages are begun here and never by the library.
    pdf.page.margins.bottom = 0;
    pdf.y = top;
  };
  const ensure = (height: number): boolean => {
    if (pdf.y + height <= bottom) return false;
    pdf.addPage();
    begin();
    return true;
  };
  const pen: ReportPen = { pdf, document, width, top, bottom, ensure, left: margin };
  begin();
  write(pen, 'H1', report.title, { size: sizes.title, isStrong: true });
  pdf.y += 4;
  for (const text of report.cautions) write(pen, 'P', text, { size: sizes.body, color: quiet });
  for (const section of report.sections) drawSection(pen, section);
  document.end();
  drawHeadsAndFeet(pen, report);
  return await finished();
}

interface Style {
  readonly size: number;
  readonly isStrong?: boolean;
  readonly color?: string;
}

/** One paragraph over the whole width; it never goes over the end of a page. */
function write({ pdf, document, width, left, ensure }: ReportPen, tag: string, text: string, style: Style): void {
  const shown = drawable(text);
  if (shown === '') return;
  const look = (): void => void pdf.font(style.isStrong ? 'strong' : 'plain').fontSize(style.size);
  look();
  ensure(pdf.heightOfString(shown, { width }));
  look();
  document.add(pdf.struct(tag, {}, () => void pdf.fillColor(style.color ?? ink).text(shown, left, pdf.y, { width })));
  pdf.y += 2;
}

function drawSection(pen: ReportPen, section: ReportSection): void {
  const { pdf, ensure } = pen;
  const { title, sentence, picture, headings, rows, notes } = section;
  pdf.y += 16;
  // A title is never alone at the end of a page: its picture, or the first rows, go with it.
  ensure(60 + (picture ? heightOf(picture, pen.width) : 60));
  write(pen, 'H2', title, { size: sizes.heading, isStrong: true });
  write(pen, 'P', sentence, { size: sizes.body, color: quiet });
  if (picture) drawPicture(pen, picture, `${title}. ${sentence}`);
  if (rows.length > 0) drawReportTable(pen, headings, rows);
  for (const note of notes) write(pen, 'P', note, { size: sizes.small, color: quiet });
}

/** As wide as the page, unless that is higher than half of it. */
function heightOf({ width, height }: ReportPicture, most: number): number {
  return Math.min((height / width) * most, 340);
}

function drawPicture(pen: ReportPen, picture: ReportPicture, alt: string): void {
  const { pdf, document, left, width, ensure } = pen;
  const height = heightOf(picture, width);
  ensure(height + 8);
  pdf.y += 4;
  const top = pdf.y;
  const bytes = Buffer.from(picture.png, 'base64');
  document.add(
    pdf.struct('Figure', { alt: drawable(alt) }, () => void pdf.image(bytes, left, top, { fit: [width, height] })),
  );
  pdf.y = top + height + 6;
}

/** Whose report it is, of which day, and which offers count. */
function headLines({ author, madeOn, scope }: DatedReport): { readonly first: string; readonly second: string } {
  return { first: drawable(`${author} · ${madeOn}`), second: drawable(scope.join(' · ')) };
}

/** What a logo takes of the head of a page, to the right; in points. */
const logoRoom = { width: 96, height: 30, gap: 12 } as const;

/** The width of the lines of a head, beside the logo where there is one. */
function headWidth({ logo }: DatedReport, width: number): number {
  return logo ? width - logoRoom.width - logoRoom.gap : width;
}

function headHeight(pdf: PDFKit.PDFDocument, report: DatedReport, all: number): number {
  const { first, second } = headLines(report);
  const width = headWidth(report, all);
  pdf.fontSize(sizes.small).font('strong');
  const height = pdf.heightOfString(first, { width });
  return height + pdf.font('plain').heightOfString(second, { width });
}

/** Stands on every page and is read once, with the document: an artifact everywhere but on the first page. */
function drawHeadsAndFeet({ pdf, left, width }: ReportPen, report: DatedReport): void {
  const { first, second } = headLines(report);
  const beside = { width: headWidth(report, width) };
  const logo = report.logo && Buffer.from(report.logo.png, 'base64');
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('strong').fontSize(sizes.small).fillColor(ink).text(first, left, headTop, beside);
    pdf.font('plain').fillColor(quiet).text(second, left, pdf.y, beside);
    if (logo) drawLogo(pdf, logo, left + width);
    const line = Math.max(pdf.y, logo ? headTop + logoRoom.height : 0) + 4;
    pdf
      .moveTo(left, line)
      .lineTo(left + width, line)
      .lineWidth(0.75)
      .strokeColor('#c9ced8')
      .stroke();
    const number = `${page - start + 1}/${count}`;
    pdf.text(drawable(report.title), left, footTop, { width: width - 60, height: 10, ellipsis: true });
    pdf.text(number, left + width - 60, footTop, { width: 60, align: 'right' });
    pdf.endMarkedContent();
  }
}

/** Flush with the right edge of the text. */
function drawLogo(pdf: PDFKit.PDFDocument, logo: Buffer, right: number): void {
  const { width, height } = logoRoom;
  const y = pdf.y;
  pdf.image(logo, right - width, headTop - 2, { fit: [width, height], align: 'right' });
  pdf.y = y;
}
