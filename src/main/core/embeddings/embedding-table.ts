import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, oneOf } from '../db/columns';

export const embeddingOwnerKinds = ['offer', 'formation'] as const;

/** The vector of one text; valid only for its model and the hash of its text. Removed with its owner by a trigger. */
export const embeddingTable = sqliteTable(
  'embedding',
  {
    id: id(),
    ownerKind: text('owner_kind', { enum: embeddingOwnerKinds }).notNull(),
    ownerId: integer('owner_id').notNull(),
    modelId: text('model_id').notNull(),
    textHash: text('text_hash').notNull(),
    /** Little-endian float32 values of a unit vector. */
    vector: blob('vector', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    check('embedding_owner_kind', oneOf(table.ownerKind, embeddingOwnerKinds)),
    check('embedding_vector', sql`length(${table.vector}) > 0 and length(${table.vector}) % 4 = 0`),
    uniqueIndex('embedding_by_owner_model').on(table.ownerKind, table.ownerId, table.modelId),
  ],
);
