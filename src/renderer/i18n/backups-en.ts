import type { Texts } from './fr';

/** Words of the backups. */
export const backupsEn: Texts['backups'] = {
  title: 'Backups',
  intro:
    'The database is backed up before each import, before one is undone, and every half-hour when something has changed. Each backup is read again and checked before it replaces another; the last of 12 days, 10 weeks and 9 months are kept and, for 30 days, those from before an update or a restore. After nine months only the newest is left: who was erased stays in the others for no longer.',
  last: 'Last backup',
  none: 'None yet',
  folder: 'Folder',
  folderHint: 'A network folder also protects against a failure of this PC. Empty: that of the data.',
  folderPlaceholder: 'That of the data',
  saveFolder: 'Use this folder',
  folderSaved: 'The next backups will go to this folder.',
  make: 'Back up now',
  list: 'Backups, newest first',
  columns: { at: 'Made on', reason: 'Occasion', size: 'Size', action: 'Action' },
  reasons: {
    asked: 'On request',
    regular: 'Regular',
    import: 'Before an import',
    undo: 'Before an undo',
    restore: 'Before a restore',
    migration: 'Before an update',
    salvage: 'Recovered from a damaged database',
  },
  other: 'another database',
  former: 'database from before a restore',
  encrypted: 'encrypted',
  inDataFolder: 'in the data folder',
  restore: 'Restore',
  restoreOf: 'Restore the backup of {{date}}',
  restoreTitle: 'Restore the backup of {{date}}?',
  restoreThis: 'Restore at the next start',
  nothingLost: 'Nothing of what is in today’s database is missing in this backup, except for what was changed since.',
  lost: 'What was made since this backup will no longer be in the database, and what was changed will be as before:',
  allLost: 'This backup is of another database. All that is in today’s database will be replaced:',
  formerLost:
    'This backup is of your own database from before a restore, which will be again as it was then. What is in today’s database will be replaced by it:',
  profilesLost_one: 'One student’s profile will be lost for good: backups keep none.',
  profilesLost_other: '{{count, number}} students’ profiles will be lost for good: backups keep none.',
  reversible: 'Today’s database will be kept among the backups: you can go back by restoring that in turn.',
  kinds: {
    offer: 'Offers',
    company: 'Companies',
    formation: 'Formations',
    decision: 'Decisions',
    transmission: 'Transmissions',
    import: 'Imports',
    candidate: 'Students’ profiles',
    hand_edit: 'Fields corrected by hand',
  },
  requested:
    'The backup of {{date}} will take the place of the database at the next start. Today’s database will be kept among the backups.',
  requestedOther: 'A backup will take the place of the database at the next start.',
  closeAndOpen: 'Close the application and open it again.',
  stopAndStart:
    'Closing the page is not enough: stop the program that shows it (Ctrl+C in its window), then start it again.',
  restartNow: 'Restart now',
  restoreAndRestart: 'Restore and restart',
  cancel: 'Do not restore',
  failed: 'Backups fail since {{date}}.',
  outcomes: {
    restored:
      'The backup of {{date}} has taken the place of the database. What was there before is kept among the backups.',
    refused: 'The backup of {{date}} was not restored: the database stayed as it was.',
    postponed:
      'The backup of {{date}} could not take the place of the database yet, which stayed as it was. The next start tries again.',
  },
};
