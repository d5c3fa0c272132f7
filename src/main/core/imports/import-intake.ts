import type { ImportId } from '../../../shared/domain/ids';
import type { ImportCounts, ImportKind, ImportRowState, RowIssue } from '../../../shared/domain/import';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { CompanyService } from '../companies/company-service';
import type { WriteDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import type { CellPacker, ReadRow } from '../ports';
import { openRowIntake, type StoredRow } from './import-row-repository';

/** The services that take rows in and take them back. */
export interface IntakeServices {
  readonly offerService: OfferService;
  readonly formationService: FormationService;
  readonly companyService: CompanyService;
}

/** Takes the rows of one file in, within one transaction, and counts what became of them. */
export interface ImportIntake {
  /** Every row read is counted in exactly one of created, updated, unchanged and rejected. */
  readonly counts: Readonly<ImportCounts>;
  /** `cells` gives what stands in the file; it is only asked when the row repeats the reference of another. */
  put(row: ReadRow, cells: () => readonly string[]): StoredRow;
  /** Stores what became of the rows since the last call, beside their cells. */
  keep(packedCells: Uint8Array): void;
}

type PutDraft = (draft: ImportDraft) => Exclude<ImportRowState, 'rejected'>;

export function openImportIntake(
  db: WriteDb,
  importId: ImportId,
  kind: ImportKind,
  services: IntakeServices & { readonly csvReader: CellPacker },
): ImportIntake {
  const putDraft = openDraftIntake(db, importId, kind, services);
  const stored = openRowIntake(db, importId, services.csvReader);
  let kept: { readonly row: StoredRow; readonly cells: () => readonly string[] }[] = [];
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 };
  const firstLines = new Map<string, number>();

  /** The line that first named the same reference, null when this one does. */
  const repeated = (draft: ImportDraft, line: number): number | null => {
    const reference = referenceOf(draft);
    if (reference === null) return null;
    const first = firstLines.get(reference);
    if (first === undefined) firstLines.set(reference, line);
    return first ?? null;
  };

  const cellsAt = (line: number): readonly string[] | undefined =>
    kept.find(({ row }) => row.line === line)?.cells() ?? stored.cellsAt(line);

  const judge = (row: ReadRow, cells: () => readonly string[]): Omit<StoredRow, 'line'> => {
    if (!row.draft) return { state: 'rejected', issues: row.issues };
    const firstLine = repeated(row.draft, row.line);
    if (firstLine === null) return { state: putDraft(row.draft), issues: row.issues };
    // The first row stands: taking the last one would make every import of the same file change everything twice.
    const isSame = JSON.stringify(cellsAt(firstLine)) === JSON.stringify(cells());
    const issue: RowIssue = {
      severity: isSame ? 'warning' : 'error',
      code: 'duplicate-id',
      column: null,
      value: String(firstLine),
    };
    return { state: isSame ? 'unchanged' : 'rejected', issues: [...row.issues, issue] };
  };

  return {
    counts,
    put(row, cells) {
      const { state, issues } = judge(row, cells);
      counts.read += 1;
      counts[state] += 1;
      for (const { severity } of issues) if (severity === 'warning') counts.warnings += 1;
      const result = { line: row.line, state, issues };
      kept.push({ row: result, cells });
      return result;
    },
    keep(packedCells) {
      stored.put(
        kept.map(({ row }) => row),
        packedCells,
      );
      kept = [];
    },
  };
}

function openDraftIntake(db: WriteDb, importId: ImportId, kind: ImportKind, services: IntakeServices): PutDraft {
  const wrong = (draft: ImportDraft): never => {
    throw new Error(`A row of ${draft.kind} came in an import of ${kind}.`);
  };
  if (kind === 'offers') {
    const intake = services.offerService.openIntake(db, importId);
    return (draft) => (draft.kind === 'offers' ? intake.put(draft.offer, draft.contact) : wrong(draft));
  }
  if (kind === 'formations') {
    const intake = services.formationService.openIntake(db, importId);
    return (draft) => (draft.kind === 'formations' ? intake.put(draft.formation) : wrong(draft));
  }
  const intake = services.companyService.openIntake(db, importId);
  return (draft) => (draft.kind === 'companies' ? intake.put(draft.company) : wrong(draft));
}

/**
 * What two rows of a file cannot have in common: a reference of the same source, a code. A company may well stand on
 * several lines, one for each of its contacts.
 */
function referenceOf(draft: ImportDraft): string | null {
  if (draft.kind === 'offers') {
    const { externalId, source } = draft.offer;
    return externalId === null ? null : `${source ?? ''}\n${externalId}`;
  }
  if (draft.kind === 'formations') return draft.formation.externalId;
  return null;
}
