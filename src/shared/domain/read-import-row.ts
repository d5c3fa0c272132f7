import {
  importFields,
  type ColumnMapping,
  type EmptyCellRule,
  type ImportField,
  type ImportKind,
  type RowIssue,
} from './import';
import type { CompanyDraft } from './company';
import { usualNotation, type RowNotation } from './file-notation';
import { readCompanyRow } from './company-row';
import type { FormationDraft } from './formation';
import { readFormationRow } from './formation-row';
import { readOfferRow, type ReadOffer } from './offer-row';
import { createMoveFinder } from './moved-cells';
import { isSurplus } from './rejected-columns';
import { fieldColumns, RowCells, type FieldColumns } from './row-cells';

/** What one row of a file stands for. */
export type ImportDraft =
  | ({ readonly kind: 'offers' } & ReadOffer)
  | { readonly kind: 'formations'; readonly formation: FormationDraft }
  | { readonly kind: 'companies'; readonly company: CompanyDraft };

export interface ReadCells {
  /** Null when an issue of severity `error` keeps the row out. */
  readonly draft: ImportDraft | null;
  readonly issues: readonly RowIssue[];
  /** The fields whose cells are empty, where these empty what is known. */
  readonly cleared?: readonly ImportField[];
}

/** How cells are read besides what their columns are. */
export interface RowRules {
  readonly emptyCells?: EmptyCellRule | undefined;
  readonly notation?: RowNotation | undefined;
}

/**
 * Prepares the reading of rows under one header. More cells than headers, when they hold anything, are an error: every
 * value behind an unquoted separator then stands in a wrong column; in a file of rejected rows they have columns of
 * their own. So are fewer cells when their values have moved (`createMoveFinder`). Else what is missing was an empty end,
 * which programs leave out, and is a warning.
 */
export function createRowReader(
  kind: ImportKind,
  header: readonly string[],
  mapping: ColumnMapping,
  { emptyCells = 'leave', notation = usualNotation }: RowRules = {},
): (cells: readonly string[]) => ReadCells {
  const columns = fieldColumns(header, mapping);
  const firstSurplus = header.findIndex((name, index) => isSurplus(name) && !mapping[index]);
  const width = firstSurplus < 0 ? header.length : firstSurplus;
  const haveMoved = createMoveFinder(kind, header, mapping, width, (cells) => {
    const row = new RowCells(columns, cells, notation);
    readDraft(kind, row);
    return row.issues;
  });
  return (cells) => {
    const row = new RowCells(columns, cells, notation);
    const extra = cells.length > width ? cells.slice(width).join(' ').trim() : '';
    if (extra !== '') {
      row.report('error', 'extra-fields', null, extra);
      return { draft: null, issues: row.issues };
    }
    const draft = readDraft(kind, row);
    if (cells.length < header.length) {
      const isMoved = haveMoved(cells, row.issues);
      row.report(isMoved ? 'error' : 'warning', 'missing-fields', null, `${cells.length}/${header.length}`);
      if (isMoved) return { draft: null, issues: row.issues };
    }
    const read = { draft, issues: row.issues };
    return emptyCells === 'leave' ? read : { ...read, cleared: clearedFields(kind, columns, row) };
  };
}

/** What names a record, and who offers, are never emptied by a cell that says nothing. */
const lastingFields: ReadonlySet<ImportField> = new Set<ImportField>([
  ...(['externalId', 'source', 'title', 'name', 'siret', 'startTo', 'status', 'closingReason', 'closedOn'] as const),
  ...(['companyName', 'companySiret', 'contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const),
  'contactAccess',
]);

/** The fields that a row may empty and in whose columns it says something. */
export function createFilledFields(
  kind: ImportKind,
  header: readonly string[],
  mapping: ColumnMapping,
): (cells: readonly string[]) => ImportField[] {
  const known: readonly ImportField[] = importFields[kind];
  const columns = fieldColumns(header, mapping);
  const fields = [...columns.keys()].filter((field) => known.includes(field) && !lastingFields.has(field));
  return (cells) => {
    const row = new RowCells(columns, cells);
    return fields.filter((field) => row.filled(field).length > 0);
  };
}

function clearedFields(kind: ImportKind, columns: FieldColumns, row: RowCells): ImportField[] {
  const known: readonly ImportField[] = importFields[kind];
  return [...columns.keys()].filter(
    (field) => known.includes(field) && !lastingFields.has(field) && row.filled(field).length === 0,
  );
}

function readDraft(kind: ImportKind, row: RowCells): ImportDraft | null {
  if (kind === 'offers') {
    const read = readOfferRow(row);
    return read && { kind, ...read };
  }
  if (kind === 'formations') {
    const formation = readFormationRow(row);
    return formation && { kind, formation };
  }
  const company = readCompanyRow(row);
  return company && { kind, company };
}
