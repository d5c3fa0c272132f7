import type { RowIssueCode } from '../domain/import';

/** What is said of a row of a file, in English. */
export const rowIssuesEn: Readonly<Record<RowIssueCode, string>> = {
  'missing-required': 'Required value missing',
  'too-long': 'Text too long',
  'bad-date': 'Unreadable date',
  'bad-number': 'Unreadable number',
  'bad-siret': 'Invalid SIRET',
  'siret-of-other': 'SIRET known under another name',
  'code-of-other': 'Another component has this code too: taken as one more formation',
  'ambiguous-match': 'Several records fit: nobody can tell which one is meant',
  'bad-level': 'Unreadable level of study',
  'bad-email': 'Invalid e-mail address',
  'unknown-word': 'Word not recognised',
  'open-place': 'Several towns of this name: add the postcode or the department',
  'extra-fields': 'More cells than columns',
  'missing-fields': 'Fewer cells than columns',
  'stray-quote': 'A quote without its partner',
  'torn-line': 'Damaged line, columns there out of those expected',
  'reference-of-other':
    'Reference, code or SIRET of another record: correct it, choose another key or, for offers, give the file a source',
  'duplicate-key': 'Same key as on line',
  'duplicate-id': 'Reference also used on line',
  'merged-into': 'Same formation, more recent year on line',
  'kept-by-hand': 'Kept: changed by hand',
  withdrawn: 'Withdrawn by its source: the offer is closed',
  'kept-known': 'Kept: the file says otherwise',
  'said-later': 'A later import is about this record too: read that one again',
  'record-gone': 'The record was deleted since',
  'date-as-title': 'A date in place of the title: the cells have moved',
};
