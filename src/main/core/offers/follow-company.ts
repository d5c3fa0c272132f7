import type { OfferId } from '../../../shared/domain/ids';
import type { WriteDb } from '../db/open';
import { snapshotOf, type StoredRecord } from '../db/provenance';
import { underItsCompany } from './offer-content';

/** Writes what follows from the company and the skills of an offer, which may be others by now. */
export function followCompany(db: WriteDb, offerId: OfferId): void {
  const { company_key: companyKey, content_hash: hash } = underItsCompany(db, snapshotOf(db, 'offer', offerId));
  db.prepare<unknown, [StoredRecord[string] | undefined, StoredRecord[string] | undefined, number]>(
    'update offer set company_key = ?, content_hash = ? where id = ?',
  ).run(companyKey, hash, offerId);
}
