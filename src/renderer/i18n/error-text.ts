import type { TFunction } from 'i18next';
import { AppError } from '../../shared/domain/app-error';
import { importFieldSchema, type RowIssue } from '../../shared/domain/import';

/** A failure as a person reads it. `where` names the file, line and column when they are known. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
  readonly where: readonly string[];
  /** The number under which the details are kept in the log, null for an expected failure. */
  readonly incident: string | null;
}

/** Puts an error into words. The texts hold a sentence for every reason and every code, or they do not compile. */
export function errorText(t: TFunction, error: unknown): ErrorText {
  const known = error instanceof AppError ? error : new AppError('internal', String(error));
  const { code, reason, details } = known;
  const field = importFieldSchema.safeParse(details['field']);
  const where = (['file', 'line', 'column'] as const).flatMap((key) => {
    // A missing or doubled column is told by what it should give, in the reader's own words.
    const value = key === 'column' && field.success ? t(`imports.fields.${field.data}`) : details[key];
    return value === undefined || value === null || value === ''
      ? []
      : [t(`errors.details.${key}`, { value: String(value) })];
  });
  const incident = typeof details['incident'] === 'string' ? details['incident'] : null;
  return reason === null
    ? { what: t(`errors.codes.${code}.what`), todo: t(`errors.codes.${code}.todo`), where, incident }
    : { what: t(`errors.reasons.${reason}.what`), todo: t(`errors.reasons.${reason}.todo`), where, incident };
}

/** One remark about one row: what is wrong, in which column, and what stood there. */
export function issueText(t: TFunction, issue: RowIssue): string {
  const plain = t(`imports.issues.${issue.code}`);
  // The value of a doubled reference is the line that holds it first.
  if (issue.code === 'duplicate-id' && issue.value !== null) {
    return t('imports.issueAtLine', { issue: plain, line: issue.value });
  }
  const placed = issue.column === null ? plain : t('imports.issueIn', { issue: plain, column: issue.column });
  return issue.value === null || issue.value === ''
    ? placed
    : t('imports.issueValue', { issue: placed, value: issue.value });
}
