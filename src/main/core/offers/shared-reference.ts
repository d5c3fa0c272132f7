import { createHash } from 'node:crypto';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { ReadDb } from '../db/open';

const pattern = /^SR-(\d{1,15})-[0-9a-f]{12}$/;

/**
 * The reference under which an offer without one of its own goes to other universities, always the same. Made of its id
 * and the moment when it was stored, so that no other application gives it to another offer, and that this one knows it
 * when it comes back, also from a copy of its data.
 */
export function sharedReference(db: ReadDb, offerId: OfferId): string {
  const createdAt = createdAtOf(db, offerId);
  if (createdAt === undefined) throw new Error(`There is no offer ${offerId}.`);
  return referenceOf(offerId, createdAt);
}

/**
 * The offer of this application that went out under a reference which was made for it, or under its own with the name of
 * our university as its source; null for any other.
 */
export function ownOffer(
  db: ReadDb,
  { externalId, source }: Pick<OfferDraft, 'externalId' | 'source'>,
  universityName: string,
): number | null {
  if (externalId === null) return null;
  const id = Number(pattern.exec(externalId)?.[1] ?? 0);
  const createdAt = id === 0 ? undefined : createdAtOf(db, id);
  if (createdAt !== undefined && referenceOf(id, createdAt) === externalId) return id;
  if (source === null || source !== universityName) return null;
  const known = db.prepare<number, [string]>(`select id from offer where external_id = ? and source = ''`).pluck();
  return known.get(externalId) ?? null;
}

function createdAtOf(db: ReadDb, offerId: number): string | undefined {
  return db.prepare<string, [number]>('select created_at from offer where id = ?').pluck().get(offerId);
}

function referenceOf(offerId: number, createdAt: string): string {
  const hash = createHash('sha256').update(`${offerId} ${createdAt}`).digest('hex');
  return `SR-${offerId}-${hash.slice(0, 12)}`;
}
