import { readFile } from 'node:fs/promises';
import { zipSync, type Zippable } from 'fflate/browser';
import { AppError } from '../../../shared/domain/app-error';
import type { FileId } from '../../../shared/domain/ids';
import { reportSchema, type DatedReport } from '../../../shared/domain/report';
import { fileNameOf } from '../../../shared/domain/transmission-letter';
import { withFirstOfMonth } from '../../../shared/util/first-of-month';
import { localDay } from '../../../shared/util/local-day';
import type { Clock, FileStore, LetterWriter } from '../ports';
import type { LogoService } from '../university/logo-service';
import { writeReportWorkbook } from './report-workbook';

export interface ReportService {
  /**
   * Makes one file of a report that the page handed over: the document, the workbook and the pictures. Throws
   * `invalid-input` for what is no report, and what the file store throws.
   */
  make(fileId: FileId, signal: AbortSignal): Promise<{ readonly fileId: FileId; readonly fileName: string }>;
}

export interface ReportParts {
  readonly clock: Clock;
  readonly fileStore: FileStore;
  readonly letterWriter: Pick<LetterWriter, 'drawReport'>;
  readonly logoService: Pick<LogoService, 'shown'>;
}

/** As long as the longest report that a page can make. */
const mostBytes = 64 * 1024 * 1024;
const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

export function createReportService({ clock, fileStore, letterWriter, logoService }: ReportParts): ReportService {
  return {
    async make(fileId, signal) {
      const now = clock.now();
      const report = { ...(await readReport(fileStore, fileId)), madeAt: now.toISOString() };
      const day = new Intl.DateTimeFormat(locales[report.language], { day: 'numeric', month: 'long', year: 'numeric' });
      const madeOn = withFirstOfMonth(report.language, day.format(now));
      const logo = logoService.shown(report.componentId);
      const dated: DatedReport = { ...report, madeOn, logo };
      const name = `${report.title} - ${localDay(now)}`;
      const pdf = await letterWriter.drawReport(dated, signal);
      const parts: Zippable = {
        [fileNameOf(name, 'pdf')]: pdf,
        [fileNameOf(name, 'xlsx')]: writeReportWorkbook(dated),
      };
      report.sections.forEach(({ title, picture }, index) => {
        if (!picture) return;
        // Already as small as it gets.
        const png = new Uint8Array(Buffer.from(picture.png, 'base64'));
        parts[fileNameOf(`${String(index + 1).padStart(2, '0')} ${title}`, 'png')] = [png, { level: 0 }];
      });
      const file = fileStore.create(fileNameOf(name, 'zip'));
      const { name: fileName } = await file.write(inOnePiece(zipSync(parts, { mtime: now })));
      return { fileId: file.fileId, fileName };
    },
  };
}

async function readReport(fileStore: FileStore, fileId: FileId) {
  const { path, sizeBytes } = fileStore.locate(fileId);
  try {
    if (sizeBytes > mostBytes) throw new AppError('invalid-input', 'The report is too large.');
    const parsed = reportSchema.safeParse(toJson(await readFile(path, 'utf8')));
    if (!parsed.success) throw new AppError('invalid-input', 'The file holds no report.');
    return parsed.data;
  } finally {
    fileStore.discard(fileId);
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
