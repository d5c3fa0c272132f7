import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ComponentId, ImportId, UniversityId } from '../../../shared/domain/ids';
import { createdAt, id } from '../db/columns';
import { importTable } from '../imports/import-table';
import { universityTable } from './university-table';

/** A faculty, school or institute of the university. */
export const componentTable = sqliteTable(
  'component',
  {
    id: id<ComponentId>(),
    universityId: integer('university_id')
      .$type<UniversityId>()
      .notNull()
      .references(() => universityTable.id, { onDelete: 'restrict' }),
    code: text('code'),
    name: text('name').notNull(),
    shortName: text('short_name'),
    kind: text('kind'),
    city: text('city'),
    email: text('email'),
    /** The name without accents, case and punctuation: how a formation's file finds its component. */
    nameKey: text('name_key').notNull(),
    /** The import that made it on the way; null for one made otherwise. */
    importId: integer('import_id')
      .$type<ImportId>()
      .references(() => importTable.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('component_by_university_name').on(table.universityId, table.nameKey),
    uniqueIndex('component_by_university_code')
      .on(table.universityId, table.code)
      .where(sql`${table.code} is not null`),
    index('component_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
  ],
);
