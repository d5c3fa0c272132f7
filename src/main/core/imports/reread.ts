import type { z } from 'zod';
import type { ImportPreview, imports } from '../../../shared/contract/imports';
import { AppError } from '../../../shared/domain/app-error';
import { asFound } from '../../../shared/domain/file-notation';
import { findNotation } from '../../../shared/domain/find-notation';
import type { ColumnMapping, Import } from '../../../shared/domain/import';
import { completeByValues, hasUntoldColumn } from '../../../shared/domain/propose-by-values';
import { checkMapping, proposeMapping } from '../../../shared/domain/propose-mapping';
import type { Database, ReadDb } from '../db/open';
import type { CellPacker } from '../ports';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';
import * as importRowRepository from './import-row-repository';
import { headOfKept, keptCells } from './kept-lines';
import { withRepeats } from './repeats';
import { profileNameOf, type RowsToStore } from './run-import';

export type RereadRequest = z.output<typeof imports.previewReread.input>;

interface RereadParts {
  readonly database: Database;
  readonly csvReader: CellPacker;
}

const previewRows = 20;
/** Rows by whose values a column is told that no header names, as in a file. */
const judgedRows = 200;

/**
 * How the kept lines of an import are read today: as somebody says, else as was chosen last for its header, else as the
 * wording of its columns and their values tell. Throws `conflict` (`import-not-rereadable`) where no lines are kept.
 */
function understandKept(db: ReadDb, packer: CellPacker, item: Import, request: RereadRequest) {
  const {
    kind,
    header,
    format,
    mapping: former,
    notation: then,
    fileSource,
  } = importRowRepository.readingOf(db, item.id);
  if (item.state !== 'committed' || format === null || item.counts.read === 0) {
    const details = { importId: item.id, state: item.state };
    throw new AppError('conflict', `Import ${item.id} cannot be read again.`, 'import-not-rereadable', details);
  }
  const profile = request.usesFormer ? null : importProfileRepository.find(db, kind, header);
  const firstRows = () => keptCells(db, packer, item.id, judgedRows).map(({ cells }) => cells);
  const proposed = (): ColumnMapping => {
    const mapping = proposeMapping(kind, header);
    return hasUntoldColumn(kind, header, mapping) ? completeByValues(kind, header, mapping, firstRows()) : mapping;
  };
  const mapping = request.usesFormer ? former : (request.mapping ?? profile?.mapping ?? proposed());
  const emptyCells = request.emptyCells ?? importRepository.emptyCellsOf(db, item.id);
  const conflicts = request.conflicts ?? item.conflicts;
  const wish = request.notation ?? profile?.notation ?? asFound;
  const found = then ?? { quoteMark: null, headerLine: 1, ...findNotation(firstRows(), mapping) };
  // Where the header stands and how quotes are read was settled when the lines were kept.
  const notation = { ...found, dayOrder: wish.dayOrder ?? found.dayOrder, decimal: wish.decimal ?? found.decimal };
  return { kind, header, format, mapping, emptyCells, conflicts, fileSource, profile, wish, notation };
}

/** The first kept lines of an import as they would be read. Throws as `understandKept`. */
export function previewReread(
  { database, csvReader }: RereadParts,
  item: Import,
  request: RereadRequest,
): ImportPreview {
  const db = database.read;
  const { kind, header, format, mapping, profile, wish, notation } = understandKept(db, csvReader, item, request);
  const head = headOfKept(db, csvReader, { importId: item.id, mapping, notation }, previewRows);
  return {
    ...{ fileName: item.fileName, sizeBytes: 0, format, workbook: null, header: [...header], mapping, wish, notation },
    profile: profile && {
      name: profile.name,
      usedAt: profile.usedAt,
      emptyCells: profile.emptyCells,
      matchKey: profile.matchKey,
      conflicts: profile.conflicts,
      fileSource: profile.fileSource,
    },
    rows: withRepeats(head, { kind, header, mapping }).map(({ line, cells, issues }) => ({
      line,
      cells: [...cells],
      issues: [...issues],
    })),
  };
}

/** The kept lines of an import as rows of a new one. Throws as `understandKept`, and what `checkMapping` throws. */
export function rowsOfImport(
  { database, csvReader }: RereadParts,
  item: Import,
  request: RereadRequest & { readonly dryRun: boolean },
): RowsToStore {
  const read = understandKept(database.read, csvReader, item, request);
  checkMapping(read.kind, read.header, read.mapping);
  const { kind, header, profile, wish, ...reading } = read;
  const chose = request.mapping !== null || Boolean(request.notation) || Boolean(request.conflicts);
  const isRemembered = chose && item.packageOrigin === null;
  const profileName = isRemembered
    ? profileNameOf(database.read, kind, header, item.fileName)
    : (profile?.name ?? null);
  const { key: matchKey } = item.recognition;
  const understanding = { ...reading, header, matchKey, profileName, remembered: isRemembered ? wish : null };
  return {
    ...{ source: { rereadOf: item.id }, name: item.fileName, kind: item.kind, total: item.counts.read },
    dryRun: request.dryRun,
    understand: () => Promise.resolve(understanding),
  };
}
