import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, oneOf } from '../db/columns';

export const erasedKinds = ['contact', 'formation_manager'] as const;

/** People who were removed and of whom files still tell: until that is erased too, once it cannot be taken back. */
export const erasureTable = sqliteTable(
  'erasure',
  {
    id: id(),
    ownerKind: text('owner_kind', { enum: erasedKinds }).notNull(),
    /** The id of the removed row: ids are never used again. */
    ownerId: integer('owner_id').notNull(),
    /** Where a contact was; no reference, because the company may go first. */
    companyId: integer('company_id'),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    /** From when on it is carried out: ISO 8601, UTC. */
    dueAt: text('due_at').notNull(),
  },
  (table) => [
    check('erasure_owner_kind', oneOf(table.ownerKind, erasedKinds)),
    index('erasure_by_day').on(table.dueAt),
  ],
);
