import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UniversityId } from '../../../shared/domain/ids';
import { id } from '../db/columns';

/** The establishment that uses the application; one row today. */
export const universityTable = sqliteTable('university', {
  id: id<UniversityId>(),
  name: text('name').notNull(),
});
