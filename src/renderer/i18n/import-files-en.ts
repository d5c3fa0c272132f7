import type { importFilesFr } from './import-files-fr';

/** What the import says of files, their origins and what was kept, in English. */
export const importFilesEn: typeof importFilesFr = {
  takeFile: 'Take the file’s value',
  keepOwn: 'Put the typed value back',
  ofColumn: '{{label}}: “{{column}}”, line {{line}}',
  workbook: 'Workbook',
  sheets_one: 'This workbook has a single visible sheet.',
  sheets_other: 'This workbook has {{count, number}} visible sheets. Choose the one that holds the rows to import.',
  sheet: 'Sheet',
  hiddenRows_one: '{{count, number}} row hidden in Excel will be read like the others.',
  hiddenRows_other: '{{count, number}} rows hidden in Excel will be read like the others.',
  mergedCells_one: '{{count, number}} group of merged cells: only its first cell holds the value, the others are empty.',
  mergedCells_other:
    '{{count, number}} groups of merged cells: only the first cell of each holds the value, the others are empty.',
};
