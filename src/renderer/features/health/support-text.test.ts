import { expect, it } from 'vitest';
import type { Health } from '../../../shared/contract/health';
import { supportText } from './support-text';

const home = '/home/nadege.ferrandier/Données';
const health: Health = {
  application: { version: '1.2.3', shell: 'electron', system: 'win32 10.0.22631 x64, Node 24.21.0', isSafe: false },
  model: { id: 'smart-recruiting-fr-v1', state: 'ready' },
  database: {
    ...{ sizeBytes: 5_000_000, journalBytes: 0, isEmpty: false, isDamaged: true, pragmas: { journal_mode: 'wal' } },
    encryption: {
      ...{ isEncrypted: true, keyId: 'ab'.repeat(16), cipher: 'AEGIS-256', opensBy: ['passphrase'] },
      pending: 'decrypt',
      failure: {
        ...{ code: 'unavailable', reason: 'encryption-failed', message: `${home}/one.db could not be converted` },
        details: { path: `${home}/one.db` },
      },
    },
  },
  backedUpAt: '2026-03-02T09:00:00.000Z',
  backupFailure: {
    since: '2026-03-01T09:00:00.000Z',
    failure: { code: 'unavailable', reason: 'folder-away', message: home, details: { folder: home } },
  },
  unsavedDays: 4,
  rehearsal: {
    at: '2026-03-01T09:00:00.000Z',
    offers: null,
    failure: {
      code: 'unavailable',
      reason: 'database-damaged',
      message: `${home}/one.db of Nadège Ferrandier`,
      details: { path: `${home}/one.db` },
    },
  },
  afterCrash: { state: 'sound', at: '2026-03-02T09:00:00.000Z' },
  freeBytes: 7,
  process: { upSeconds: 60, memoryBytes: 100, cpuSeconds: 2 },
  workers: [{ name: 'match', isProcess: false, memoryBytes: 50, cpuSeconds: 1 }],
  jobs: [{ kind: 'rank', count: 2, cpuSeconds: 9.25, mostMemoryBytes: 300 }],
  failures: [{ at: '2026-03-02T09:00:00.000Z', what: 'A worker failed. – embed', count: 2, newCount: 1 }],
  failureCounts: { all: 2, new: 1 },
  slow: [
    { statement: "select * from contact where email = 'nadege@univ.example' and x = 'l''an'", count: 1, longestMs: 70 },
  ],
};

it('tells versions, failures and figures, and no name, address or folder', () => {
  const text = supportText(health);
  for (const told of [
    '1.2.3',
    'smart-recruiting-fr-v1',
    'journal_mode=wal',
    'found damaged: yes',
    'backups failing: since 2026-03-01T09:00:00.000Z, folder-away',
    'in no backup: for 4 days',
    'database-damaged',
    'embed',
    'at the next start: decrypt, failed: encryption-failed',
    'job rank: 2 times, 9.3 s, 300 bytes at most',
    'thread match: 50 bytes, 1.0 s',
  ]) {
    expect(text).toContain(told);
  }
  expect(text).toContain("select * from contact where email = '…' and x = '…'");
  expect(text).not.toMatch(/nadege|Nadège|ferrandier|@|\/home|Données/i);
});
