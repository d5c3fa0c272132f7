import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CompanyId, ContactId, OfferId } from '../../../shared/domain/ids';
import { offerStatuses } from '../../../shared/domain/offer';
import { isJson, oneOf } from '../db/columns';
import { offerTable } from './offer-table';

/**
 * What the editor keeps of an offer beside the offer itself. Names are as they are being typed: they become a company
 * and a contact when the offer is published, so that half a name never does.
 */
export const offerEditTable = sqliteTable(
  'offer_edit',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .primaryKey()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    /** Whether the names below wait to become records; else the offer's own company and contact count. */
    isTyping: integer('is_typing', { mode: 'boolean' }).notNull().default(false),
    companyName: text('company_name'),
    companySiret: text('company_siret'),
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    contactPhone: text('contact_phone'),
    /** Fields whose proposal was turned down, as a JSON list. */
    dismissed: text('dismissed').notNull().default('[]'),
    /** The state that a closed offer had before. */
    closedFrom: text('closed_from', { enum: offerStatuses }),
    /**
     * The content hash from before a person first changed an imported offer that has no reference: by it the next file
     * that says the same finds the offer again.
     */
    fileHash: text('file_hash'),
    /** Why it was closed then already: a filled offer that was archived since. */
    closedReason: text('closed_reason'),
    /**
     * The company and the contact that its names made: they go with it as long as nobody else uses them. No references,
     * so that a deleted offer comes back in any order.
     */
    madeCompanyId: integer('made_company_id').$type<CompanyId>(),
    madeContactId: integer('made_contact_id').$type<ContactId>(),
    /** The day on which it was filled or laid aside; empty while it is open, and where a file does not say the day. */
    closedOn: text('closed_on'),
  },
  (table) => [
    check('offer_edit_is_typing', sql`${table.isTyping} in (0, 1)`),
    check('offer_edit_dismissed', isJson(table.dismissed)),
    check('offer_edit_closed_from', oneOf(table.closedFrom, offerStatuses)),
    index('offer_edit_by_file_hash')
      .on(table.fileHash)
      .where(sql`${table.fileHash} is not null`),
  ],
);
