import { openDatabase } from '../../src/main/core/db/open';
import { unlockData } from '../../src/main/core/encryption/unlock-service';

// A start of the application that somebody may kill, as a process of its own: it brings the database under the key that is
// wanted, and says so. What it is told comes as one message.

interface Start {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly words: string | null;
}

process.once('message', ({ dataDir, migrationsDir, words }: Start) => {
  void unlockData(dataDir, { words }).then(async () => {
    process.send?.('begun');
    const database = openDatabase({ dataDir, migrationsDir, now: new Date('2026-03-02T09:00:00Z') });
    await database.close();
    process.send?.('over', () => process.disconnect());
  });
});
