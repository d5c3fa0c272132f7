import { importFields, type ImportField, type ImportKind } from '../../../shared/domain/import';
import type { Formation } from '../../../shared/domain/formation';
import { withoutAddresses, withoutAnnounced, withoutPeople } from '../../../shared/domain/text/without-people';
import type { Cell } from './csv-writer';
import { digitsCell, offerColumns, textCell, type Column, type OfferItem } from './offer-columns';
import { companyColumns, formationColumns, type CompanyItem } from './other-columns';

/** How rows are told to another university. */
export interface SharedHow {
  /** The name of the one that shares them; may be empty. */
  readonly university: string;
  /** Whether people are in it. */
  readonly personalData: boolean;
}

/** An offer and the name by which only this application and whoever got it from here know it. */
export interface SharedOffer extends OfferItem {
  readonly reference: string;
}

/** Fields that name a person. */
const personalFields: ReadonlySet<string> = new Set<ImportField>([
  ...(['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'managerName', 'managerEmail'] as const),
]);

/** Fields that hold sentences. */
const texts: ReadonlySet<string> = new Set<ImportField>(['description', 'prerequisites']);

/** What an import reads, and no column that the application knows beside. */
function sharedOf<T>(kind: ImportKind, columns: readonly Column<T>[], how: SharedHow): readonly Column<T>[] {
  const fields: readonly string[] = importFields[kind];
  return columns
    .filter(({ header: [, name] }) => fields.includes(name) && (how.personalData || !personalFields.has(name)))
    .map(({ header, cell }) => {
      if (how.personalData) return { header, cell };
      // Texts announce people; in a short value, such as the name of a firm, that is its own.
      const cleaned = texts.has(header[1]) ? withoutAnnounced : withoutAddresses;
      return { header, cell: (item) => changed(cell(item), cleaned) };
    });
}

/**
 * A reference holds for everybody when its source stands beside it: where none is known, that is the university. An offer
 * without a reference, or whose source has no name, gets one that no other has.
 */
export function sharedOfferColumns(how: SharedHow): readonly Column<SharedOffer>[] {
  const isPublic = ({ offer }: SharedOffer): boolean =>
    offer.externalId !== null && Boolean(offer.source || how.university);
  return sharedOf('offers', offerColumns, how).map((column): Column<SharedOffer> => {
    const { header } = column;
    if (header[1] === 'externalId') {
      return { header, cell: (item) => digitsCell(isPublic(item) ? item.offer.externalId : item.reference) };
    }
    if (header[1] === 'source')
      return { header, cell: ({ offer }) => textCell(offer.source || how.university || 'Smart Recruiting') };
    if (how.personalData) return column;
    return { header, cell: (item) => column.cell({ ...item, offer: withoutPeopleOnce(item.offer) }) };
  });
}

function changed(cell: Cell, change: (text: string) => string): Cell {
  if (cell === null) return null;
  if ('text' in cell) return { text: change(cell.text) };
  return 'list' in cell ? { list: cell.list.map(change) } : cell;
}

/** All columns of one offer are written one after the other. */
const withoutPeopleOnce = rememberLast(withoutPeople);

function rememberLast<In, Out>(compute: (value: In) => Out): (value: In) => Out {
  let last: { readonly value: In; readonly result: Out } | null = null;
  return (value) => {
    if (last?.value !== value) last = { value, result: compute(value) };
    return last.result;
  };
}

export function sharedFormationColumns(how: SharedHow): readonly Column<Formation>[] {
  return sharedOf('formations', formationColumns, how);
}

/** Without the reference: two universities number their companies each in its own way. */
export function sharedCompanyColumns(how: SharedHow): readonly Column<CompanyItem>[] {
  return sharedOf('companies', companyColumns, how).filter(({ header: [, name] }) => name !== 'externalId');
}
