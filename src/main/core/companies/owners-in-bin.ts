import type { ImportId } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';

/** Ids of companies and contacts that deleted offers refer to. */
export interface OwnersInBin {
  readonly companyIds: readonly number[];
  readonly contactIds: readonly number[];
}

/**
 * The companies and contacts of the deleted offers, or of those that undoing an import would have left, were they still
 * there: those of another origin, and those that somebody changed, decided on or transmitted. Such an offer can be taken
 * back and then names them again. The offer is the first row of the first table that is kept of it.
 */
export function ownersInBin(db: ReadDb, undoneId: ImportId | null): OwnersInBin {
  const owners = db
    .prepare<{ companyId: number | null; contactId: number | null }, [{ readonly undoneId: number | null }]>(
      `select json_extract(d.rows, '$[0].rows[0].company_id') companyId,
         json_extract(d.rows, '$[0].rows[0].contact_id') contactId
       from deleted_offer d
       where @undoneId is null or json_extract(d.rows, '$[0].rows[0].import_id') is not @undoneId
         or json_extract(d.rows, '$[0].rows[0].revision') > 1
         or exists (select 1 from json_each(d.rows) taken
                    where json_extract(taken.value, '$.table') in ('decision', 'transmission'))`,
    )
    .all({ undoneId });
  return {
    companyIds: owners.flatMap(({ companyId }) => companyId ?? []),
    contactIds: owners.flatMap(({ contactId }) => contactId ?? []),
  };
}
