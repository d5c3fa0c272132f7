import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, oneOf } from '../db/columns';

export const handEditedKinds = ['offer', 'formation', 'company', 'contact'] as const;

/**
 * A field of a record that a person wrote over what a file had said: files that come later leave it alone. Fields are
 * named as columns of a file can be mapped to them.
 */
export const handEditTable = sqliteTable(
  'hand_edit',
  {
    ownerKind: text('owner_kind', { enum: handEditedKinds }).notNull(),
    ownerId: integer('owner_id').notNull(),
    field: text('field').notNull(),
    /** When the person last wrote it: ISO 8601, UTC. */
    editedAt: text('edited_at').notNull(),
    /** JSON: what the person had written, once the value of a file was taken in its place; null while it stands. */
    own: text('own'),
  },
  (table) => [
    primaryKey({ columns: [table.ownerKind, table.ownerId, table.field] }),
    check('hand_edit_owner_kind', oneOf(table.ownerKind, handEditedKinds)),
    check('hand_edit_own', isJson(table.own)),
  ],
);
