import type { OfferSheet } from '../../../shared/domain/transmission-letter';
import { drawable, ink, openPdf, quiet, type Weight } from './pdf-parts';

/** In points: A4 is 595 by 842. */
const margin = 48;
const labelWidth = 132;
const gap = 14;
const lineGap = 1.5;
const rule = { above: 8, below: 10 } as const;

/** A longer text is one that nobody reads on paper; what is left out is said. */
const mostPages = 6;
/** Nothing longer fits on a page, and measuring more takes its time. */
const longestText = 7_000;
/** In signs: two lines of a page. */
const shortLine = 220;
const sizes = { title: 17, subtitle: 11, heading: 10.5, body: 9.5, small: 8 } as const;
type Size = keyof typeof sizes;

/**
 * Draws the sheet of an offer: one page, and further ones where its text is long. The PDF is tagged for readers of
 * screens, names its language, and holds the parts of its fonts that it uses.
 */
export async function drawSheet(sheet: OfferSheet): Promise<Uint8Array> {
  const { pdf, finished } = openPdf(sheet, margin);
  drawPages(pdf, sheet);
  return await finished();
}

function drawPages(pdf: PDFKit.PDFDocument, sheet: OfferSheet): void {
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  const pen: Pen = {
    pdf,
    width: pdf.page.width - 2 * margin,
    tag: (name, draw) => void document.add(pdf.struct(name, {}, draw)),
  };
  pdf.lineGap(lineGap);
  const bottom = pdf.page.height - margin - footHeight(pen, sheet);
  pdf.y = margin;
  write(pen, 'H1', sheet.title, { size: 'title', weight: 'strong', lines: 3 });
  pdf.y += 3;
  write(pen, 'P', sheet.subtitle, { size: 'subtitle', color: quiet, lines: 2 });
  drawRule(pen);
  if (sheet.facts.length > 0) drawFacts(pen, document, sheet);
  for (const { heading, text } of sheet.lists) {
    pdf.y += gap;
    write(pen, 'H2', heading, { size: 'heading', weight: 'strong', lines: 1 });
    pdf.y += 2;
    write(pen, 'P', text, { size: 'body', lines: 4 });
  }
  pdf.y += gap;
  write(pen, 'H2', sheet.textHeading, { size: 'heading', weight: 'strong', lines: 1 });
  pdf.y += 2;
  const { texts, isCut } = paged(pen, sheet, bottom);
  texts.forEach((text, at) => {
    if (at > 0) beginPage(pen, sheet);
    pdf.font('plain').fontSize(sizes.body).fillColor(ink);
    pen.tag('P', () => void pdf.text(text, margin, pdf.y, { width: pen.width }));
    if (isCut && at === texts.length - 1) {
      pdf.y += 2;
      write(pen, 'P', sheet.cutHint, { size: 'small', color: quiet, lines: 2 });
    }
    const page = texts.length > 1 ? ` · page ${at + 1}/${texts.length}` : '';
    drawFoot(pen, { ...sheet, footer: sheet.footer + page }, bottom);
  });
  document.end();
}

/** A page that goes on with the text: it says of which offer, for whoever holds it alone. */
function beginPage(pen: Pen, { title }: OfferSheet): void {
  const { pdf } = pen;
  pdf.addPage();
  pdf.y = margin;
  write(pen, 'P', title, { size: 'small', color: quiet, lines: 1 });
  drawRule(pen);
}

/** Where the text begins on a page that goes on with it: below a line of small print and a rule. */
function topOfNext({ pdf }: Pen): number {
  pdf.font('plain').fontSize(sizes.small);
  return margin + pdf.currentLineHeight(true) + 2 * lineGap + rule.above + rule.below;
}

/** The text cut into what each page holds, from where the first one is by now; whether something is left out at the end. */
function paged(
  pen: Pen,
  { text, cutHint }: OfferSheet,
  bottom: number,
): { readonly texts: readonly string[]; readonly isCut: boolean } {
  const { pdf, width } = pen;
  const first = bottom - pdf.y;
  const next = bottom - topOfNext(pen);
  pdf.font('plain').fontSize(sizes.body);
  const hintHeight = pdf.heightOfString(cutHint, { width }) + 4;
  const texts: string[] = [];
  let rest = drawable(text);
  while (texts.length < mostPages) {
    const room = texts.length === 0 ? first : next;
    const held = fit(pdf, rest, width, room);
    if (!held.isCut) return { texts: [...texts, held.text], isCut: false };
    if (texts.length === mostPages - 1) {
      return { texts: [...texts, `${fit(pdf, rest, width, room - hintHeight).text}…`], isCut: true };
    }
    const shown = toLineEnd(held.text);
    texts.push(shown);
    rest = rest.slice(shown.length).trimStart();
  }
  return { texts, isCut: false };
}

/** What the parts of the page are drawn with. */
interface Pen {
  readonly pdf: PDFKit.PDFDocument;
  readonly width: number;
  /** Draws within a named part of the document's structure. */
  readonly tag: (name: string, draw: () => void) => void;
}

interface Style {
  readonly size: Size;
  readonly weight?: Weight;
  readonly color?: string;
  /** The most lines that it may take. */
  readonly lines: number;
}

/** One paragraph over the whole width, cut after its lines. */
function write(pen: Pen, tag: string, text: string, style: Style): void {
  if (text === '') return;
  pen.tag(tag, () => drawCut(pen, text, style, { left: margin, width: pen.width }));
}

interface Place {
  readonly left: number;
  readonly width: number;
}

function drawCut({ pdf }: Pen, text: string, style: Style, { left, width }: Place): void {
  const { size, weight = 'plain', color = ink, lines } = style;
  pdf.font(weight).fontSize(sizes[size]).fillColor(color);
  // Measuring, the library counts the gap between lines twice.
  const height = lines * (pdf.currentLineHeight(true) + lineGap) + 1;
  const shown = fit(pdf, drawable(text), width, height);
  pdf.text(shown.isCut ? `${shown.text}…` : shown.text, left, pdf.y, { width });
}

/** A table of two columns; a reader of screens says each name with its value. */
function drawFacts(pen: Pen, document: PDFKit.PDFStructureElement, { facts }: OfferSheet): void {
  const { pdf } = pen;
  const table = pdf.struct('Table');
  document.add(table);
  for (const { label, value } of facts) {
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    const name: Style = { size: 'body', color: quiet, lines: 1 };
    row.add(pdf.struct('TH', {}, () => drawCut(pen, label, name, { left: margin, width: labelWidth })));
    pdf.y = top;
    const beside = { left: margin + labelWidth + gap, width: pen.width - labelWidth - gap };
    row.add(pdf.struct('TD', {}, () => drawCut(pen, value, { size: 'body', lines: 2 }, beside)));
    row.end();
    pdf.y += 2;
  }
  table.end();
}

function footHeight({ pdf, width }: Pen, { remarks, footer }: OfferSheet): number {
  pdf.font('plain').fontSize(sizes.small);
  const heights = [...remarks, footer].map((line) => pdf.heightOfString(line, { width }));
  return heights.reduce((sum, height) => sum + height, gap);
}

/** It stands in the lower margin, where the library would begin another page. */
function drawFoot(pen: Pen, { remarks, footer }: OfferSheet, bottom: number): void {
  const { pdf } = pen;
  pdf.page.margins.bottom = 0;
  pdf.y = bottom + gap;
  for (const line of [...remarks, footer]) write(pen, 'P', line, { size: 'small', color: quiet, lines: 3 });
}

/** Without the beginning of a line that the next page goes on with, where it is a short one. */
function toLineEnd(text: string): string {
  const end = text.lastIndexOf('\n');
  return end > 0 && text.length - end < shortLine ? text.slice(0, end).trimEnd() : text;
}

/** A line under the head of the page: decoration, which no reader of screens names. */
function drawRule({ pdf, width }: Pen): void {
  pdf.y += rule.above;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + width, pdf.y)
    .lineWidth(0.75)
    .strokeColor('#c9ced8')
    .stroke();
  pdf.endMarkedContent();
  pdf.y += rule.below;
}

/** The longest beginning of a text that takes no more than this height, cut between words where there are any. */
function fit(
  pdf: PDFKit.PDFDocument,
  text: string,
  width: number,
  height: number,
): { readonly text: string; readonly isCut: boolean } {
  const isWithin = (part: string): boolean => pdf.heightOfString(`${part}…`, { width }) <= height;
  const long = text.slice(0, longestText);
  if (text.length <= longestText && isWithin(text)) return { text, isCut: false };
  let fits = 0;
  let tooLong = long.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (isWithin(long.slice(0, middle))) fits = middle;
    else tooLong = middle;
  }
  const cut = long.slice(0, fits).replace(/[\ud800-\udbff]$/, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  // A text without spaces is cut where it has to be.
  return { text: (atWord.length > cut.length / 2 ? atWord : cut).trimEnd(), isCut: true };
}
