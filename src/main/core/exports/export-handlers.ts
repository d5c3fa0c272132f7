import type { GroupHandlers } from '../../../shared/contract/define';
import type { exports } from '../../../shared/contract/exports';
import type { ExportService } from './export-service';

export function createExportHandlers(service: ExportService): GroupHandlers<typeof exports> {
  return { start: ({ request, format }) => service.start(request, format) };
}
