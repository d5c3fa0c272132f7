import type { DecisionQuality } from '../../../shared/contract/decisions';
import type { Choice, DecisionEvent, ShownMatch } from '../../../shared/domain/decision';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import type { FormationName } from '../../../shared/domain/match';
import type { ReadDb, WriteDb } from '../db/open';

interface EventRow extends Omit<DecisionEvent, 'shown'> {
  readonly modelId: string | null;
  readonly shownRank: number | null;
  readonly shownScore: number | null;
}

/** All decisions on an offer, oldest first. */
export function eventsOf(db: ReadDb, offerId: OfferId): readonly DecisionEvent[] {
  return db
    .prepare<EventRow, [number]>(
      `select id, kind, formation_id formationId, rank place, target_id targetId, note, person, created_at at,
         model_id modelId, shown_rank shownRank, shown_score shownScore
       from decision where offer_id = ? order by id`,
    )
    .all(offerId)
    .map(({ modelId, shownRank, shownScore, ...event }) => ({
      ...event,
      shown: shownOf(modelId, shownRank, shownScore),
    }));
}

function shownOf(modelId: string | null, rank: number | null, score: number | null): ShownMatch | null {
  return modelId === null || rank === null || score === null ? null : { modelId, rank, score };
}

/** Adds a decision; the formation and the offer must exist. */
export function append(db: WriteDb, offerId: OfferId, event: Omit<DecisionEvent, 'id'>): DecisionId {
  const { formationId, kind, place, targetId, note, person, at, shown } = event;
  const id = db
    .prepare<DecisionId, (string | number | null)[]>(
      `insert into decision (offer_id, formation_id, kind, rank, target_id, note, person, created_at, model_id,
         shown_rank, shown_score)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    )
    .pluck()
    .get(
      ...[offerId, formationId, kind, place, targetId, note, person, at],
      ...[shown?.modelId ?? null, shown?.rank ?? null, shown?.score ?? null],
    );
  if (id === undefined) throw new Error('A decision was stored without an id.');
  return id;
}

/** Signs those of some decisions that nobody signed. */
export function sign(db: WriteDb, ids: readonly DecisionId[], person: string): void {
  db.prepare<unknown, [string, string]>(
    'update decision set person = ? where person is null and id in (select value from json_each(?))',
  ).run(person, JSON.stringify(ids));
}

/** Whether anybody ever decided under a name. */
export function isAnySigned(db: ReadDb): boolean {
  return db.prepare<unknown, []>('select 1 from decision where person is not null limit 1').get() !== undefined;
}

/** Puts how the formations of an offer stand in place of how they stood. */
export function replaceChoices(db: WriteDb, offerId: OfferId, choices: readonly Choice[]): void {
  db.prepare<unknown, [number]>('delete from offer_choice where offer_id = ?').run(offerId);
  const insert = db.prepare<unknown, [number, number, string, number | null, number]>(
    'insert into offer_choice (offer_id, formation_id, state, place, decision_id) values (?, ?, ?, ?, ?)',
  );
  for (const { formationId, state, place, decisionId } of choices) {
    insert.run(offerId, formationId, state, place, decisionId);
  }
}

/** The chosen formations of an offer, in the person's order. */
export function chosenFormations(db: ReadDb, offerId: OfferId): readonly FormationId[] {
  return db
    .prepare<FormationId, [number]>(
      'select formation_id from offer_choice where offer_id = ? and place >= 1 order by place',
    )
    .pluck()
    .all(offerId);
}

/** Whether anything was ever decided on an offer; much quicker than asking what. */
export function hasChoices(db: ReadDb, offerId: OfferId): boolean {
  return (
    db.prepare<unknown, [number]>('select 1 from offer_choice where offer_id = ? limit 1').get(offerId) !== undefined
  );
}

export function hasOffer(db: ReadDb, offerId: OfferId): boolean {
  return db.prepare<unknown, [number]>('select 1 from offer where id = ?').get(offerId) !== undefined;
}

export function hasFormation(db: ReadDb, formationId: FormationId): boolean {
  return db.prepare<unknown, [number]>('select 1 from formation where id = ?').get(formationId) !== undefined;
}

/** The offer that a decision is about; null when there is no such decision. */
export function offerOf(db: ReadDb, decisionId: DecisionId): OfferId | null {
  const find = db.prepare<OfferId, [number]>('select offer_id from decision where id = ?').pluck();
  return find.get(decisionId) ?? null;
}

/** The names of the formations that anything was decided on for an offer. */
export function namesOf(db: ReadDb, offerId: OfferId): ReadonlyMap<FormationId, FormationName> {
  const rows = db
    .prepare<FormationName, [number]>(
      `select f.id, f.title, f.diploma_type diplomaType, f.level, c.name component
       from formation f left join component c on c.id = f.component_id
       where f.id in (select formation_id from decision where offer_id = ?)`,
    )
    .all(offerId);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How the proposals shown at the time of deciding stood the test, over all offers. */
export function quality(db: ReadDb): DecisionQuality {
  const counted = db
    .prepare<DecisionQuality>(
      `with judged as (
         select max(c.place >= 1 and d.shown_rank = 1) is 1 first, max(c.place >= 1 and d.shown_rank <= 3) is 1 amongThree
         from offer_choice c join decision d on d.id = c.decision_id
         group by c.offer_id having max(coalesce(c.place >= 1 or d.shown_rank = 1, 0))
       )
       select count(*) offers, coalesce(sum(first), 0) first, coalesce(sum(amongThree), 0) amongThree from judged`,
    )
    .get();
  return counted ?? { offers: 0, first: 0, amongThree: 0 };
}
