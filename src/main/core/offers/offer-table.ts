import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CompanyId, ContactId, ImportId, OfferId } from '../../../shared/domain/ids';
import { contractTypes, offerStatuses, remoteModes, seniorities } from '../../../shared/domain/offer';
import { companyTable } from '../companies/company-table';
import { contactTable } from '../companies/contact-table';
import { createdAt, id, oneOf, revision, updatedAt } from '../db/columns';
import { importTable } from '../imports/import-table';

const startKinds = ['as-soon-as-possible', 'date', 'range'] as const;
const durationUnits = ['week', 'month'] as const;
const payPeriods = ['hour', 'month', 'year'] as const;

/** A stage, alternance or job offered by a company. */
export const offerTable = sqliteTable(
  'offer',
  {
    id: id<OfferId>(),
    /** Who gave the reference; empty when nobody said, because a unique index takes two nulls for different. */
    source: text('source').notNull().default(''),
    externalId: text('external_id'),
    /** Cleaned for display; `raw_title` is what the author wrote. */
    title: text('title').notNull(),
    rawTitle: text('raw_title').notNull(),
    companyId: integer('company_id')
      .$type<CompanyId>()
      .references(() => companyTable.id, { onDelete: 'restrict' }),
    contactId: integer('contact_id')
      .$type<ContactId>()
      .references(() => contactTable.id, { onDelete: 'set null' }),
    city: text('city'),
    postcode: text('postcode'),
    country: text('country'),
    contractType: text('contract_type', { enum: contractTypes }),
    /** Bit n stands for Bac+n. */
    levelMask: integer('level_mask').notNull().default(0),
    domain: text('domain'),
    romeCode: text('rome_code'),
    seniority: text('seniority', { enum: seniorities }),
    startKind: text('start_kind', { enum: startKinds }),
    startFrom: text('start_from'),
    startTo: text('start_to'),
    durationUnit: text('duration_unit', { enum: durationUnits }),
    durationMin: real('duration_min'),
    durationMax: real('duration_max'),
    weeklyHours: real('weekly_hours'),
    payAmount: real('pay_amount'),
    payPer: text('pay_per', { enum: payPeriods }),
    payWording: text('pay_wording'),
    remote: text('remote', { enum: remoteModes }),
    language: text('language'),
    disabilityFriendly: integer('disability_friendly', { mode: 'boolean' }),
    places: integer('places'),
    postedOn: text('posted_on'),
    expiresOn: text('expires_on'),
    status: text('status', { enum: offerStatuses }).notNull(),
    closingReason: text('closing_reason'),
    academicYear: integer('academic_year').notNull(),
    /** Title, company name, place and domain without accents and case: sorted by and searched in. */
    titleKey: text('title_key').notNull(),
    companyKey: text('company_key'),
    /** The key of its place, which is derived from city, postcode and country. */
    cityKey: text('city_key'),
    domainKey: text('domain_key'),
    /** Changes with whatever a file can say of the offer; finds again an offer that has no reference of its own. */
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
  },
  (table) => [
    check('offer_contract_type', oneOf(table.contractType, contractTypes)),
    check('offer_level_mask', sql`${table.levelMask} between 0 and 511`),
    check('offer_seniority', oneOf(table.seniority, seniorities)),
    check('offer_start_kind', oneOf(table.startKind, startKinds)),
    check('offer_duration_unit', oneOf(table.durationUnit, durationUnits)),
    check('offer_pay_per', oneOf(table.payPer, payPeriods)),
    check('offer_remote', oneOf(table.remote, remoteModes)),
    check('offer_disability_friendly', sql`${table.disabilityFriendly} in (0, 1)`),
    check('offer_status', oneOf(table.status, offerStatuses)),
    uniqueIndex('offer_by_external_source')
      .on(table.externalId, table.source)
      .where(sql`${table.externalId} is not null`),
    index('offer_by_content')
      .on(table.contentHash)
      .where(sql`${table.externalId} is null`),
    index('offer_by_company').on(table.companyId, table.postedOn),
    index('offer_by_contact')
      .on(table.contactId)
      .where(sql`${table.contactId} is not null`),
    index('offer_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
    // Holds what the calendar asks, so that counting it reads this index and not the descriptions.
    index('offer_by_due').on(table.expiresOn, table.status, table.startTo, table.startFrom),
    // Holds every column that the table of offers filters and sorts by, so that any mix of them reads this narrow
    // index and not the descriptions; newest first, which is how the table opens.
    index('offer_by_list').on(
      table.postedOn,
      table.academicYear,
      table.titleKey,
      table.companyKey,
      table.cityKey,
      table.domainKey,
      table.contractType,
      table.status,
      table.companyId,
      table.importId,
      table.city,
      table.domain,
      table.seniority,
      table.levelMask,
    ),
  ],
);

/** SQL for offers `o` that count: no drafts, and none that is another one once more. */
export const isDeposited = `o.status <> 'draft' and not (o.status = 'archived' and ifnull(o.closing_reason, '') = 'duplicate')`;
