import { AppError } from '../../../shared/domain/app-error';
import type { ImportId } from '../../../shared/domain/ids';
import type { ImportField } from '../../../shared/domain/import';
import { createRowReader, type ImportDraft } from '../../../shared/domain/read-import-row';
import { plainCells } from '../../../shared/domain/cells/formula-guard';
import { handEditsOf, markHandEdits, setAside, type FieldDesk } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import type { CellPacker } from '../ports';
import type { IntakeServices } from './import-intake';
import * as importOwnerRepository from './import-owner-repository';
import * as importRowRepository from './import-row-repository';

/** A cell of an imported file that says otherwise than a person did. */
export interface Cell {
  readonly importId: ImportId;
  readonly line: number;
  /** The name of its column. */
  readonly column: string;
}

export interface ChoiceParts extends IntakeServices {
  readonly csvReader: CellPacker;
}

/**
 * Takes the value of the cell in place of what a person wrote, which is kept for `keepOwnValue`. Throws `not-found`,
 * and `conflict` (`action-impossible`) for a field that no person wrote, or of which the file's value was taken.
 */
export function takeFileValue(db: WriteDb, parts: ChoiceParts, at: string, cell: Cell): void {
  const { owner, field, marks } = find(db, cell);
  if (!marks.has(field) && wasKnown(db, cell)) {
    // What was known is kept for `keepOwnValue` like what a person wrote: whoever puts it back has chosen it.
    markHandEdits(db, owner, fieldsBeside(field), at);
    for (const each of fieldsBeside(field)) marks.set(each, null);
  }
  if (marks.get(field) !== null) throw impossible(cell);
  const own = deskOf(db, parts, owner.importKind).take(owner.id, field, draftOf(db, parts, cell));
  for (const each of fieldsBeside(field)) if (marks.get(each) === null) setAside(db, owner, each, own);
}

/** Whether the value of a cell was left because something else was known already. */
function wasKnown(db: ReadDb, { importId, line, column }: Cell): boolean {
  const issues = importRowRepository.issuesAt(db, importId, line);
  return issues.some((issue) => issue.code === 'kept-known' && issue.column === column);
}

/** Puts back what the person had written; throws alike. */
export function keepOwnValue(db: WriteDb, parts: ChoiceParts, at: string, cell: Cell): void {
  const { owner, field, marks } = find(db, cell);
  const own = marks.get(field);
  if (typeof own !== 'string') throw impossible(cell);
  deskOf(db, parts, owner.importKind).giveBack(owner.id, field, own);
  const together = fieldsBeside(field).filter((each) => marks.has(each));
  markHandEdits(db, owner, together, at);
}

/** Fields that are chosen together, because they name one company and one person of it. */
const together: readonly (readonly ImportField[])[] = [
  ['companyName', 'companySiret', 'contactName', 'contactEmail', 'contactPhone'],
  ['managerName', 'managerEmail'],
  ['status', 'closingReason', 'closedOn'],
];

function fieldsBeside(field: ImportField): readonly ImportField[] {
  return together.find((fields) => fields.includes(field)) ?? [field];
}

function find(db: ReadDb, cell: Cell) {
  const { header, mapping } = importRowRepository.readingOf(db, cell.importId);
  const named = mapping[header.indexOf(cell.column)];
  if (!named) throw new AppError('not-found', `No field comes from "${cell.column}".`, null, { column: cell.column });
  const { kind: importKind, id } = importOwnerRepository.ownerOf(db, cell.importId, cell.line);
  const owner = { kind: importRowRepository.handEditedKinds[importKind], id, importKind };
  const field = importKind === 'offers' && named === 'startTo' ? 'start' : named;
  const marks = new Map(handEditsOf(db, owner));
  // One of the fields that are chosen together may be the one that a person wrote.
  const beside = fieldsBeside(field).find((each) => marks.has(each));
  const mark = marks.get(field) ?? (beside === undefined ? undefined : marks.get(beside));
  if (mark !== undefined) marks.set(field, mark);
  return { owner, field, marks };
}

function draftOf(db: ReadDb, { csvReader }: ChoiceParts, { importId, line }: Cell): ImportDraft {
  const { kind, header, mapping, format, notation } = importRowRepository.readingOf(db, importId);
  const cells = importRowRepository.openCells(db, importId, csvReader)(line);
  const draft =
    cells &&
    createRowReader(kind, header, mapping, { notation: notation ?? undefined })(plainCells(cells, format)).draft;
  if (!draft) throw new AppError('not-found', `Line ${line} of import ${importId} is not kept.`, null, { line });
  return draft;
}

function deskOf(db: WriteDb, parts: ChoiceParts, kind: 'offers' | 'formations' | 'companies'): FieldDesk {
  if (kind === 'offers') return parts.offerService.openFieldDesk(db);
  return kind === 'formations' ? parts.formationService.openFieldDesk(db) : parts.companyService.openFieldDesk(db);
}

function impossible({ importId, line, column }: Cell): AppError {
  const details = { importId, line, column };
  return new AppError('conflict', 'The field is not as a person wrote it.', 'action-impossible', details);
}
