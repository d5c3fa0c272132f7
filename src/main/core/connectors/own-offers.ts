import type { OfferService } from '../../../shared/domain/import';
import { serviceNames } from '../../../shared/domain/service-question';
import type { ReadDb } from '../db/open';

/** An offer of ours that came from a service. */
export interface OwnOffer {
  readonly externalId: string;
  /** As the service called it. */
  readonly title: string;
  /** The day on which it came. */
  readonly takenOn: string;
}

const openOnes = `from offer where source = ? and external_id is not null and status in ('published', 'transmitted')
  and (expires_on is null or expires_on >= ?)`;

/** The offers of a service that are open on a day (`yyyy-mm-dd`), the newest first. */
export function openOffersOf(db: ReadDb, service: OfferService, today: string): OwnOffer[] {
  return db
    .prepare<OwnOffer, [string, string]>(
      `select external_id as externalId, coalesce(raw_title, title) as title,
         substr(created_at, 1, 10) as takenOn ${openOnes} order by id desc`,
    )
    .all(serviceNames[service], today);
}

/** How many there are. */
export function countOpenOffersOf(db: ReadDb, service: OfferService, today: string): number {
  return (
    db.prepare<number, [string, string]>(`select count(*) ${openOnes}`).pluck().get(serviceNames[service], today) ?? 0
  );
}
