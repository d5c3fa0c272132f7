import type { RomeChange } from '../../../shared/contract/rome-pack';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import type { WriteDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import * as romePackRepository from './rome-pack-repository';
import type { MovedRecord } from './rome-pack-repository';

export interface CodedServices {
  readonly offerService: Pick<OfferService, 'openIntake'>;
  readonly formationService: Pick<FormationService, 'openIntake'>;
}

/** Writes codes into records, which is no edit of theirs, and counts these. */
export interface CodeDesk {
  write(record: Pick<MovedRecord, 'kind' | 'id'>, codes: readonly string[]): void;
  /** Gives a record the codes that `moved` has instead of its own. */
  move(record: Pick<MovedRecord, 'kind' | 'id'>, moved: Readonly<Record<string, string>>): MovedRecord;
  change(): RomeChange;
}

export function openCodeDesk(db: WriteDb, { offerService, formationService }: CodedServices): CodeDesk {
  const offers = offerService.openIntake(db, null);
  const formations = formationService.openIntake(db, null);
  const written = { offer: new Set<number>(), formation: new Set<number>() };
  const write: CodeDesk['write'] = ({ kind, id }, codes) => {
    // Ids of the tables that they are named after.
    if (kind === 'offer') offers.recode(id as OfferId, codes[0] ?? null);
    else formations.write(id as FormationId, { romeCodes: [...codes] }, false);
    written[kind].add(id);
  };
  return {
    write,
    move(record, moved) {
      const before = romePackRepository.codesOf(db, record);
      const after = romePackRepository.afterMoves(before, moved);
      write(record, after);
      return { ...record, before, after };
    },
    change: () => ({ offers: written.offer.size, formations: written.formation.size }),
  };
}

/**
 * Gives records that came back as they once were, with an import that was taken back or put in place again or out of the
 * deleted ones, the codes of the version in use.
 */
export function moveReturnedCodes(db: WriteDb, services: CodedServices): void {
  const inUse = romePackRepository.inUse(db);
  if (inUse === null) return;
  const moved = romePackRepository.movedOf(db, inUse);
  const returned = romePackRepository.recordsWith(db, Object.keys(moved));
  if (returned.length === 0) return;
  const desk = openCodeDesk(db, services);
  const changed = returned.map((record) => desk.move(record, moved));
  const nameOf = ({ kind, id }: Pick<MovedRecord, 'kind' | 'id'>): string => `${kind} ${id}`;
  const names = new Set(changed.map(nameOf));
  const others = romePackRepository.changedBy(db, inUse).filter((record) => !names.has(nameOf(record)));
  romePackRepository.setChanged(db, inUse, [...others, ...changed]);
}
