import { companyIdSchema, formationIdSchema, offerIdSchema } from '../../../shared/domain/ids';
import { importFieldSchema, type ImportField, type ImportKind } from '../../../shared/domain/import';
import type { CompanyService } from '../companies/company-service';
import type { ReadDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import type { Cell } from './csv-writer';
import { listCell, offerColumns, type Column } from './offer-columns';
import { companyColumns, formationColumns } from './other-columns';

export interface RecordServices {
  readonly offerService: Pick<OfferService, 'get'>;
  readonly formationService: Pick<FormationService, 'get'>;
  readonly companyService: Pick<CompanyService, 'get'>;
}

/**
 * What is known of a record as files are given it, by the fields of an import; fields that are empty are left out. Of the
 * contacts of a company all stand together. `db` may be a transaction. Throws `not-found`.
 */
export function fieldsOfRecord(
  { offerService, formationService, companyService }: RecordServices,
  db: ReadDb,
  { kind, id }: { readonly kind: ImportKind; readonly id: number },
): ReadonlyMap<ImportField, NonNullable<Cell>> {
  if (kind === 'offers') {
    const offer = offerService.get(offerIdSchema.parse(id), db);
    const companySiret = offer.company && companyService.get(offer.company.id, db).siret;
    return cellsBy(offerColumns, [{ offer, companySiret }]);
  }
  if (kind === 'formations') {
    return cellsBy(formationColumns, [formationService.get(formationIdSchema.parse(id), db)]);
  }
  const company = companyService.get(companyIdSchema.parse(id), db);
  const contacts = company.contacts.length > 0 ? company.contacts : [null];
  return cellsBy(
    companyColumns,
    contacts.map((contact) => ({ company, contact })),
  );
}

/** The cells of rows about one record, each that differs between the rows as a list. */
function cellsBy<Item>(columns: readonly Column<Item>[], items: readonly Item[]) {
  const cells = new Map<ImportField, NonNullable<Cell>>();
  for (const { header, cell } of columns) {
    const field = importFieldSchema.safeParse(header[1]);
    if (!field.success) continue;
    const all = new Map(items.flatMap((item) => [cell(item) ?? []].flat().map((one) => [JSON.stringify(one), one])));
    const [first] = all.values();
    const merged = all.size > 1 ? listCell([...all.values()].map(textOf)) : first;
    if (merged) cells.set(field.data, merged);
  }
  return cells;
}

function textOf(cell: NonNullable<Cell>): string {
  if ('text' in cell) return cell.text;
  return 'digits' in cell ? cell.digits : JSON.stringify(Object.values(cell)[0]);
}
