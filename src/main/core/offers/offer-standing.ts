import type { SaidStanding } from '../../../shared/domain/offer';
import type { WriteDb } from '../db/open';
import type { Known } from './offer-intake-statements';

/** Reads and writes where offers stand, within one transaction. */
export interface StandingDesk {
  of(offer: Known): SaidStanding;
  /** Where an offer stands once a row is taken in that says otherwise; null where it says nothing new. */
  next(offer: Known, said: SaidStanding | null): SaidStanding | null;
  /** Has an offer stand where it is said to; what a person had closed it from is forgotten. */
  write(offerId: number, said: SaidStanding): void;
  /** Keeps the day on which a new offer was closed. */
  keepDay(offerId: number, said: SaidStanding | null): void;
}

export function openStandingDesk(db: WriteDb): StandingDesk {
  const dayOf = db.prepare<string | null, [number]>('select closed_on from offer_edit where offer_id = ?').pluck();
  const writeStatus = db.prepare<unknown, [string, string | null, number]>(
    'update offer set status = ?, closing_reason = ? where id = ?',
  );
  const forgetFormer = db.prepare<unknown, [number]>(
    'update offer_edit set closed_on = null, closed_from = null, closed_reason = null where offer_id = ?',
  );
  const writeDay = db.prepare<unknown, [number, string]>(
    'insert into offer_edit (offer_id, closed_on) values (?, ?) on conflict do update set closed_on = excluded.closed_on',
  );
  const isClosed = ({ status }: Pick<SaidStanding, 'status'>): boolean => status === 'filled' || status === 'archived';
  const of = (offer: Known): SaidStanding => {
    const { id, status, closingReason } = offer;
    return { status, closingReason, closedOn: isClosed(offer) ? (dayOf.get(id) ?? null) : null };
  };
  const keepDay = (offerId: number, said: SaidStanding | null): void => {
    if (said?.closedOn) writeDay.run(offerId, said.closedOn);
  };
  return {
    of,
    next(offer, said) {
      if (said === null || said.status !== offer.status) return said;
      const known = of(offer);
      const { closingReason: reason, closedOn: day } = said;
      // Without its reason or day, a row says nothing of them.
      const next = { ...known, closingReason: reason ?? known.closingReason, closedOn: day ?? known.closedOn };
      return next.closingReason === known.closingReason && next.closedOn === known.closedOn ? null : next;
    },
    write(offerId, said) {
      writeStatus.run(said.status, said.closingReason, offerId);
      forgetFormer.run(offerId);
      keepDay(offerId, said);
    },
    keepDay,
  };
}
