import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ComponentId, FormationId, FormationManagerId, ImportId } from '../../../shared/domain/ids';
import { createdAt, id, isJson, revision, updatedAt } from '../db/columns';
import { importTable } from '../imports/import-table';
import { componentTable } from '../university/component-table';
import { formationManagerTable } from './formation-manager-table';

/** A degree programme of one component. */
export const formationTable = sqliteTable(
  'formation',
  {
    id: id<FormationId>(),
    externalId: text('external_id'),
    title: text('title').notNull(),
    diplomaType: text('diploma_type'),
    level: integer('level'),
    componentId: integer('component_id')
      .$type<ComponentId>()
      .references(() => componentTable.id, { onDelete: 'restrict' }),
    managerId: integer('manager_id')
      .$type<FormationManagerId>()
      .references(() => formationManagerTable.id, { onDelete: 'set null' }),
    capacity: integer('capacity'),
    /** JSON lists of strings, in the order of their author. */
    keywords: text('keywords').notNull().default('[]'),
    jobs: text('jobs').notNull().default('[]'),
    /** The title without accents and case: sorted by and searched in. */
    titleKey: text('title_key').notNull(),
    /** Folded title, diploma and component: what makes two rows without a code the same formation. */
    identityKey: text('identity_key').notNull(),
    /** Changes with whatever a file can say of the formation. */
    contentHash: text('content_hash').notNull(),
    /** The import that made it. */
    importId: integer('import_id')
      .$type<ImportId>()
      .references(() => importTable.id, { onDelete: 'set null' }),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    // Last, so that reading the columns before it never walks its overflow pages.
    description: text('description').notNull(),
    prerequisites: text('prerequisites'),
  },
  (table) => [
    check('formation_level', sql`${table.level} between 0 and 8`),
    check('formation_capacity', sql`${table.capacity} >= 0`),
    check('formation_keywords', isJson(table.keywords)),
    check('formation_jobs', isJson(table.jobs)),
    // One formation of each component: several schools may give the same code, as for a national diploma. Two indexes,
    // because a unique index takes two nulls for different.
    uniqueIndex('formation_by_external')
      .on(table.externalId, table.componentId)
      .where(sql`${table.externalId} is not null`),
    uniqueIndex('formation_by_external_alone')
      .on(table.externalId)
      .where(sql`${table.externalId} is not null and ${table.componentId} is null`),
    index('formation_by_identity').on(table.identityKey),
    index('formation_by_title').on(table.titleKey),
    index('formation_by_component').on(table.componentId, table.titleKey),
    index('formation_by_manager')
      .on(table.managerId)
      .where(sql`${table.managerId} is not null`),
    index('formation_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
  ],
);
