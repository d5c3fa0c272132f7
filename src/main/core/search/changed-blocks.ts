import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import type { ReadDb } from '../db/open';

/** What is kept of offers in memory, followed block by block. */
export interface ChangedBlocks {
  /**
   * Reads the blocks again that changed since they were read, inside of a read transaction, until `untilMs` (of
   * `performance.now`) is over, at least one. Says whether none is left.
   */
  follow(db: ReadDb, untilMs: number): boolean;
  /** Takes every block for changed. */
  forget(): void;
}

/** `begin` prepares for a round in which something changed and gives what reads the offers between two ids. */
export function createChangedBlocks(
  begin: (db: ReadDb) => (block: number, first: number, last: number) => void,
): ChangedBlocks {
  const seen = new Map<number, number>();
  return {
    forget: () => void seen.clear(),
    follow(db, untilMs) {
      const sql = 'select block, changes from offer_block where block >= 0';
      const all = db.prepare<{ block: number; changes: number }>(sql).all();
      const changed = all.filter(({ block, changes }) => seen.get(block) !== changes);
      if (changed.length === 0) return true;
      const read = begin(db);
      let left = changed.length;
      for (const { block, changes } of changed) {
        const first = block << blockBits;
        read(block, first, first + blockSize - 1);
        seen.set(block, changes);
        left -= 1;
        if (performance.now() >= untilMs) break;
      }
      return left === 0;
    },
  };
}
