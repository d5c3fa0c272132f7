import type { RowIssue } from '../../../shared/domain/import';
import type { CliTexts } from './texts';

/** As many rejected rows, and as many warnings, are shown to people; `--json` tells more. */
export const shownIssues = 20;

/** A line that says what there is to say of a row; `file` is named where there are several. */
export function issueLine(
  line: number,
  { severity, code, column, value }: RowIssue,
  texts: CliTexts,
  file: string | null = null,
): string {
  // The value of a doubled reference is the line that stands for it.
  const told = code === 'duplicate-id' && value !== null ? texts.duplicateOf(value) : texts.issues[code];
  const shown = code === 'duplicate-id' || value === '' ? null : value;
  return texts.rowIssue({ file, line, column, severity, issue: told, value: shown });
}
