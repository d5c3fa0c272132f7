import type { Texts } from './fr';

/** Words of the encryption of the data. */
export const encryptionEn: Texts['encryption'] = {
  title: 'Encryption of the data',
  protects:
    'Once encrypted, the data and their backups cannot be read without the key: whoever takes the disk of this PC finds no name and no address.',
  costs:
    'The data have to be opened at each start, and a recovery sheet has to be kept: without passphrase, session and sheet everything is lost, and nobody can help.',
  welcome: 'This PC will hold names and addresses',
  decide: 'Choose encryption…',
  manage: 'Manage encryption…',
  on: 'Encrypted ({{cipher}}), key no. {{number}}. Opened by: {{openers}}.',
  off: 'Not encrypted.',
  openers: { passphrase: 'passphrase', system: 'session of this PC', recovery: 'recovery sheet' },
  pending: {
    encrypt: 'The data will be encrypted at the next start. Close the application and open it again.',
    decrypt: 'The data will be decrypted at the next start. Close the application and open it again.',
  },
  cancel: { encrypt: 'Do not encrypt', decrypt: 'Stay encrypted' },
  failed: 'This could not be done at this start; the next one will try again.',
  noKeyFile:
    'The key file is missing from the data folder. Put back the copy that lies beside a backup (smart-recruiting-….key).',
  choose: {
    title: 'Encrypt the data of this PC',
    notCovered:
      'Not encrypted: the files that you import or export, and what was left in the clear on the disk before. The encryption of the disk (BitLocker, FileVault, LUKS) covers them too.',
    opening: 'At the start',
    bySystem: 'Open without asking, with the session of this PC',
    bySystemHint: 'The system keeps the key for your account. Elsewhere the passphrase or the sheet is needed.',
    byPassphrase: 'Ask for a passphrase',
    passphrase: 'Passphrase',
    again: 'The same once more',
    hint: 'At least {{least}} characters: several unrelated words are better than signs.',
    different: 'The two are not the same.',
    next: 'Prepare the recovery sheet',
  },
  sheet: {
    title: 'Recovery sheet',
    step: 'Print this sheet, or copy the key by hand. It will never be shown again.',
    print: 'Print the sheet',
    app: 'Recovery sheet of the data of Smart Recruiting',
    of: 'University: {{name}}',
    madeOn: 'Made on {{date}}',
    key: 'Recovery key no. {{number}}',
    number: 'The application asks for key no. {{number}}: this number tells the right sheet where there are several.',
    use: 'This key opens the data and all their backups, on this PC or another, when the passphrase is lost: type it in place of the passphrase. Capitals and hyphens do not matter.',
    keep: 'Keep it locked away, far from this PC. Whoever has this sheet and a backup reads all the data.',
    confirm: 'As a check, type the last two groups of the printed key',
    confirmHint: 'Eight characters, like ABCD-EFGH.',
    finish: 'Encrypt at the next start',
    back: 'Back to the choice',
  },
  number: 'Key asked for: no. {{number}}, as on its recovery sheet.',
  words: 'Passphrase or recovery key',
  open: 'Open',
  wordsOfNow: 'Present passphrase or recovery key',
  change: {
    title: 'Change what opens the data',
    intro: 'The recovery sheet stays good. The backups will open with the new passphrase too.',
    submit: 'Change',
    done: 'Changed, as of now.',
  },
  decrypt: {
    title: 'Encrypt no longer',
    intro:
      'The database becomes readable again by whoever has the disk. Backups that are encrypted stay so and open with the same passphrase or the same sheet.',
    submit: 'Decrypt at the next start',
  },
  backups: {
    title: 'Earlier backups',
    plain_one: '{{count, number}} backup from before the encryption is still in the clear.',
    plain_other: '{{count, number}} backups from before the encryption are still in the clear.',
    none: 'All backups of this database are encrypted.',
    replace: 'Replace them by encrypted ones',
    started: 'The backups are being encrypted one by one.',
  },
};
