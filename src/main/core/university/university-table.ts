import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from '../db/columns';

/** The establishment that uses the application; one row today. */
export const universityTable = sqliteTable('university', {
  id: id(),
  name: text('name').notNull(),
});
