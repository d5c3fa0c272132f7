import type { importFilesFr } from './import-files-fr';

/** What the import says of files, their origins and what was kept, in English. */
export const importFilesEn: typeof importFilesFr = {
  takeFile: 'Take the file’s value',
  keepOwn: 'Put the typed value back',
  ofColumn: '{{label}}: “{{column}}”, line {{line}}',
  profile: 'The columns are placed as for “{{name}}”, imported on {{day}}.',
  ignoreProfile: 'Leave that out',
  profiles: {
    title: 'Remembered mappings',
    hint: 'The next file with the same column headings will be proposed this way.',
    used: '{{kind}} – last used on {{day}}',
    columns_one: '{{count, number}} mapped column',
    columns_other: '{{count, number}} mapped columns',
    name: 'Name of the source',
    rename: 'Rename: {{name}}',
    remove: 'Delete: {{name}}',
    renamed: 'Mapping renamed: {{name}}.',
    removed: 'Mapping “{{name}}” deleted.',
    restored: 'Mapping “{{name}}” is back.',
  },
  emptyCells: 'Empty cells',
  emptyCellsHint: 'For what is known already. References, names, companies and contacts are never cleared.',
  emptyCellRules: { leave: 'An empty cell changes nothing', clear: 'An empty cell clears what was known' },
  rejectedRows: 'Rejected rows, with the reason',
  origin: 'Where do these values come from?',
  originRow: '{{name}}, line {{line}}, imported on {{day}}',
  originField: '{{column}} → {{field}}',
  notes: 'Other columns of the file',
  workbook: 'Workbook',
  sheets_one: 'This workbook has a single visible sheet.',
  sheets_other: 'This workbook has {{count, number}} visible sheets. Choose the one that holds the rows to import.',
  sheet: 'Sheet',
  hiddenRows_one: '{{count, number}} row hidden in Excel will be read like the others.',
  hiddenRows_other: '{{count, number}} rows hidden in Excel will be read like the others.',
  mergedCells_one:
    '{{count, number}} group of merged cells: only its first cell holds the value, the others are empty.',
  mergedCells_other:
    '{{count, number}} groups of merged cells: only the first cell of each holds the value, the others are empty.',
};
