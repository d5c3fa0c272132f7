import { refusedFolder, takenFolder } from '../../shared/domain/watched-folder';

/** The watched folder, in English. */
export const watchedFolderEn = {
  title: 'Watched folder',
  intro: `Files put into this folder are imported like the last one that had the same column titles. A file never seen before waits until somebody checks it once. Nothing is deleted: what is imported is put into “${takenFolder}”, what cannot be into “${refusedFolder}”, with the reason.`,
  folder: 'Folder',
  folderHint: 'On the PC or the network. Empty: nothing is watched.',
  folderPlaceholder: 'S:\\Placements\\To import',
  save: 'Save',
  watching: 'This folder is now watched.',
  stopped: 'No folder is watched any more.',
  away: 'The watched folder {{folder}} cannot be reached at the moment. It is taken up again as soon as it can.',
  subfolders_one: 'The files of a subfolder are not looked at: {{names}}.',
  subfolders_other: 'The files of {{count, number}} subfolders are not looked at: {{names}}{{more}}.',
  waiting_one: '{{count, number}} file waits',
  waiting_other: '{{count, number}} files wait',
  none: 'No file waits.',
  byFolder: 'by the watched folder',
  settings: 'Setting of the folder',
  check: 'Check and import',
  checkNamed: 'Check and import: {{name}}',
  reasons: {
    arriving: 'Still being written, or only just arrived.',
    locked: 'Open in another program, or unreadable at the moment: it is taken once it can be read.',
    'not-copied': 'It could not be copied to this PC: it is tried again every few seconds.',
    'unknown-header':
      'No file with these columns was imported yet: check it once, and the next ones are taken by themselves.',
    'several-kinds': 'Files with these columns were imported as different things: you have to choose.',
    doubtful: 'More than one row in ten would be rejected: check it first.',
    package: 'Package of another university: import it, then take it out of the folder.',
    'being-imported': 'Being imported.',
    'not-imported': 'The import failed, or was cancelled or undone: it is not tried again by itself.',
    'not-moved': 'Imported, but open in another program: it is put away once it is closed.',
  },
};
