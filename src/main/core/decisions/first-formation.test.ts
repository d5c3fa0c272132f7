import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formationDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { arrangeFormations } from '../../../shared/domain/decision';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { createDecisionService, type DecisionService } from './decision-service';

// What lists call first and count as suiting, in SQL, beside the pure rule of a single offer.

const formations = 5;
const offers = 6;
const kinds = ['accepted', 'rejected', 'added', 'cleared'] as const;
const deciding = fc.tuple(
  fc.integer({ min: 1, max: offers }),
  fc.constantFrom(...kinds),
  fc.integer({ min: 1, max: formations }),
);
const ranking = fc.option(fc.shuffledSubarray([1, 2, 3, 4, 5]));

async function open(): Promise<OpenRecords> {
  const records = openRecords();
  await records.database.write((db) => {
    const intake = records.formationService.openIntake(db, null);
    for (let id = 1; id <= formations; id += 1) intake.put(formationDraft({ title: `Formation ${id}` }));
    const offerIntake = records.offerService.openIntake(db, null);
    for (let id = 1; id <= offers; id += 1) offerIntake.put(offerDraft({ title: `Offre ${id}` }), offerContact());
  });
  return records;
}

/** Puts these rankings in place of all former ones; null leaves an offer pending. */
function rank({ database }: OpenRecords, rankings: readonly (readonly number[] | null)[]): Promise<void> {
  return database.write((db) => {
    for (const table of ['match', 'ranking']) db.prepare(`delete from ${table}`).run();
    rankings.forEach((ranked, index) => {
      if (ranked === null) return;
      const best = ranked.length === 0 ? null : 0.9;
      const outcome = ranked.length === 0 ? 'no-suitable-formation' : 'ranked';
      db.prepare('insert into ranking values (?, ?, ?, ?, ?, ?)').run(index + 1, 'm', 'b', outcome, best, 'x');
      ranked.forEach((formationId, place) =>
        db
          .prepare('insert into match values (?, ?, ?, ?, ?, 0.5, 0.5)')
          .run(index + 1, place + 1, formationId, 'm', 0.9 - place / 10),
      );
    });
  });
}

/** What the panel of one offer shows. */
function arranged(service: DecisionService, rankings: readonly (readonly number[] | null)[], offerId: number) {
  const matches = (rankings[offerId - 1] ?? []).map((id, index) => ({
    score: 0.9 - index / 10,
    formation: { id: id as FormationId },
  }));
  return arrangeFormations(matches, service.choicesOf(offerId as OfferId));
}

it('is the same in lists, in counts and in the panel of an offer, whatever was ranked and decided', async () => {
  await using records = await open();
  const { database, settingService } = records;
  const service = createDecisionService({ database, settingService, clock: { now: () => new Date() } });
  const check = async (
    rankings: readonly (readonly number[] | null)[],
    decided: readonly (readonly [number, (typeof kinds)[number], number])[],
  ): Promise<void> => {
    await database.write((db) => {
      for (const table of ['offer_choice', 'decision']) db.prepare(`delete from ${table}`).run();
    });
    await rank(records, rankings);
    for (const [offerId, kind, formationId] of decided) {
      const pair = { offerId: offerId as OfferId, formationId: formationId as FormationId };
      await service.decide({ ...pair, kind, note: null, shown: null });
    }
    const suits = new Map<number, number>();
    const leads = new Map<number, number>();
    const add = (counts: Map<number, number>, id: number) => counts.set(id, (counts.get(id) ?? 0) + 1);
    const sort = { by: 'score', direction: 'desc' } as const;
    const { rows } = records.offerService.list({ filter: {}, sort, page: 0, pageSize: 50 });
    for (let offerId = 1; offerId <= offers; offerId += 1) {
      const { chosen, proposed } = arranged(service, rankings, offerId);
      const [one] = chosen;
      const [other] = proposed;
      const first = one
        ? { formationId: one.choice.formation.id, isChosen: true, score: one.match?.score ?? null }
        : other && { formationId: other.formation.id, isChosen: false, score: other.score };
      const best = rows.find(({ id }) => id === offerId)?.best;
      expect(best && { formationId: best.formationId, isChosen: best.isChosen, score: best.score }).toEqual(
        first ?? null,
      );
      if (first) add(leads, first.formationId);
      for (const { choice } of chosen) add(suits, choice.formation.id);
      for (const { formation } of proposed) add(suits, formation.id);
    }
    const scores = rows.flatMap(({ best }) => best?.score ?? []);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const byTitle = { by: 'title', direction: 'asc' } as const;
    const listed = records.formationService.list({ filter: {}, sort: byTitle, page: 0, pageSize: 50 }).rows;
    expect(listed.map(({ matchedOffers, firstPlaces }) => [matchedOffers, firstPlaces])).toEqual(
      listed.map(({ id }) => [suits.get(id) ?? 0, leads.get(id) ?? 0]),
    );
  };
  const rankings = fc.array(ranking, { minLength: offers, maxLength: offers });
  await fc.assert(fc.asyncProperty(rankings, fc.array(deciding, { maxLength: 12 }), check), { numRuns: 40 });
  // Each decision is a commit that reaches the disk.
}, 30_000);

it('is found for the rows of a page without reading any other offer', async () => {
  await using records = openRecords();
  const plan = records.database.read
    .prepare<{ detail: string }, [string]>(
      'explain query plan select v.formation_id from json_each(?) o cross join first_formation v on v.offer_id = o.value',
    )
    .all('[1]')
    .map(({ detail }) => detail);
  expect(plan.filter((detail) => detail.startsWith('SCAN') && !detail.startsWith('SCAN o VIRTUAL'))).toEqual([]);
});
