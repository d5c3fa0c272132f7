import { throwIfCancelled } from '../../../shared/domain/app-error';
import { isSurplus, ownColumns, reasonNames, surplusName } from '../../../shared/domain/rejected-columns';
import { rowReason } from '../../../shared/texts/row-reason';
import { inTurns } from '../db/in-turns';
import type { RejectedRows } from '../imports/import-service';
import type { Cell } from './csv-writer';
import { digitsCell, textCell } from './offer-columns';
import type { ColumnName, WrittenTable } from './table-writer';

/**
 * Rejected rows as they stood in their file, with what is to be mended behind them, and what stood behind their last
 * header in columns of its own: as long as it stands there, the row is rejected again. What an earlier such file added is
 * left out. Throws `cancelled`.
 */
export async function rejectedTable(
  { header, mapping, rows, total }: RejectedRows,
  language: 'fr' | 'en',
  signal: AbortSignal,
): Promise<WrittenTable> {
  const own = ownColumns(header, mapping);
  const surplusOf = (cells: readonly string[]): readonly string[] => {
    const found = cells.filter(
      (_, index) => index >= own && (index >= header.length || isSurplus(header[index] ?? '')),
    );
    return found.slice(0, found.findLastIndex((cell) => cell.trim() !== '') + 1);
  };
  let surplus = 0;
  await inTurns(
    rows(),
    ({ cells }) => (surplus = Math.max(surplus, surplusOf(cells).length)),
    () => throwIfCancelled(signal),
  );
  const names = [
    ...header.slice(0, own),
    reasonNames[language],
    ...Array.from({ length: surplus }, (_, index) => surplusName(language, index + 1)),
  ];
  function* records() {
    let done = 0;
    for (const { cells, issues } of rows()) {
      done += 1;
      const said = Array.from({ length: own }, (_, index) => cellOf(cells[index] ?? ''));
      const behind = surplusOf(cells);
      const beyond = Array.from({ length: surplus }, (_, index) => cellOf(behind[index] ?? ''));
      yield { cells: [...said, textCell(rowReason(issues, language)), ...beyond], done };
    }
  }
  return { header: names.map((name): ColumnName => [name, name]), records: records(), total };
}

/** A SIRET or postcode that a spreadsheet took for a number would come back without its first zeros, or rounded. */
function cellOf(text: string): Cell {
  return /^\d+$/.test(text) ? digitsCell(text) : textCell(text);
}
