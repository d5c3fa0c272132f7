import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export const ink = '#1b1f27';
export const quiet = '#555d6b';

/** The library measures a long word letter by letter, again from each letter: minutes for a page of them. */
const longestWord = /[^\s\u200b]{60}(?=\S)/gu;

/** The fonts of the interface, whole: offers name people and places of any country. */
const fontFiles = { plain: '400Regular/Inter_400Regular.ttf', strong: '600SemiBold/Inter_600SemiBold.ttf' } as const;
export type Weight = keyof typeof fontFiles;
const fonts = new Map<Weight, Buffer>();

function fontOf(weight: Weight): Buffer {
  const known = fonts.get(weight);
  if (known) return known;
  const resolve = createRequire(import.meta.url).resolve;
  const font = readFileSync(resolve(`@expo-google-fonts/inter/${fontFiles[weight]}`));
  fonts.set(weight, font);
  return font;
}

/** What a document says of itself. */
export interface PdfInfo {
  readonly language: 'fr' | 'en';
  readonly title: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/**
 * A document of A4 pages with this margin (in points), tagged for readers of screens, that names its language and holds
 * the parts of its fonts that it uses. `finished` ends it and gives its bytes; until then every page can be gone back to.
 */
export function openPdf(info: PdfInfo, margin: number) {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: info.language === 'fr' ? 'fr-FR' : 'en-GB',
    info: {
      Title: inMetadata(info.title),
      Author: inMetadata(info.author),
      CreationDate: new Date(info.madeAt),
    },
    // Without one it would read the files of Helvetica.
    font: '',
  });
  for (const weight of ['plain', 'strong'] as const) pdf.registerFont(weight, fontOf(weight));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isDone = new Promise((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  return {
    pdf,
    finished: async (): Promise<Uint8Array> => {
      pdf.end();
      await isDone;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** The library writes it into XML as it stands. */
function inMetadata(text: string): string {
  return text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');
}

/** Without small pictures, which the fonts do not have, and with places to break long words at. */
export function drawable(text: string): string {
  return text
    .replace(/[\p{Emoji_Presentation}\ufe0e\ufe0f\u20e3\u{e0020}-\u{e007f}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(longestWord, '$&\u200b');
}
