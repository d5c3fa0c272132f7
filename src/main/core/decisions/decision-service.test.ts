import { describe, expect, it } from 'vitest';
import { formationDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { make, openDesk } from '../../../../tests/support/offer-desk';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { createDecisionService, type DecisionService } from './decision-service';

const offer = 1 as OfferId;
const formation = (value: number) => value as FormationId;
const clock = { now: () => new Date('2026-03-02T09:00:00Z') };

interface Office extends AsyncDisposable {
  readonly records: OpenRecords;
  readonly service: DecisionService;
  /** Decides on the one offer, as somebody who was shown the formation at that rank. */
  decide(kind: 'accepted' | 'rejected' | 'added' | 'cleared', about: number, rank?: number): Promise<DecisionId | null>;
}

/** One offer, four formations, and the person who decides. */
async function openOffice(): Promise<Office> {
  const records = openRecords(clock);
  const { database, settingService } = records;
  await database.write((db) => {
    const intake = records.formationService.openIntake(db, null);
    for (const title of ['Gestion', 'Droit', 'Chimie', 'Lettres']) intake.put(formationDraft({ title }));
    records.offerService.openIntake(db, null).put(offerDraft(), offerContact());
  });
  const service = createDecisionService({ database, clock, settingService });
  return {
    ...{ records, service },
    decide: (kind, about, rank) =>
      service.decide({
        ...{ offerId: offer, formationId: formation(about), kind, note: null },
        shown: rank === undefined ? null : { modelId: 'm', rank, score: 0.5 },
      }),
    [Symbol.asyncDispose]: () => records[Symbol.asyncDispose](),
  };
}

const chosen = ({ service }: Office) => service.chosenFormations(offer);
const stored = ({ records }: Office) =>
  records.database.read
    .prepare('select formation_id id, state, place from offer_choice order by place is null, place, formation_id')
    .all();

describe('deciding', () => {
  it('keeps what was said with what was shown, and answers with the formations in the person’s order', async () => {
    await using office = await openOffice();
    await office.decide('accepted', 3, 4);
    await office.decide('rejected', 1, 1);
    await office.decide('added', 2);
    await office.service.move({ offerId: offer, formationId: formation(2), place: 1 });
    await office.service.annotate({ offerId: offer, formationId: formation(3), note: '  voir M. Aubry ' });
    expect(chosen(office)).toEqual([2, 3]);
    const { choices, history } = office.service.ofOffer(offer);
    expect(choices).toMatchObject([
      { formation: { title: 'Droit' }, state: 'added', place: 1, shown: null },
      { formation: { title: 'Chimie' }, state: 'accepted', place: 2, note: 'voir M. Aubry', shown: { rank: 4 } },
      { formation: { title: 'Gestion' }, state: 'rejected', place: null, shown: { modelId: 'm', rank: 1, score: 0.5 } },
    ]);
    expect(history.map(({ kind }) => kind)).toEqual(['noted', 'moved', 'added', 'rejected', 'accepted']);
    expect(stored(office)).toEqual([
      { id: 2, state: 'added', place: 1 },
      { id: 3, state: 'accepted', place: 2 },
      { id: 1, state: 'rejected', place: null },
    ]);
  });

  it('writes nothing where all is so already', async () => {
    await using office = await openOffice();
    const first = await office.decide('accepted', 1, 1);
    const nothing = [
      await office.decide('accepted', 1, 1),
      await office.decide('cleared', 2),
      await office.service.move({ offerId: offer, formationId: formation(1), place: 1 }),
      await office.service.annotate({ offerId: offer, formationId: formation(1), note: ' ' }),
    ];
    expect([first, ...nothing]).toEqual([1, null, null, null, null]);
    expect(office.service.ofOffer(offer).history).toHaveLength(1);
  });

  it('undoes any decision at any time, and brings it back', async () => {
    await using office = await openOffice();
    const first = await office.decide('accepted', 1, 1);
    await office.decide('accepted', 2, 2);
    const undoing = await office.service.takeBack(first ?? (0 as DecisionId));
    expect(chosen(office)).toEqual([2]);
    expect(office.service.ofOffer(offer).history.at(-1)).toMatchObject({ takenBack: { decisionId: undoing } });
    expect(await office.service.takeBack(first ?? (0 as DecisionId))).toBeNull();
    await office.service.takeBack(undoing ?? (0 as DecisionId));
    expect(chosen(office)).toEqual([1, 2]);
    expect(stored(office)).toHaveLength(2);
  });

  it('refuses what it does not know', async () => {
    await using office = await openOffice();
    const { service } = office;
    const unknown = expect.objectContaining({ code: 'not-found' }) as unknown;
    expect(() => service.ofOffer(9 as OfferId)).toThrow(unknown);
    expect(() => service.chosenFormations(9 as OfferId)).toThrow(unknown);
    await expect(office.decide('accepted', 9)).rejects.toEqual(unknown);
    await expect(service.move({ offerId: offer, formationId: formation(1), place: 1 })).rejects.toEqual(unknown);
    await expect(service.annotate({ offerId: offer, formationId: formation(1), note: 'x' })).rejects.toEqual(unknown);
    await expect(service.takeBack(9 as DecisionId)).rejects.toEqual(unknown);
    expect(service.choicesOf(9 as OfferId)).toEqual([]);
  });
});

describe('who decided', () => {
  it('is nobody until somebody was asked, who then signs what was decided so far', async () => {
    await using office = await openOffice();
    const { settingService } = office.records;
    await office.decide('accepted', 1, 1);
    expect(office.service.ofOffer(offer).choices).toMatchObject([{ person: null }]);
    await settingService.update({ personName: ' Marie ' });
    await office.decide('rejected', 2, 2);
    expect(office.service.ofOffer(offer).choices.map(({ person }) => person)).toEqual(['Marie', 'Marie']);
  });

  it('is signed by each person in turn, and by nobody who did not want to be named', async () => {
    await using office = await openOffice();
    const { settingService } = office.records;
    await settingService.update({ personName: '' });
    await office.decide('accepted', 1, 1);
    await settingService.update({ personName: 'Marie' });
    await office.decide('accepted', 2, 2);
    await settingService.update({ personName: 'Jean' });
    await office.decide('accepted', 3, 3);
    expect(office.service.ofOffer(offer).choices.map(({ person }) => person)).toEqual([null, 'Marie', 'Jean']);
  });
});

describe('decisions without a name', () => {
  const people = ({ service }: Office) => service.ofOffer(offer).choices.map(({ person }) => person);

  it('of an earlier start are not signed by whoever gives one next', async () => {
    await using office = await openOffice();
    const { database, settingService } = office.records;
    await database.write((db) =>
      db
        .prepare(
          "insert into decision (offer_id, formation_id, kind, created_at) values (1, 1, 'accepted', '2026-03-01T09:00:00Z')",
        )
        .run(),
    );
    await office.decide('accepted', 2, 2);
    await settingService.update({ personName: 'Marie' });
    expect(people(office)).toEqual([null, 'Marie']);
  });

  it('that follow a name are not signed by whoever gives one next', async () => {
    await using office = await openOffice();
    const { settingService } = office.records;
    await settingService.update({ personName: 'Marie' });
    await office.decide('accepted', 1, 1);
    await settingService.update({ personName: null });
    await office.decide('accepted', 2, 2);
    await settingService.update({ personName: 'Jean' });
    expect(people(office)).toEqual(['Marie', null]);
  });
});

describe('an offer that somebody decided on', () => {
  it('stays with its decisions when its import is undone, as does a decided formation', async () => {
    await using records = openRecords(clock);
    const { database, offerService, formationService, settingService } = records;
    const formations = await records.asImport('formations', (db, importId) => {
      const intake = formationService.openIntake(db, importId);
      for (const title of ['Gestion', 'Droit']) intake.put(formationDraft({ title }));
    });
    const offers = await records.asImport('offers', (db, importId) => {
      const intake = offerService.openIntake(db, importId);
      for (const title of ['Comptable', 'Juriste']) intake.put(offerDraft({ title }), offerContact());
    });
    const service = createDecisionService({ database, clock, settingService });
    await service.decide({ offerId: offer, formationId: formation(2), kind: 'added', note: null, shown: null });
    await database.write((db) => offerService.undoImport(db, offers.importId));
    await database.write((db) => formationService.undoImport(db, formations.importId));
    expect(database.read.prepare('select title from offer').pluck().all()).toEqual(['Comptable']);
    expect(database.read.prepare('select title from formation').pluck().all()).toEqual(['Droit']);
    expect(service.chosenFormations(offer)).toEqual([2]);
  });

  it('comes back from the bin with its decisions, and gives none of them to its duplicate', async () => {
    await using desk = openDesk();
    const { database, formationService, settingService } = desk.records;
    await database.write((db) => formationService.openIntake(db, null).put(formationDraft()));
    const service = createDecisionService({ database, clock, settingService });
    const { offerId } = await make(desk);
    await service.decide({ offerId, formationId: formation(1), kind: 'accepted', note: 'oui', shown: null });
    const before = service.ofOffer(offerId);
    const copy = await desk.editing.duplicate(offerId);
    expect(service.ofOffer(copy.offerId)).toMatchObject({ choices: [], history: [] });
    await desk.editing.remove(offerId);
    expect(() => service.ofOffer(offerId)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await desk.editing.restore(offerId);
    expect(service.ofOffer(offerId)).toEqual(before);
    expect(service.chosenFormations(offerId)).toEqual([1]);
  });
});

describe('the ground truth', () => {
  it('counts offers with a choice or a rejected first proposal, by what was shown then', async () => {
    await using office = await openOffice();
    const { service, records } = office;
    expect(service.quality()).toEqual({ offers: 0, first: 0, amongThree: 0 });
    await records.database.write((db) => {
      const intake = records.offerService.openIntake(db, null);
      for (const title of ['B', 'C', 'D', 'E']) intake.put(offerDraft({ title }), offerContact());
    });
    const say = (offerId: number, kind: 'accepted' | 'rejected' | 'added', about: number, rank: number | null) =>
      service.decide({
        ...{ offerId: offerId as OfferId, formationId: formation(about), kind, note: null },
        shown: rank === null ? null : { modelId: 'm', rank, score: 0.5 },
      });
    await say(1, 'accepted', 1, 1);
    await say(1, 'accepted', 2, 7);
    await say(2, 'rejected', 1, 1);
    await say(2, 'accepted', 2, 3);
    await say(3, 'added', 4, null);
    await say(4, 'rejected', 1, 1);
    // Somebody who only turned a later proposal down has said nothing of the first.
    await say(5, 'rejected', 3, 5);
    expect(service.quality()).toEqual({ offers: 4, first: 1, amongThree: 2 });
  });
});
