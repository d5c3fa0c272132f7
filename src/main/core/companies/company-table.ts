import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CompanyId, ImportId } from '../../../shared/domain/ids';
import { companySizes, companyStates } from '../../../shared/domain/company';
import { createdAt, id, oneOf, revision, updatedAt } from '../db/columns';
import { importTable } from '../imports/import-table';

/** Who offers. */
export const companyTable = sqliteTable(
  'company',
  {
    id: id<CompanyId>(),
    externalId: text('external_id'),
    name: text('name').notNull(),
    siret: text('siret'),
    naf: text('naf'),
    size: text('size', { enum: companySizes }),
    address: text('address'),
    postcode: text('postcode'),
    city: text('city'),
    country: text('country'),
    website: text('website'),
    /** The name without accents, case, punctuation and legal form: sorted by, searched in, and found again by. */
    nameKey: text('name_key').notNull(),
    cityKey: text('city_key'),
    contentHash: text('content_hash').notNull(),
    /** The import that made it, on its own or on the way of an offer. */
    importId: integer('import_id')
      .$type<ImportId>()
      .references(() => importTable.id, { onDelete: 'set null' }),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Whether somebody of the office has looked at it. */
    state: text('state', { enum: companyStates }).notNull().default('validated'),
    /** The one that remains, for a company that was found to be the same: shown nowhere, and found again by imports. */
    mergedInto: integer('merged_into')
      .$type<CompanyId>()
      .references((): AnySQLiteColumn => companyTable.id, { onDelete: 'restrict' }),
  },
  (table) => [
    check('company_size', oneOf(table.size, companySizes)),
    check('company_state', oneOf(table.state, companyStates)),
    check('company_siret', sql`length(${table.siret}) = 14`),
    uniqueIndex('company_by_siret')
      .on(table.siret)
      .where(sql`${table.siret} is not null`),
    uniqueIndex('company_by_external')
      .on(table.externalId)
      .where(sql`${table.externalId} is not null`),
    index('company_by_name_postcode').on(table.nameKey, table.postcode),
    index('company_by_city').on(table.cityKey),
    index('company_by_state')
      .on(table.state)
      .where(sql`${table.state} = 'to-validate'`),
    index('company_by_merged')
      .on(table.mergedInto)
      .where(sql`${table.mergedInto} is not null`),
    index('company_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
  ],
);
