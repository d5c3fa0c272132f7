import type { importFilesFr } from './import-files-fr';

/** What the import says of files, their origins and what was kept, in English. */
export const importFilesEn: typeof importFilesFr = {
  takeFile: 'Take the file’s value',
  keepOwn: 'Put the typed value back',
  ofColumn: '{{label}}: “{{column}}”, line {{line}}',
};
