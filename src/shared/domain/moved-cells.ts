import {
  requiredFields,
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  type RowIssue,
  type RowIssueCode,
} from './import';

/** Values that do not suit their column. */
const unsuited: ReadonlySet<RowIssueCode> = new Set<RowIssueCode>([
  ...(['bad-date', 'bad-number', 'bad-siret', 'bad-level', 'bad-email', 'unknown-word'] as const),
]);

/** Fields that do not take every text. An area is none of them: it has the name of a town. */
const typedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  ...([
    'companySiret',
    'siret',
    'contactEmail',
    'managerEmail',
    'postcode',
    'contractType',
    'levels',
    'level',
  ] as const),
  ...(['romeCode', 'romeCodes', 'seniority', 'start', 'startTo', 'duration', 'weeklyHours', 'remote', 'size'] as const),
  ...(['disabilityFriendly', 'places', 'postedOn', 'expiresOn', 'status', 'closedOn', 'capacity'] as const),
  'contactAccess',
]);

/** An address, a SIRET or a day, which no column of texts is for; a reference may look like anything. */
const unmistakable = /^(?:[^\s@]+@[^\s@]+|\d{14}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})$/;

/** What a value is in its column. */
type Suits = 'read' | 'odd' | 'taken' | 'empty';

/**
 * Prepares to tell whether the values of a row with fewer cells than `width` have moved. They have when, with the missing
 * cells before one of the others, fewer values are odd in their column, and one that was odd, or strange among texts, is
 * read. Columns that take any text say nothing: an odd value suits them all. `read` gives the issues of cells.
 */
export function createMoveFinder(
  kind: ImportKind,
  header: readonly string[],
  mapping: ColumnMapping,
  width: number,
  read: (cells: readonly string[]) => readonly RowIssue[],
): (cells: readonly string[], issues: readonly RowIssue[]) => boolean {
  const needed = mapping.indexOf(requiredFields[kind][0]);
  const isTyped = mapping.map((field) => field !== null && typedFields.has(field));
  const isOfTexts = mapping.map((field, column) => field !== null && field !== 'externalId' && !isTyped[column]);

  const suits = (cells: readonly string[], issues: readonly RowIssue[]): readonly Suits[] => {
    const odd = new Set(issues.filter(({ code }) => unsuited.has(code)).map(({ column }) => column));
    return cells.map((cell, column) => {
      if (cell.trim() === '') return 'empty';
      if (!isTyped[column]) return 'taken';
      return odd.has(header[column] ?? '') ? 'odd' : 'read';
    });
  };
  return (cells, issues) => {
    const shift = width - cells.length;
    if (shift <= 0 || !issues.some(({ code }) => unsuited.has(code))) return false;
    const moved = [...Array.from({ length: shift }, () => ''), ...cells];
    // Without a title nothing else would be read.
    if (needed >= 0) moved[needed] = cells[needed] ?? '';
    const before = suits(cells, issues);
    const after = suits(moved, read(moved));
    const staysNamed = (place: number): boolean =>
      place > needed || (place <= needed - shift && (cells[needed - shift] ?? '').trim() !== '');
    let odd = 0;
    let evidence = 0;
    for (let place = cells.length - 1; place >= 0; place -= 1) {
      const [from, to] = [before[place], after[place + shift]];
      odd += Number(to === 'odd') - Number(from === 'odd');
      const isStrange = from === 'odd' || (isOfTexts[place] === true && unmistakable.test((cells[place] ?? '').trim()));
      evidence += Number(to === 'read' && isStrange) - Number(from === 'read' && to === 'taken');
      if (odd < 0 && evidence > 0 && staysNamed(place)) return true;
    }
    return false;
  };
}
