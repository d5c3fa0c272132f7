import { importFields, type ImportField, type ImportKind } from '../../../shared/domain/import';
import type { Formation } from '../../../shared/domain/formation';
import type { Offer } from '../../../shared/domain/offer';
import { withoutAddresses, withoutAnnounced, withoutPeople } from '../../../shared/domain/text/without-people';
import type { Cell } from './csv-writer';
import { digitsCell, offerColumns, textCell, type Column, type OfferItem } from './offer-columns';
import { companyColumns, formationColumns, type CompanyItem } from './other-columns';

/** How rows are told to another university. */
export interface SharedHow {
  /** The name of the one that shares them. */
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
 * without a reference, or whose source has no name, gets one that no other has; so does one whose reference or source
 * holds an address, which is left out.
 */
export function sharedOfferColumns(how: SharedHow): readonly Column<SharedOffer>[] {
  const shown = (offer: Offer): Offer =>
    how.personalData ? toldElsewhereOnce(offer) : withoutPeopleOnce(toldElsewhereOnce(offer));
  const isPlain = (text: string): boolean => how.personalData || withoutAddresses(text) === text;
  const isPublic = ({ offer: { externalId, source } }: SharedOffer): boolean =>
    externalId !== null && isPlain(externalId) && isPlain(source ?? '');
  return sharedOf('offers', offerColumns, how).map((column): Column<SharedOffer> => {
    const { header } = column;
    if (header[1] === 'externalId') {
      return { header, cell: (item) => digitsCell(isPublic(item) ? item.offer.externalId : item.reference) };
    }
    if (header[1] === 'source') {
      const nameOf = (source: string): string => (how.personalData ? source : withoutAddresses(source));
      return {
        header,
        cell: ({ offer }) => textCell(nameOf(offer.source ?? '') || how.university),
      };
    }
    return { header, cell: (item) => column.cell({ ...item, offer: shown(item.offer) }) };
  });
}

/** An offer that is one of ours once more: whoever gets the other one would get it twice. */
export function isOurDuplicate({ status, closingReason }: Offer): boolean {
  return status === 'archived' && closingReason === 'duplicate';
}

/** An offer with what is only so at this university in the words of any other: it was sent to nobody there. */
function toldElsewhere(offer: Offer): Offer {
  const status = offer.status === 'transmitted' ? 'published' : offer.status;
  const closingReason = offer.closingReason === 'our-student' ? 'someone-else' : offer.closingReason;
  return { ...offer, status, closingReason };
}

function changed(cell: Cell, change: (text: string) => string): Cell {
  if (cell === null) return null;
  if ('text' in cell) return { text: change(cell.text) };
  return 'list' in cell ? { list: cell.list.map(change) } : cell;
}

/** All columns of one offer are written one after the other. */
const toldElsewhereOnce = rememberLast(toldElsewhere);
const withoutPeopleOnce = rememberLast(withoutPeople);

function rememberLast<In, Out>(compute: (value: In) => Out): (value: In) => Out {
  let last: { readonly value: In; readonly result: Out } | null = null;
  return (value) => {
    if (last?.value !== value) last = { value, result: compute(value) };
    return last.result;
  };
}

/** A code that holds an address is left out: the formation is known by its title and component too. */
export function sharedFormationColumns(how: SharedHow): readonly Column<Formation>[] {
  const codeOf = ({ externalId: code }: Formation): string | null =>
    code === null || how.personalData || withoutAddresses(code) === code ? code : null;
  return sharedOf('formations', formationColumns, how).map((column) => {
    const { header } = column;
    return header[1] === 'externalId' ? { header, cell: (formation) => digitsCell(codeOf(formation)) } : column;
  });
}

/** Without the reference: two universities number their companies each in its own way. */
export function sharedCompanyColumns(how: SharedHow): readonly Column<CompanyItem>[] {
  return sharedOf('companies', companyColumns, how).filter(({ header: [, name] }) => name !== 'externalId');
}
