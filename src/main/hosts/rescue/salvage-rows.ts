import type { Salvage } from '../../core/db/salvage';
import { namedTables, workedOutTables, type RescueTexts } from './rescue-texts';

/** A line of what was found: how it is called, how many there are, and how many are lost. */
export interface SalvageRow {
  readonly name: string;
  readonly kept: string;
  readonly lost: string;
  readonly isLoss: boolean;
}

/** What was found, in words: tables with names in their order, then the sum of the others; empty ones are left out. */
export function salvageRows({ tables }: Salvage, texts: RescueTexts['salvage'], number: (n: number) => string) {
  const told = (name: string, found: Salvage['tables']): SalvageRow[] => {
    const kept = found.reduce((sum, table) => sum + table.kept, 0);
    const isUnknown = found.some(({ lost }) => lost === null);
    const lost = found.reduce((sum, table) => sum + (table.lost ?? 0), 0);
    if (kept === 0 && lost === 0 && !isUnknown) return [];
    return [
      { name, kept: number(kept), lost: isUnknown ? texts.unknown : number(lost), isLoss: isUnknown || lost > 0 },
    ];
  };
  const isNamed = (table: string): boolean => namedTables.some((name) => name === table);
  const rest = tables.filter(({ table }) => !isNamed(table) && !workedOutTables.includes(table));
  const rows = namedTables.flatMap((name) =>
    told(
      texts.tables[name],
      tables.filter(({ table }) => table === name),
    ),
  );
  const isWorkedOutLost = tables.some(({ table, lost }) => workedOutTables.includes(table) && lost !== 0);
  return { rows: [...rows, ...told(texts.others, rest)], isWorkedOutLost };
}
