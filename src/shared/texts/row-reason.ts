import type { RowIssue } from '../domain/import';
import { rowIssuesEn } from './row-issues-en';
import { rowIssuesFr } from './row-issues-fr';

/** Why a row was rejected, as one cell of a file says it: each error with its column and what stood there. */
export function rowReason(issues: readonly RowIssue[], language: 'fr' | 'en'): string {
  const texts = language === 'fr' ? rowIssuesFr : rowIssuesEn;
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, column, value }) => {
      const text = texts[code];
      if (code === 'duplicate-id' || code === 'duplicate-key') return `${text} ${value ?? ''}`;
      const parts = [column, value].filter((part) => part !== null && part !== '');
      return parts.length === 0 ? text : `${text} (${parts.join(' = ')})`;
    })
    .join('\u00a0; ');
}
