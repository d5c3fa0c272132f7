import type { romeFaultsFr, romePlaceFr } from './rome-faults-fr';

/** What is wrong with a file of ROME's folder, in English. */
export const romeFaultsEn: typeof romeFaultsFr = {
  foreign:
    'this folder holds no file of ROME (unix_…_utf8.csv). Choose the folder “ROME 4.0” as France Travail publishes it, unpacked.',
  missing: 'the file is missing from the folder',
  twice: 'several files for one table: {{value}}',
  encoding: 'the text is not in UTF-8',
  columns: 'missing columns: {{value}}',
  torn: 'a row that is damaged or cut off',
  empty: 'the file holds no row',
  code: 'a ROME code that is missing, repeated or unreadable: “{{value}}”',
  unknown: 'a code that is not in the list of occupations: “{{value}}”',
  partial: 'an incomplete file: nothing for {{value}} occupations',
  version: 'it names no version',
  older: 'an older version than the one in use ({{value}}); remove that one first',
};

/** Where it stands. */
export const romePlaceEn: Readonly<Record<keyof typeof romePlaceFr, string>> = {
  line: '{{file}}, line {{line}}: ',
  file: '{{file}}: ',
};
