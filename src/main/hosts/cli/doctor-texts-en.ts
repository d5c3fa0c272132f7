import type { CliTexts } from './texts';

const number = new Intl.NumberFormat('en-GB');
const n = (value: number): string => number.format(value);
const s = (value: number): string => (value === 1 ? '' : 's');
const megabytes = (bytes: number): string => n(Math.max(1, Math.round(bytes / 1e6)));

/** What `doctor` answers, in English. */
export const doctorEn: CliTexts['doctor'] = {
  rehearsal: 'Trial of a restore',
  rehearsed: (at, offers) => (offers === null ? `failed, ${at}` : `succeeded, ${at}: ${n(offers)} offers read`),
  noRehearsal: 'not yet',
  backupsFail: (since) => `fail since ${since}.`,
  unsaved: (days) => `what was changed has been in no backup for ${n(days)} day${s(days)}`,
  foundDamaged: 'found damaged by the open application: close it and open it again',
  jobs: 'What takes how much',
  jobUse: (kind, count, cpuSeconds, memory) =>
    `${kind} ×${n(count)}: ${n(Math.round(cpuSeconds))} s of computing${memory === null ? '' : `, ${megabytes(memory)} MB at most`}`,
  nothingToRescue: 'The database is sound: there is nothing to recover.',
  rescued: 'At the next start this database takes the place of the damaged one, which is kept in the folder “backup”.',
  application: 'Application',
  system: 'System',
  database: 'Database',
  dataDir: 'Data folder',
  encryption: 'Encryption',
  encrypted: (cipher, number, openers) => `${cipher}; key no. ${number} opened by ${openers}`,
  openers: { passphrase: 'the passphrase', system: 'the session of this PC', recovery: 'the recovery sheet' },
  and: ' or ',
  notEncrypted: 'no: protect the disk (BitLocker, FileVault, LUKS) or encrypt in the settings',
  pending: { encrypt: 'will be encrypted at the next start', decrypt: 'will be decrypted at the next start' },
  pragmas: 'Database settings',
  integrity: 'Integrity',
  size: 'Room',
  sizes: (database, free) => `${megabytes(database)} MB${free === null ? '' : `, ${megabytes(free)} MB free`}`,
  backup: 'Backup',
  noBackup: 'none',
  failures: 'Failures in the log',
  failureCount: (failures, slow) =>
    `${n(failures)} failure${s(failures)}, ${slow === 1 ? '1 query' : `${n(slow)} queries`} of more than 50 ms`,
  model: 'Language model',
  modelStates: { ready: 'ready', missing: 'missing', damaged: 'damaged' },
  contents: 'Contents',
  inUse: 'In use',
  onNetwork: 'on a network drive: put the data on the disk of this PC, and the backups on the network',
  inUseBy: 'the application, or another command, is open on these data',
  counts: (offers, formations, companies) =>
    `${n(offers)} offer${s(offers)}, ${n(formations)} formation${s(formations)}, ${companies === 1 ? '1 company' : `${n(companies)} companies`}`,
  allWell: 'All is well.',
  notWell: 'Something is wrong: see above.',
};
