import { check, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { viewPages } from '../../../shared/domain/named-view';
import type { NamedViewId } from '../../../shared/domain/ids';
import { createdAt, id, oneOf, updatedAt } from '../db/columns';

/** What a page showed when somebody named it: a dashboard, a search. */
export const namedViewTable = sqliteTable(
  'named_view',
  {
    id: id<NamedViewId>(),
    page: text('page', { enum: viewPages }).notNull(),
    name: text('name').notNull(),
    /** The name without accents and case: two views of a page never share it. */
    nameKey: text('name_key').notNull(),
    /** The part of the address behind the question mark, which the page reads and forgives as any other. */
    address: text('address').notNull(),
    /** When somebody last looked at what it shows: ISO 8601, UTC. */
    seenAt: text('seen_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('named_view_by_name').on(table.page, table.nameKey),
    check('named_view_page', oneOf(table.page, viewPages)),
  ],
);
