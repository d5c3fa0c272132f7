import type { ReadDb, WriteDb } from '../db/open';

/** Rows of a table of which one column refers, or referred, to a company or a contact. */
export interface Referrers {
  readonly table: string;
  readonly column: string;
  readonly ids: readonly number[];
}

/** Tables that tell about companies themselves: they go on telling about the same ones. */
const ownTables: ReadonlySet<string> = new Set(['company', 'company_merge', 'company_apart']);

/** Every column that refers to a company or a contact, whatever tables later versions add; each table has an `id`. */
export function referringColumns(
  db: ReadDb,
  parent: 'company' | 'contact',
): readonly { readonly table: string; readonly column: string }[] {
  return db
    .prepare<{ table: string; column: string }, [string]>(
      `select t.name "table", f."from" "column" from sqlite_schema t, pragma_foreign_key_list(t.name) f
       where t.type = 'table' and f."table" = ? order by 1, 2`,
    )
    .all(parent)
    .filter(({ table }) => !ownTables.has(table));
}

/** The rows that refer to one company or contact. */
export function referrersOf(db: ReadDb, parent: 'company' | 'contact', id: number): readonly Referrers[] {
  return referringColumns(db, parent)
    .map(({ table, column }) => ({
      table,
      column,
      ids: db.prepare<number, [number]>(`select id from "${table}" where "${column}" = ?`).pluck().all(id),
    }))
    .filter(({ ids }) => ids.length > 0);
}

/** Whether a company is named by anything but its contacts and what these were called. */
export function isCompanyUsed(db: ReadDb, companyId: number): boolean {
  return referrersOf(db, 'company', companyId).some(({ table }) => table !== 'contact' && table !== 'contact_alias');
}

/** Lets rows refer to `to`, as far as they refer to `from` now. Names of tables and columns are the schema's own. */
export function repoint(
  db: WriteDb,
  { table, column, ids }: Referrers,
  { from, to }: { readonly from: number | null; readonly to: number },
): void {
  db.prepare<unknown, [number, string, number | null]>(
    `update "${table}" set "${column}" = ? where id in (select value from json_each(?)) and "${column}" is ?`,
  ).run(to, JSON.stringify(ids), from);
}
