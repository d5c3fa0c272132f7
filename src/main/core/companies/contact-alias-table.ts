import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import { id } from '../db/columns';
import { companyTable } from './company-table';
import { contactTable } from './contact-table';

/** What files may still call a contact that a person corrected or removed, so that they find it, or leave it away. */
export const contactAliasTable = sqliteTable(
  'contact_alias',
  {
    id: id(),
    companyId: integer('company_id')
      .$type<CompanyId>()
      .notNull()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    /** The hash of a former identity key: who was removed is not kept in clear. */
    keyHash: text('key_hash').notNull(),
    /** Null once the contact was removed. */
    contactId: integer('contact_id')
      .$type<ContactId>()
      .references(() => contactTable.id, { onDelete: 'set null' }),
    /** The id that it had then: content hashes of offers from that time are made of it. */
    formerId: integer('former_id').$type<ContactId>().notNull(),
  },
  (table) => [
    index('contact_alias_by_company_key').on(table.companyId, table.keyHash),
    index('contact_alias_by_contact')
      .on(table.contactId)
      .where(sql`${table.contactId} is not null`),
  ],
);
