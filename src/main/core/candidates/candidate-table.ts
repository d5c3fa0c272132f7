import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CandidateId } from '../../../shared/domain/ids';
import { contractTypes } from '../../../shared/domain/offer';
import { createdAt, id, isJson, oneOf, updatedAt } from '../db/columns';

/**
 * What a student asked the office to keep, so that offers can be proposed later on. There is no column for an age, an
 * address or anything else that says who somebody is but the name under which the profile is found again. No backup
 * has these rows (`copy-database.ts`).
 */
export const candidateTable = sqliteTable(
  'candidate',
  {
    id: id<CandidateId>(),
    name: text('name').notNull(),
    wishes: text('wishes').notNull(),
    /** A list of words, as JSON. */
    skills: text('skills', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The year of study, 1 to 8. */
    level: integer('level'),
    contractType: text('contract_type', { enum: contractTypes }),
    department: text('department'),
    /** The days between which the student is free. */
    availableFrom: text('available_from'),
    availableTo: text('available_to'),
    /** When the student agreed to this being kept: ISO 8601, UTC. */
    consentedAt: text('consented_at').notNull(),
    /** The last day on which it may be kept. */
    keptUntil: text('kept_until').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** A whole region, in the place of a department. */
    region: text('region'),
    /** When somebody last looked at the offers for it: ISO 8601, UTC; null where nobody has. */
    seenAt: text('seen_at'),
    /** The offers that were found for it when somebody looked, as `packIds` writes them; null until somebody does. */
    seenOffers: text('seen_offers'),
  },
  (table) => [
    index('candidate_by_kept_until').on(table.keptUntil),
    check('candidate_skills', isJson(table.skills)),
    check('candidate_contract_type', oneOf(table.contractType, contractTypes)),
  ],
);
