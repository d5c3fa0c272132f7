import type { RowOrigin } from '../../../shared/contract/imports';
import { plainCells } from '../../../shared/domain/cells/formula-guard';
import type { ImportKind } from '../../../shared/domain/import';
import { ownColumns } from '../../../shared/domain/rejected-columns';
import type { ReadDb } from '../db/open';
import type { CellPacker } from '../ports';
import * as importOwnerRepository from './import-owner-repository';
import * as importRepository from './import-repository';
import * as importRowRepository from './import-row-repository';

/** Rows that are looked at for one record, newest first: what an older file said is seldom asked for. */
const shownBatches = 10;

/** The rows of files that a record comes from, the latest first, with what each says in which column. */
export function originOf(db: ReadDb, packer: CellPacker, kind: ImportKind, id: number): RowOrigin[] {
  return importOwnerRepository.rowsOf(db, kind, id, shownBatches).flatMap(({ importId, firstLine, places }) => {
    const item = importRepository.find(db, importId);
    if (!item) return [];
    const { header, mapping, format, profileName, rulesVersion } = importRowRepository.readingOf(db, importId);
    const rows = importRowRepository.unpack(db, packer, importId, firstLine);
    return places.flatMap((place) => {
      const row = rows[place];
      if (!row) return [];
      const said = plainCells(row.cells, format);
      const cells = header.slice(0, ownColumns(header, mapping)).flatMap((column, index) => {
        const value = said[index]?.trim() ?? '';
        return value === '' ? [] : [{ column, field: mapping[index] ?? null, value }];
      });
      const { line, state } = row;
      const { fileName, createdAt: importedAt, packageOrigin } = item;
      const read = { importId, fileName, importedAt, packageOrigin, profileName, rulesVersion };
      return [{ ...read, line, state, cells }];
    });
  });
}
