import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contactAccesses } from '../../../shared/domain/company';
import type { CompanyId, ContactId, ImportId } from '../../../shared/domain/ids';
import { createdAt, id, oneOf, revision } from '../db/columns';
import { importTable } from '../imports/import-table';
import { companyTable } from './company-table';

/** A person reached at a company; without a company when an offer names only the person. */
export const contactTable = sqliteTable(
  'contact',
  {
    id: id<ContactId>(),
    companyId: integer('company_id')
      .$type<CompanyId>()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    /** Null when only an address or a number is known. */
    name: text('name'),
    role: text('role'),
    email: text('email'),
    phone: text('phone'),
    /** The e-mail address in lower case, else the folded name, else the phone number. People may share it. */
    identityKey: text('identity_key').notNull(),
    importId: integer('import_id')
      .$type<ImportId>()
      .references(() => importTable.id, { onDelete: 'set null' }),
    revision: revision(),
    createdAt: createdAt(),
    /** What students may be told; null follows the settings. */
    access: text('access', { enum: contactAccesses }),
  },
  (table) => [
    check('contact_access', oneOf(table.access, contactAccesses)),
    index('contact_by_company_identity').on(table.companyId, table.identityKey),
    index('contact_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
  ],
);
