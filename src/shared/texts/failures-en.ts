import type { Failures, TodoInTerminal } from './failure';
import { fileFailuresEn } from './file-failures-en';
import { recordFailuresEn } from './record-failures-en';
import { serviceFailuresEn } from './service-failures-en';
import { storageFailuresEn } from './storage-failures-en';

/** In English. */
export const failuresEn: Failures = {
  codes: {
    'invalid-input': { what: 'The request was not understood.', todo: 'Check what you entered, then try again.' },
    'unknown-procedure': {
      what: 'This page and the application are not of the same version.',
      todo: 'Reload the page.',
    },
    'not-found': {
      what: 'This does not exist, or no longer does.',
      todo: 'It may have been removed meanwhile; go back to the list.',
    },
    conflict: {
      what: 'This cannot be done in the present state of the data.',
      todo: 'See where things stand, then try again.',
    },
    cancelled: { what: 'The operation was cancelled.', todo: 'You can start it again whenever you like.' },
    unavailable: {
      what: 'The application does not answer for now.',
      todo: 'Try again in a moment; if it lasts, close and reopen it.',
    },
    internal: {
      what: 'An unforeseen error happened.',
      todo: 'Try again; if it comes back, close the application and open it again.',
    },
  },
  reasons: {
    ...fileFailuresEn,
    ...serviceFailuresEn,
    ...storageFailuresEn,
    ...recordFailuresEn,
  },
  where: {
    file: 'file {{value}}',
    folder: 'folder {{value}}',
    line: 'line {{value}}',
    column: 'column “{{value}}”',
    field: 'field “{{value}}”',
    rows: 'rows announced: {{told}}, found: {{found}}',
    host: 'PC {{value}}',
  },
  incident: 'Give your support the incident number {{incident}}: the log tells more.',
  nothingLost: 'No data were lost.',
};

/** What to do where there is no page to do it on, in English. */
export const todoInTerminalEn: TodoInTerminal = {
  'key-needed': 'Give the passphrase with --passphrase-file, or start the command in a terminal, which asks for it.',
  'file-missing': 'Check its name and folder.',
  'file-is-folder': 'Give a CSV file.',
  'package-university-missing': 'Open the application and give it a name in Settings.',
  'package-licence-missing': 'Say them with --licence "…".',
  'column-missing': 'Rename the column that stands for it.',
  'column-mapped-twice': 'Rename one of the two in the file, or remove it.',
  'service-off': 'Add --on to the command fetch.',
  'service-keys-missing': 'Give them in SMART_RECRUITING_KEY_ID and SMART_RECRUITING_KEY_SECRET.',
  'sample-not-empty': 'Undo the imports that are in place, or choose another folder (--data-dir).',
  'read-only': 'Check your rights, or choose another folder (--data-dir).',
  'database-foreign': 'Choose another folder (--data-dir).',
  'database-damaged':
    'It was not changed. “doctor --restore” goes back to the newest sound backup, “doctor --salvage” recovers what can still be read; the damaged file is kept.',
  'database-missing':
    'Nothing was made in its place. Connect the disk or network drive again where it is; else “doctor --restore” goes back to the newest sound backup, and the open application offers a new database.',
  'nothing-to-match': 'Offers and formations are needed, with a column “title” that is not empty.',
};
