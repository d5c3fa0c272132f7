import { blob, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ComponentId } from '../../../shared/domain/ids';
import { id, updatedAt } from '../db/columns';
import { componentTable } from './component-table';

/** The image that stands for the university, or for one of its components; at most one each. */
export const logoTable = sqliteTable(
  'logo',
  {
    id: id(),
    /** Null for the one of the university. */
    componentId: integer('component_id')
      .$type<ComponentId>()
      .references(() => componentTable.id, { onDelete: 'cascade' }),
    /** A PNG of bounded size; see `read-logo.ts`. */
    png: blob('png', { mode: 'buffer' }).notNull(),
    /** In dots. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('logo_by_component').on(table.componentId)],
);
