import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id } from '../db/columns';

/** One wording of a skill, shared by the offers and formations that use exactly this wording. */
export const skillTable = sqliteTable(
  'skill',
  {
    id: id(),
    label: text('label').notNull(),
    /** The wording without accents and case: skills with the same key count as one. */
    labelKey: text('label_key').notNull(),
  },
  (table) => [uniqueIndex('skill_by_label').on(table.label), index('skill_by_key').on(table.labelKey)],
);
