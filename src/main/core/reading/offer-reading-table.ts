import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { contractTypes, seniorities } from '../../../shared/domain/offer';
import { isJson, oneOf } from '../db/columns';
import { offerTable } from '../offers/offer-table';

/**
 * What was read in the text of an offer; never mixed with what a file or a person said. A trigger removes it when the
 * text changes, and what another version of the rules or another model read counts as missing.
 */
export const offerReadingTable = sqliteTable(
  'offer_reading',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .primaryKey()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    /** Names the rules, the vocabulary and the model that read. */
    version: text('version').notNull(),
    contractType: text('contract_type', { enum: contractTypes }),
    /** Bit n stands for Bac+n. */
    levelMask: integer('level_mask').notNull(),
    seniority: text('seniority', { enum: seniorities }),
    /** Of ROME, with its label as it is shown and as it is sorted and filtered by. */
    domainCode: text('domain_code'),
    domain: text('domain'),
    domainKey: text('domain_key'),
    romeCode: text('rome_code'),
    readAt: text('read_at').notNull(),
    /** The whole reading with its passages. Last, so that reading the columns before it never walks overflow pages. */
    facts: text('facts').notNull(),
  },
  (table) => [
    check('offer_reading_contract_type', oneOf(table.contractType, contractTypes)),
    check('offer_reading_seniority', oneOf(table.seniority, seniorities)),
    check('offer_reading_facts', isJson(table.facts)),
    index('offer_reading_by_version').on(table.version),
    index('offer_reading_by_domain').on(table.domainKey, table.domain),
  ],
);
