import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { FormationId } from '../../../shared/domain/ids';
import { skillTable } from '../reference/skill-table';
import { formationTable } from './formation-table';

/** What a formation teaches, in its author's order. */
export const formationSkillTable = sqliteTable(
  'formation_skill',
  {
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    skillId: integer('skill_id')
      .notNull()
      .references(() => skillTable.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.formationId, table.position] }),
    index('formation_skill_by_skill').on(table.skillId),
  ],
);
