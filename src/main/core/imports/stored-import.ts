import type { FileNotation } from '../../../shared/domain/file-notation';
import type { ImportId } from '../../../shared/domain/ids';
import type { AlsoCreated, ColumnMapping, FileFormat, ImportCounts, ImportKind } from '../../../shared/domain/import';
import type { WriteDb } from '../db/open';
import type { CellPacker, ReadRow } from '../ports';
import { openImportIntake, type ImportIntake, type IntakeServices } from './import-intake';
import * as importRepository from './import-repository';

/** An import that begins, of rows that no job of its own reads. */
export interface NewImport {
  readonly id: ImportId;
  readonly kind: ImportKind;
  /** What people see in the list of imports. */
  readonly fileName: string;
  readonly format: FileFormat;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly notation: FileNotation;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Takes rows in that the application brings itself, as an import that people see and can take back. */
export interface StoredImport {
  readonly importId: ImportId;
  /** `cells`: what the row holds below the header. */
  put(row: ReadRow, cells: readonly string[]): void;
  /** Ends the import; answers with what became of its rows. */
  finish(): { readonly counts: ImportCounts; readonly alsoCreated: AlsoCreated };
}

/** As many lines are packed together. */
export const rowsABatch = 500;

/** Opens such an import within one transaction, which is over when `finish` was called or not at all. */
export function openStoredImport(
  db: WriteDb,
  services: IntakeServices & { readonly csvReader: CellPacker },
  begun: NewImport,
): StoredImport {
  const { id: importId, kind, fileName, at } = begun;
  importRepository.insert(db, { id: importId, kind, fileName, dryRun: false, createdAt: at });
  importRepository.setReading(db, importId, begun);
  // Opened with the first row: what is stored before it under the import's id, such as components, is known then.
  let opened: ImportIntake | null = null;
  const intake = (): ImportIntake => (opened ??= openImportIntake(db, importId, kind, services));
  let waiting: (readonly string[])[] = [];
  const keep = (): void => {
    intake().keep(services.csvReader.packCells(waiting));
    waiting = [];
  };
  return {
    importId,
    put(row, cells) {
      intake().put(row, () => cells);
      waiting.push(cells);
      if (waiting.length === rowsABatch) keep();
    },
    finish() {
      keep();
      const counts = { ...intake().counts };
      const alsoCreated = importRepository.finish(db, importId, {
        state: 'committed',
        counts,
        recognised: intake().recognised,
        committedAt: at,
      });
      return { counts, alsoCreated };
    },
  };
}
