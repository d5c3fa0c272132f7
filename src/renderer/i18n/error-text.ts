import type { TFunction } from 'i18next';
import { AppError } from '../../shared/domain/app-error';
import { importFieldSchema, type ImportField, type RowIssue, type RowIssueCode } from '../../shared/domain/import';

/** A failure as a person reads it. */
export interface ErrorText {
  readonly what: string;
  /** What to do, with the number under which the log tells more where there is one. */
  readonly todo: string;
  /** Names the file or folder, line and column when they are known, empty when they are not: `Fichier offres.csv, ligne 12`. */
  readonly where: string;
}

/** Puts an error into words. The texts hold a sentence for every reason and every code, or they do not compile. */
export function errorText(t: TFunction, error: unknown): ErrorText {
  const known = error instanceof AppError ? error : new AppError('internal', String(error));
  const { code, reason, details } = known;
  const field = fieldOf(details['field']);
  // A missing or doubled column is told by what it should give, in the reader's own words; so is a field.
  const name = field === null ? undefined : t(`imports.fields.${field}`);
  const isColumn = details['column'] !== undefined;
  const places = {
    file: details['file'],
    folder: details['folder'],
    line: details['line'],
    column: isColumn ? (name ?? details['column']) : null,
  };
  const where: string[] = (['file', 'folder', 'line', 'column', 'field'] as const).flatMap((key) => {
    const value = key === 'field' ? (isColumn ? null : name) : places[key];
    return value === undefined || value === null || value === ''
      ? []
      : [t(`errors.where.${key}`, { value: String(value) })];
  });
  const { told, found } = details;
  if (typeof told === 'number' && typeof found === 'number') where.push(t('errors.where.rows', { told, found }));
  const todo = reason === null ? t(`errors.codes.${code}.todo`) : t(`errors.reasons.${reason}.todo`);
  const { incident } = details;
  return {
    what: reason === null ? t(`errors.codes.${code}.what`) : t(`errors.reasons.${reason}.what`),
    todo: typeof incident === 'string' ? `${todo} ${t('errors.incident', { incident })}` : todo,
    where: startingLarge(where.join(', ')),
  };
}

/** The field of a form that is meant, out of its name or out of the way to it: `form.start.to`. */
function fieldOf(path: unknown): ImportField | null {
  const parts = typeof path === 'string' ? path.split('.') : [];
  return parts.map((part) => importFieldSchema.safeParse(part).data).find((field) => field !== undefined) ?? null;
}

function startingLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Remarks whose value is the line that stands for the row. */
const atLine: ReadonlySet<RowIssueCode> = new Set(['duplicate-id', 'duplicate-key', 'merged-into']);

/** One remark about one row: what is wrong, in which column, and what stood there. */
export function issueText(t: TFunction, issue: RowIssue): string {
  const plain = t(`imports.issues.${issue.code}`);
  // The value of a doubled reference is the line that stands for it.
  if (atLine.has(issue.code) && issue.value !== null) {
    return t('imports.issueAtLine', { issue: plain, line: issue.value });
  }
  const placed = issue.column === null ? plain : t('imports.issueIn', { issue: plain, column: issue.column });
  return issue.value === null || issue.value === ''
    ? placed
    : t('imports.issueValue', { issue: placed, value: issue.value });
}
