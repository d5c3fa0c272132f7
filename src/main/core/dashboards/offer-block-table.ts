import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/**
 * Counts the changes of each 256 offers that follow each other by id. Triggers keep it, whoever writes, so that what is
 * kept in memory of the offers is read again where something changed and nowhere else. Block −1 stands for all of them.
 */
export const offerBlockTable = sqliteTable('offer_block', {
  block: integer('block').primaryKey(),
  changes: integer('changes').notNull(),
});
