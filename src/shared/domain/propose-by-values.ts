import { parseEmail } from './cells/parse-email';
import { parseSiret } from './cells/parse-siret';
import { findField } from './column-synonyms';
import type { ColumnMapping, ImportField, ImportKind } from './import';

/** A kind of value that shows by itself which field it fills. */
interface TellingValue {
  readonly fields: Partial<Record<ImportKind, ImportField>>;
  readonly isOne: (text: string) => boolean;
  /** Whether nothing else looks so, whatever the header says: its key was checked. */
  readonly isProof: boolean;
}

const tellingValues: readonly TellingValue[] = [
  {
    fields: { offers: 'companySiret', companies: 'siret' },
    isOne: (text) => /^\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}$/.test(text) && parseSiret(text) !== undefined,
    isProof: true,
  },
  {
    fields: { offers: 'contactEmail', formations: 'managerEmail', companies: 'contactEmail' },
    isOne: (text) => parseEmail(text) !== undefined,
    isProof: false,
  },
  {
    fields: { companies: 'website' },
    isOne: (text) => /^(?:https?:\/\/|www\.)\S+$/i.test(text),
    isProof: false,
  },
  {
    fields: { offers: 'postcode', companies: 'postcode' },
    isOne: (text) => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(text),
    isProof: false,
  },
];

/** Fewer values may look alike by chance. */
const fewestValues = 3;
/** The part of a column's values that has to fit. */
const fittingShare = 0.9;

/**
 * A mapping completed by what the values of columns look like (SIRET, e-mail address, website, postcode), for fields
 * that no header names. A header that says something else in words keeps its column aside, but for a SIRET, whose key
 * proves it. Dates are left to people: a day does not tell whether something begins, was published or ends.
 */
export function completeByValues(
  kind: ImportKind,
  header: readonly string[],
  mapping: ColumnMapping,
  rows: readonly (readonly string[])[],
): ColumnMapping {
  const completed = [...mapping];
  for (const { fields, isOne, isProof } of tellingValues) {
    const field = fields[kind];
    if (field === undefined || completed.includes(field)) continue;
    const column = header.findIndex(
      (name, index) =>
        completed[index] === null &&
        (isProof ? findField(kind, name) === null : saysNothing(name)) &&
        isFilledBy(isOne, rows, index),
    );
    if (column >= 0) completed[column] = field;
  }
  return completed;
}

/** Whether some column could be told by its values: the others need not be looked at. */
export function hasUntoldColumn(kind: ImportKind, header: readonly string[], mapping: ColumnMapping): boolean {
  return header.some((name, index) => mapping[index] === null && findField(kind, name) === null);
}

/** An empty header is named "#3" by the reader; programs write "Column3", "Colonne C", "Unnamed: 3", "F5". */
function saysNothing(name: string): boolean {
  return /^(?:#\d+|(?:col(?:onne|umn)?|champ|field|unnamed|sans titre|f|c)?[ _:.-]*(?:\d+|[a-z]{1,2})?)(?: \(\d+\))?$/i.test(
    name.trim(),
  );
}

function isFilledBy(isOne: TellingValue['isOne'], rows: readonly (readonly string[])[], column: number): boolean {
  const values = rows.map((cells) => cells[column]?.trim() ?? '').filter((text) => text !== '');
  return values.length >= fewestValues && values.filter(isOne).length >= values.length * fittingShare;
}
