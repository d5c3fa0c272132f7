import type { FailuresOf } from './failure';

/** What is wrong with the data on the disk, their keys and backups, and what the application runs on, in English. */
export const storageFailuresEn = {
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
    what: 'This backup is damaged: it no longer reads as it was written. Your data are untouched.',
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
  'watched-folder-silent': {
    what: 'The watched folder does not answer.',
    todo: 'The application goes on without it, and looks at it again every minute. Check the network and that the folder opens in the explorer, or choose another folder in the settings.',
  },
  'watched-folder-away': {
    what: 'The watched folder is out of reach.',
    todo: 'It is taken up again as soon as it can be reached. Check the network and that the folder opens in the explorer, or choose another folder in the settings.',
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
} as const satisfies FailuresOf;
