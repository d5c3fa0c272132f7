import type { CompanyFilter } from '../../../shared/contract/companies';
import type { FormationFilter } from '../../../shared/contract/formations';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { CompanyId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import type { CompanyService } from '../companies/company-service';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import { companyItems, counting, offerItems, type Counted } from './export-items';
import type { Column } from './offer-columns';
import {
  isOurDuplicate,
  sharedCompanyColumns,
  sharedFormationColumns,
  sharedOfferColumns,
  type SharedHow,
} from './shared-columns';
import type { SharedOffer } from './shared-columns';
import { createTableWriter } from './table-writer';

/** Which rows another university is to get. */
export type SharedRows =
  | { readonly kind: 'offers'; readonly filter: OfferFilter; readonly onCompany: (companyId: CompanyId) => void }
  | { readonly kind: 'formations'; readonly filter: FormationFilter }
  | { readonly kind: 'companies'; readonly filter: CompanyFilter }
  | { readonly kind: 'companies'; readonly ids: ReadonlySet<CompanyId> };

/** A table of CSV (RFC 4180, English names of the fields), in pieces that are read as they are asked for. */
export interface SharedTable {
  readonly kind: ImportKind;
  readonly pieces: Iterable<{ readonly text: string; readonly rows: number }>;
  /** How many rows there are about; null while nobody knows. */
  readonly total: number | null;
}

export interface SharingParts {
  readonly offerService: Pick<OfferService, 'all' | 'count' | 'sharedReference'>;
  readonly formationService: Pick<FormationService, 'all'>;
  readonly companyService: Pick<CompanyService, 'all' | 'get'>;
}

/** A few milliseconds, also where people are looked for in each text. */
const rowsAPiece = 20;

export function sharedTable(parts: SharingParts, rows: SharedRows, how: SharedHow): SharedTable {
  const { offerService, formationService, companyService } = parts;
  if (rows.kind === 'offers') {
    // Drafts are nobody's business yet.
    const filter = { ...rows.filter, isDeposited: true } as const;
    const items = sharedOffers(parts, filter, rows.onCompany);
    return { kind: 'offers', pieces: written(sharedOfferColumns(how), items), total: offerService.count(filter) };
  }
  if (rows.kind === 'formations') {
    const items = counting(formationService.all(rows.filter));
    return { kind: 'formations', pieces: written(sharedFormationColumns(how), items), total: null };
  }
  const found = 'ids' in rows ? [...rows.ids].map((id) => companyService.get(id)) : companyService.all(rows.filter);
  const items = how.personalData ? companyItems(found) : withoutContacts(companyItems(found));
  return { kind: 'companies', pieces: written(sharedCompanyColumns(how), items), total: null };
}

function* sharedOffers(
  { offerService, companyService }: SharingParts,
  filter: OfferFilter,
  onCompany: (companyId: CompanyId) => void,
): Iterable<Counted<SharedOffer>> {
  for (const { item, done } of offerItems(companyService, offerService.all(filter))) {
    if (isOurDuplicate(item.offer)) continue;
    if (item.offer.company) onCompany(item.offer.company.id);
    yield { item: { ...item, reference: offerService.sharedReference(item.offer.id) }, done };
  }
}

/** One row a company: those of its contacts would only repeat it. */
function* withoutContacts(items: ReturnType<typeof companyItems>): ReturnType<typeof companyItems> {
  let last: unknown = null;
  for (const { item, done } of items) {
    if (item.company !== last) yield { item: { ...item, contact: null }, done };
    last = item.company;
  }
}

function* written<T>(columns: readonly Column<T>[], items: Iterable<Counted<T>>): SharedTable['pieces'] {
  const writer = createTableWriter('rfc4180');
  yield { text: String(writer.start(columns.map(({ header }) => header))), rows: 0 };
  let waiting: T[] = [];
  const flush = () => {
    const cells = waiting.map((item) => columns.map(({ cell }) => cell(item)));
    waiting = [];
    return { text: String(writer.rows(cells)), rows: cells.length };
  };
  for (const { item } of items) {
    waiting.push(item);
    if (waiting.length === rowsAPiece) yield flush();
  }
  yield flush();
}
