import { exportTables, type ExportRequest, type ExportTable } from '../../shared/contract/exports';

/** The table whose columns can be chosen; null for what is written as it came. */
export function exportTableOf({ what }: ExportRequest): ExportTable | null {
  return exportTables.find((table) => table === what) ?? null;
}
