import type { Failures, TodoInTerminal } from './failure';

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
    'file-missing': {
      what: 'The file does not exist.',
      todo: 'Check that it was not moved, then choose it again.',
    },
    'file-is-folder': { what: 'This is a folder, not a file.', todo: 'Choose a CSV file inside it.' },
    'folder-empty': { what: 'The folder holds no file.', todo: 'Check its path, or put the files to import into it.' },
    'file-unreadable': {
      what: 'The file cannot be read.',
      todo: 'Close it if Excel has it open, check your rights, then try again.',
    },
    'file-empty': {
      what: 'The file is empty.',
      todo: 'Check that the export that made it came to its end, then choose it again.',
    },
    'file-binary': {
      what: 'The file is not text.',
      todo: 'Choose a CSV file or an Excel workbook (.xlsx).',
    },
    'file-too-large': { what: 'The file is too large.', todo: 'Cut it into several files and take them in turn.' },
    'file-expired': { what: 'The application no longer keeps this file.', todo: 'Choose it again.' },
    'file-header-only': {
      what: 'The file holds only its header line.',
      todo: 'Check that the export really holds rows.',
    },
    'file-no-header-line': {
      what: 'No line of the file begins where its header line is expected.',
      todo: 'Give the line that holds the names of the columns (it cannot be blank), or let it be found.',
    },
    'file-too-many-columns': {
      what: 'The file has far too many columns.',
      todo: 'Check the separator, or remove the columns that are not needed.',
    },
    'file-field-too-long': {
      what: 'A cell of the file is immensely long.',
      todo: 'A quote was probably left open: correct the line named here.',
    },
    'file-unclosed-quote': {
      what: 'A quote is opened and never closed.',
      todo: 'Correct the line named here: otherwise the rest of the file would be misread.',
    },
    'file-workbook-old': {
      what: 'This is a workbook in the format from before 2007 (.xls).',
      todo: 'Open it in Excel or LibreOffice, save it as .xlsx, then take that file.',
    },
    'file-workbook-protected': {
      what: 'The workbook is protected by a password.',
      todo: 'Open it in Excel, remove the password (File, Info), save it, then try again.',
    },
    'file-workbook-damaged': {
      what: 'The workbook is damaged and cannot be read.',
      todo: 'Open it in Excel, save it again as .xlsx, then try again.',
    },
    'file-workbook-too-large': {
      what: 'The workbook is too large once unpacked.',
      todo: 'Save the sheet as CSV UTF-8: a CSV file may have up to 1 GB.',
    },
    'file-opendocument': {
      what: 'This is a LibreOffice document (.ods).',
      todo: 'Open it in LibreOffice, save it as .xlsx or CSV, then take that file.',
    },
    'file-sheet-missing': { what: 'The workbook has no such sheet.', todo: 'Choose another sheet.' },
    'file-doubtful': {
      what: 'Nothing says surely enough what this file holds.',
      todo: 'Import it by itself, saying what it holds.',
    },
    'file-many': {
      what: 'These files cannot be taken together.',
      todo: 'Choose at most 60 files, and a .smartrecruiting file by itself.',
    },
    'file-json-damaged': {
      what: 'This page of results is damaged or incomplete.',
      todo: 'Download it again from the service, and try again.',
    },
    'file-json-empty': {
      what: 'These pages of results hold no offer.',
      todo: 'Check what the search that made them looked for.',
    },
    'file-json-kind': {
      what: 'This file is a page of results: it holds offers.',
      todo: 'Choose “Offers” as what the file holds.',
    },
    'file-json-mixed': {
      what: 'Pages of two services stand in one import.',
      todo: 'Take those of one service first, then those of the other.',
    },
    'package-foreign': {
      what: 'This file is no Smart Recruiting package. Nothing was changed.',
      todo: 'Choose a .smartrecruiting file, as the other university saved it.',
    },
    'package-newer': {
      what: 'This package comes from a newer version of Smart Recruiting. Nothing was changed.',
      todo: 'Update the application, or ask the other university for a CSV export.',
    },
    'package-protected': {
      what: 'This package is encrypted with a password. Nothing was changed.',
      todo: 'Ask for it without a password, as Smart Recruiting saved it.',
    },
    'package-unsafe': {
      what: 'This package holds files that do not belong there. Nothing was changed.',
      todo: 'Do not unpack it by hand; ask whoever sent it to make a new one.',
    },
    'package-too-large': {
      what: 'This package unpacks to far too much. Nothing was changed.',
      todo: 'Ask for it in several pieces with fewer rows each.',
    },
    'package-damaged': {
      what: 'This package is damaged: it no longer holds what was saved. Nothing was changed.',
      todo: 'Download it again, or ask whoever sent it to send it once more.',
    },
    'column-missing': { what: 'A column that is needed is missing.', todo: 'Say which column of the file holds it.' },
    'column-mapped-twice': {
      what: 'Two columns give the same information.',
      todo: 'Keep one and leave out the other.',
    },
    'import-not-undoable': {
      what: 'This import cannot be undone.',
      todo: 'Only an import that was saved, and is not undone already, can be.',
    },
    'import-not-redoable': {
      what: 'This import cannot be redone.',
      todo: 'It is in place, or its rows were erased a month after it was undone: import the file again.',
    },
    'import-undone': {
      what: 'The import that brought this offer was undone: it cannot come back without it.',
      todo: 'Redo the import, or import the file again.',
    },
    'match-key-unsuitable': {
      what: 'These rows cannot be known again by this key: it belongs to other records. Nothing was stored.',
      todo: 'Choose another key, or leave it to the application.',
    },
    'export-format-unsuitable': {
      what: 'Rejected rows are not written as JSON: such a file could not be imported again. Nothing was written.',
      todo: 'Choose a CSV file or a workbook.',
    },
    'import-not-rereadable': {
      what: 'The lines of this import cannot be read again: they were not kept, or the import was undone.',
      todo: 'Redo the import, or import the file again.',
    },
    'sample-not-empty': {
      what: 'The sample university needs an empty database.',
      todo: 'Undo the imports that are in place first, or open the application on another data folder.',
    },
    'job-running': { what: 'A task is already running.', todo: 'Wait for its end, or cancel it.' },
    'disk-full': { what: 'The disk is full.', todo: 'Make room, then try again.' },
    'read-only': {
      what: 'This place cannot be written to.',
      todo: 'Ask for the right to write to the data folder, then try again.',
    },
    'database-locked': {
      what: 'Smart Recruiting is already open on these data.',
      todo: 'Close the other window or command, then try again.',
    },
    'key-needed': {
      what: 'This file is encrypted.',
      todo: 'Give the passphrase, or the recovery key of the printed sheet.',
    },
    'key-wrong': {
      what: 'This is neither the passphrase nor the recovery key.',
      todo: 'Check the capitals and the keyboard layout, then try again. If the passphrase is lost, take the key of the recovery sheet.',
    },
    'key-file-missing': {
      what: 'The key file is missing or cannot be read: without it nothing opens the encrypted data.',
      todo: 'A copy lies beside each backup under the same name (smart-recruiting-….key): put it back into the data folder, then try again.',
    },
    'recovery-key-wrong': {
      what: 'This is not the end of the recovery key.',
      todo: 'Copy the last two groups from the printed sheet.',
    },
    'opener-missing': {
      what: 'Nothing but the recovery sheet would open the data.',
      todo: 'Choose a passphrase, or the opening by the session of this PC.',
    },
    'encryption-changed': {
      what: 'The encryption is no longer in the state that the page showed.',
      todo: 'Reload the page, then try again.',
    },
    'encryption-failed': {
      what: 'The encryption of the data could not be changed: they stayed as they were, and nothing is lost.',
      todo: 'Close other programs that use the data folder, then open the application again. If this happens again, cancel the request on the encryption page and tell your support.',
    },
    'backup-gone': {
      what: 'This backup is no longer there.',
      todo: 'Choose another one in the list.',
    },
    'backup-damaged': {
      what: 'This backup is damaged: it no longer reads as it was written.',
      todo: 'Choose another one in the list.',
    },
    'folder-away': {
      what: 'The folder of the backups is out of reach.',
      todo: 'Backups are kept in the data folder of the application meanwhile. Check the network and that the folder opens in the explorer, or choose another folder in the settings.',
    },
    'folder-unusable': {
      what: 'Nothing can be written to this folder.',
      todo: 'Give the whole path of a folder in which you may write, such as S:\\Placements\\Backups.',
    },
    'folder-silent': {
      what: 'The folder of the backups does not answer.',
      todo: 'The application goes on, and backups are kept in its data folder meanwhile. Check the network and that the folder opens in the explorer, or choose another folder in the settings.',
    },
    'folder-unwatchable': {
      what: 'This folder cannot be watched: it does not exist, or you may not write to it.',
      todo: 'Give the whole path of a folder in which you may make folders, such as S:\\Placements\\To import.',
    },
    'database-newer': {
      what: 'The database comes from a newer version of Smart Recruiting.',
      todo: 'Install that newer version.',
    },
    'database-foreign': {
      what: 'This file is not a database of Smart Recruiting.',
      todo: 'Choose another data folder.',
    },
    'database-damaged': {
      what: 'The database is damaged.',
      todo: 'Nothing is written to it any more. Close the application and open it again: it offers the last sound backup, or to recover what can still be read.',
    },
    'database-missing': {
      what: 'The database is gone, or its file is empty, although this folder had one.',
      todo: 'Nothing was made in its place. Connect the disk or network drive again where it is, or open the application again: it offers to go back to the last backup or to begin a new database.',
    },
    'model-missing': {
      what: 'The language model is missing.',
      todo: 'Reinstall the application: without it offers cannot be compared.',
    },
    'model-damaged': {
      what: 'The language model is damaged.',
      todo: 'Reinstall the application: a file of the model was changed.',
    },
    'worker-stopped': {
      what: 'A program of the application stopped.',
      todo: 'Try again: it restarts by itself, and the log tells why.',
    },
    'nothing-to-match': { what: 'There is nothing to compare.', todo: 'Import offers and formations.' },
    'output-unwritable': {
      what: 'The file cannot be written.',
      todo: 'Check the room and your rights, or close the program that uses it, then try again.',
    },
    'output-is-input': {
      what: 'The output is one of the files to read, which it would replace.',
      todo: 'Give the output another name.',
    },
    'offer-changed': {
      what: 'This offer was changed in another window meanwhile.',
      todo: 'Your text is still here: save it as a copy, or load the other version.',
    },
    'action-impossible': {
      what: 'This is not possible in the present state of the offer.',
      todo: 'Reload the page to see where it stands.',
    },
    'offer-withdrawn': {
      what: 'The offer is no longer published: it is a draft again, and nothing was marked as sent.',
      todo: 'Publish it again, then mark the transmission as sent.',
    },
    'manager-missing': {
      what: 'A formation has no manager to write to.',
      todo: 'Give its manager and an address, then try again.',
    },
    'manager-known': {
      what: 'Another manager has this address already, or this name without an address.',
      todo: 'Choose them in the list, or check the address.',
    },
    'email-invalid': {
      what: 'This is no e-mail address.',
      todo: 'Write it as name@domain.org.',
    },
    'offer-sent': {
      what: 'This offer was transmitted: deleting it would erase from the register what was sent and answered.',
      todo: 'Archive it instead: it leaves the open offers and the register stays complete.',
    },
    'view-name-taken': {
      what: 'Another view has this name already.',
      todo: 'Give it another name, or open the one that has it to bring it up to date.',
    },
    'consent-missing': {
      what: 'Without the student’s consent nothing is kept.',
      todo: 'Tick the consent if it was just given; otherwise, the search without a profile keeps nothing.',
    },
    'kept-too-long': {
      what: 'A profile is kept for a year at most.',
      todo: 'Choose a nearer day: the student can renew the consent.',
    },
    'kept-until-past': {
      what: 'The profile was not saved: the day until which it would be kept is over.',
      todo: 'Choose today or a day to come.',
    },
    'availability-reversed': {
      what: 'The profile was not saved: its availability ends before it begins.',
      todo: 'Correct one of the two dates, or empty it.',
    },
    'kiosk-on': {
      what: 'This computer is open to students: that cannot be done here.',
      todo: 'Ask the office, which can take it back with its code.',
    },
    'kiosk-code-wrong': { what: 'This is not the code.', todo: 'Check the capitals and try again.' },
    'kiosk-code-later': { what: 'Too many wrong codes were given.', todo: 'Wait a minute, then try again.' },
    'title-missing': { what: 'The offer has no title.', todo: 'Give it a title, then publish it.' },
    'start-reversed': {
      what: 'The latest start lies before the earliest one.',
      todo: 'Exchange the two days, or correct one of them.',
    },
    'rome-code-wrong': {
      what: 'This is no ROME code.',
      todo: 'Write a letter from A to N and four digits, such as M1805, or leave the field empty.',
    },
    'siret-wrong': {
      what: 'This is no SIRET: its key is wrong.',
      todo: 'Check its 14 digits, or leave the field empty.',
    },
    'closing-reason-missing': {
      what: 'Why the offer is closed is not said.',
      todo: 'Choose one of the reasons, then close it.',
    },
    'refusal-reason-missing': {
      what: 'Why the offer is not passed on is not said.',
      todo: 'Choose one of the reasons, then confirm.',
    },
    'subject-missing': { what: 'The message has no subject.', todo: 'Give it a subject, then prepare it.' },
    'name-missing': { what: 'The manager has no name.', todo: 'Give a name, then save.' },
    'company-changed': {
      what: 'This company was changed in another window in the meantime.',
      todo: 'What you wrote is still there: compare it with the other version, then save again.',
    },
    'company-name-missing': { what: 'The company has no name.', todo: 'Give it a name, then save it.' },
    'company-used': {
      what: 'This company is already in use, or was changed since.',
      todo: 'It stays in the list; you can edit it or merge it with another.',
    },
    'siret-taken': {
      what: 'Another company already has this SIRET.',
      todo: 'Open that one, or check the number.',
    },
    'logo-unusable': {
      what: 'This image cannot be a logo.',
      todo: 'Choose a PNG or JPEG image; it is made smaller where needed. Nothing was changed.',
    },
    'website-refused': {
      what: 'This website is no web address.',
      todo: 'Give an address that begins with http:// or https://, or leave the field empty.',
    },
    'contact-empty': {
      what: 'A contact has neither name, e-mail nor phone.',
      todo: 'Complete it, or remove it.',
    },
    'merge-below': {
      what: 'The company that was kept has been merged itself since.',
      todo: 'Take that later merge back first.',
    },
    'service-forbidden': {
      what: 'This PC may not ask online services.',
      todo: 'Whoever administers it chose so. You can still import files.',
    },
    'service-off': {
      what: 'This service is not switched on.',
      todo: 'Switch it on in Settings, under “Online offer services”.',
    },
    'service-keys-missing': {
      what: 'The keys of this service are not known, or can no longer be read on this PC.',
      todo: 'Enter them in Settings, under “Online offer services”.',
    },
    'service-keys-refused': {
      what: 'The service did not recognise the keys. Nothing was imported.',
      todo: 'Check them on the service’s site, then enter them again in Settings.',
    },
    'service-access-refused': {
      what: 'The service refuses access with these keys. Nothing was imported.',
      todo: 'Check on its site that your application may use this interface and that its access has not expired.',
    },
    'service-question-empty': {
      what: 'There is nothing to look for.',
      todo: 'Enter some words or a place.',
    },
    'service-question-refused': {
      what: 'The service did not understand the question. Nothing was imported.',
      todo: 'Simplify the words and the place, then try again.',
    },
    'service-place-unknown': {
      what: 'This place is no commune, department or region of France.',
      todo: 'Write for example “Grenoble”, “38”, “Isère” or “Bretagne”. Where several communes share a name, add the department: “Saint-Denis (93)”.',
    },
    'service-limit': {
      what: 'This would take more requests than the service allows for now. Nothing was imported.',
      todo: 'Narrow the question, or come back tomorrow: the count is in Settings.',
    },
    'service-busy': {
      what: 'The service asks to wait before another question. Nothing was imported.',
      todo: 'Try again in a few minutes.',
    },
    'service-failing': {
      what: 'The service is out of order or under maintenance. Nothing was imported.',
      todo: 'Try again later. Your data are untouched.',
    },
    'service-answer-bad': {
      what: 'The service’s answer cannot be read. Nothing was imported.',
      todo: 'Try again later. If it goes on, the service may have changed: see whether there is a newer version of the application.',
    },
    'service-answer-cut': {
      what: 'The service’s answer broke off. Nothing was imported.',
      todo: 'Check the connection, then try again.',
    },
    'service-timeout': {
      what: 'The service did not answer in time. Nothing was imported.',
      todo: 'Try again in a moment.',
    },
    'service-offline': {
      what: 'The service could not be reached: there is no network, or a proxy that does not let it through. Nothing was imported.',
      todo: 'Check the connection, then try again. The rest of the application needs no network.',
    },
    'document-type': {
      what: 'This kind of document cannot be read.',
      todo: 'Drop a TXT, DOCX, PDF or EML file, or copy the text and paste it here.',
    },
    'document-too-large': {
      what: 'This document is larger than 20 MB.',
      todo: 'Open it, copy the text of the offer and paste it here.',
    },
    'document-protected': {
      what: 'This document is protected by a password.',
      todo: 'Open it with its password, copy the text of the offer and paste it here.',
    },
    'document-damaged': {
      what: 'This document is damaged: its content cannot be read.',
      todo: 'Ask the company for it again, or paste the text of the offer here.',
    },
    'document-empty': {
      what: 'This document holds no text.',
      todo: 'It is probably a scanned picture: type the essence of the offer here.',
    },
    'document-too-slow': {
      what: 'Reading this document took too long and was stopped.',
      todo: 'Open it, copy the text of the offer and paste it here.',
    },
  },
  where: {
    file: 'file {{value}}',
    folder: 'folder {{value}}',
    line: 'line {{value}}',
    column: 'column “{{value}}”',
    field: 'field “{{value}}”',
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
