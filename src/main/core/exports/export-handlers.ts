import type { GroupHandlers } from '../../../shared/contract/define';
import type { exports } from '../../../shared/contract/exports';
import type { ExportService } from './export-service';
import type { ReportService } from './report-service';

export function createExportHandlers(service: ExportService, reports: ReportService): GroupHandlers<typeof exports> {
  return {
    start: ({ request, format, columns = null }) => service.start(request, format, columns),
    columns: ({ what }) => service.columns(what),
    report: ({ fileId }, signal) => reports.make(fileId, signal),
  };
}
