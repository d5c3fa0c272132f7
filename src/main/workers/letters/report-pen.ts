/** In points. */
export const sizes = { title: 18, heading: 12, body: 9, table: 7.5, small: 7.5 } as const;

/** What a report is drawn with. */
export interface ReportPen {
  readonly pdf: PDFKit.PDFDocument;
  readonly document: PDFKit.PDFStructureElement;
  readonly left: number;
  readonly width: number;
  /** Where the text of a page begins and ends. */
  readonly top: number;
  readonly bottom: number;
  /** Begins another page unless there is so much room, in points; says whether it did. */
  readonly ensure: (height: number) => boolean;
}
