import type { FailuresOf } from './failure';

/** What is wrong with a file that was handed over, in English. */
export const fileFailuresEn = {
  'file-missing': {
    what: 'The file does not exist.',
    todo: 'Check that it was not moved, then choose it again.',
  },
  'file-is-folder': { what: 'This is a folder, not a file.', todo: 'Choose a CSV file inside it.' },
  'folder-empty': { what: 'The folder holds no file.', todo: 'Check its path, or put the files to import into it.' },
  'folder-unreadable': {
    what: 'This folder cannot be read, and nothing was imported.',
    todo: 'Check your rights to it, or name the files one by one.',
  },
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
  'package-rows-differ': {
    what: 'A table of this package does not have as many rows as its sender announces. Nothing was changed.',
    todo: 'Ask the sender to save it and to send it again.',
  },
  'package-university-missing': {
    what: 'Your university has no name yet: nothing would say whom the package is from. Nothing was written.',
    todo: 'Give it a name in Settings, then save the package.',
  },
  'package-licence-missing': {
    what: 'The package does not say what the other university may do with it. Nothing was written.',
    todo: 'Say the terms of use, then save it.',
  },
  'column-missing': { what: 'A column that is needed is missing.', todo: 'Say which column of the file holds it.' },
  'column-mapped-twice': {
    what: 'Two columns give the same information.',
    todo: 'Keep one and leave out the other.',
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
} as const satisfies FailuresOf;
