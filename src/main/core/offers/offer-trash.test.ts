import { describe, expect, it } from 'vitest';
import { fullOfferDraft, offerContact } from '../../../../tests/support/drafts';
import { act, countOf, form, make, openDesk } from '../../../../tests/support/offer-desk';
import type { OfferId } from '../../../shared/domain/ids';
import { keepChoices } from '../decisions/decision-service';

describe('deleting', () => {
  it('is taken back whole but for what is computed, which may not be true any more', async () => {
    await using desk = openDesk();
    const { database, offerService } = desk.records;
    const saved = await act(desk, await make(desk), 'publish');
    await database.write((db) => {
      db.prepare(
        `insert into formation (id, title, title_key, identity_key, content_hash, created_at, updated_at, description)
         values (1, 'Gestion', 'x', 'x', 'x', 'x', 'x', ''), (2, 'Droit', 'x', 'x', 'x', 'x', 'x', '')`,
      ).run();
      db.prepare("insert into ranking values (1, 'm', 'b', 'ranked', 0.6, 'x')").run();
      db.prepare("insert into match values (1, 1, 1, 'm', 0.6, 0.5, 0.7), (1, 2, 2, 'm', 0.5, 0.5, 0.5)").run();
      db.prepare(
        "insert into offer_reading (offer_id, version, level_mask, read_at, facts) values (1, 'v', 0, 'x', '{}')",
      ).run();
      const decide = db.prepare<unknown, [number, number, string]>(
        "insert into decision (id, offer_id, formation_id, kind, created_at) values (?, 1, ?, ?, 'x')",
      );
      decide.run(6, 2, 'accepted');
      decide.run(7, 1, 'accepted');
      keepChoices(db, saved.offerId);
    });
    const before = offerService.get(saved.offerId);
    await desk.editing.remove(saved.offerId);
    const own = ['offer', 'match', 'decision', 'offer_choice', 'offer_skill', 'offer_edit'];
    expect(own.map((table) => countOf(desk, table))).toEqual([0, 0, 0, 0, 0, 0]);
    await database.write((db) => void db.prepare('delete from formation where id = 2').run());
    await desk.editing.restore(saved.offerId);
    expect(offerService.get(saved.offerId)).toEqual({ ...before, outcome: 'pending' });
    expect(database.read.prepare('select id, kind from decision').all()).toEqual([{ id: 7, kind: 'accepted' }]);
    // The other chosen formation is gone meanwhile: this one is the first now.
    expect(database.read.prepare('select formation_id, place, decision_id from offer_choice').all()).toEqual([
      { formation_id: 1, place: 1, decision_id: 7 },
    ]);
    expect(['ranking', 'match', 'offer_reading'].map((table) => countOf(desk, table))).toEqual([0, 0, 0]);
  });

  it('comes back without a company that is gone', async () => {
    await using desk = openDesk();
    const saved = await act(desk, await make(desk), 'publish');
    await desk.editing.remove(saved.offerId);
    await desk.records.database.write((db) => void db.prepare('delete from company').run());
    await desk.editing.restore(saved.offerId);
    expect(desk.records.offerService.get(saved.offerId)).toMatchObject({ company: null, contact: null });
  });

  it('is found by what it still says, and gets its company again from the same file', async () => {
    await using desk = openDesk();
    const { database, offerService } = desk.records;
    const contact = offerContact({ companyName: 'Zénith' });
    const take = () => database.write((db) => offerService.openIntake(db, null).put(fullOfferDraft(), contact));
    const found = () => offerService.count({ text: 'zenith' });
    await take();
    expect(found()).toBe(1);
    await desk.editing.remove(1 as OfferId);
    await database.write((db) => void db.prepare('update company set id = 9').run());
    await desk.editing.restore(1 as OfferId);
    await database.write((db) => void db.prepare('update company set id = 1').run());
    expect([found(), offerService.get(1 as OfferId).company]).toEqual([0, null]);
    expect([await take(), await take()]).toEqual(['updated', 'unchanged']);
    expect([found(), offerService.get(1 as OfferId).company?.name]).toEqual([1, 'Zénith']);
  });

  it('is sorted under the name that its company has by now', async () => {
    await using desk = openDesk();
    const saved = await act(desk, await make(desk), 'publish');
    await desk.editing.remove(saved.offerId);
    await desk.records.database.write(
      (db) => void db.prepare("update company set name = 'Zénith', name_key = 'zenith'").run(),
    );
    await desk.editing.restore(saved.offerId);
    expect(desk.records.offerService.count({ text: 'zenith' })).toBe(1);
  });

  it('refuses to come back beside its own second import', async () => {
    await using desk = openDesk();
    const { database, offerService } = desk.records;
    const take = () => database.write((db) => offerService.openIntake(db, null).put(fullOfferDraft(), offerContact()));
    await take();
    await desk.editing.remove(1 as OfferId);
    await take();
    await expect(desk.editing.restore(1 as OfferId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is listed until it is restored or the bin is emptied', async () => {
    await using desk = openDesk();
    const first = await act(desk, await make(desk), 'publish');
    const second = await make(desk);
    await desk.editing.remove(first.offerId);
    desk.now = new Date('2026-03-30T12:00:00Z');
    await desk.editing.remove(second.offerId);
    const listed = () => desk.editing.deleted().map(({ offerId }) => offerId);
    expect(desk.editing.deleted()[1]).toEqual({
      offerId: first.offerId,
      title: 'Comptable',
      opening: null,
      company: 'Cabinet Aubrac',
      deletedAt: '2026-03-02T09:00:00.000Z',
      keptUntil: '2026-04-01T09:00:00.000Z',
    });
    expect(listed()).toEqual([second.offerId, first.offerId]);
    await desk.editing.restore(second.offerId);
    expect(listed()).toEqual([first.offerId]);
    desk.now = new Date('2026-04-01T09:00:01Z');
    expect(listed()).toEqual([]);
    await desk.editing.remove(second.offerId);
    await desk.editing.emptyTrash('all');
    expect([listed(), countOf(desk, 'deleted_offer')]).toEqual([[], 0]);
    await expect(desk.editing.restore(second.offerId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is for good after a month', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    const second = await make(desk);
    await desk.editing.remove(first.offerId);
    desk.now = new Date('2026-03-31T12:00:00Z');
    await desk.editing.remove(second.offerId);
    desk.now = new Date('2026-04-01T10:00:00Z');
    await expect(desk.editing.restore(first.offerId)).rejects.toMatchObject({ code: 'not-found' });
    await desk.editing.restore(second.offerId);
    expect(desk.editing.read(second.offerId).form).toEqual(form);
  });

  it('leaves nothing of what was said after a month', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    const second = await make(desk);
    await desk.editing.remove(first.offerId);
    desk.now = new Date('2026-03-31T12:00:00Z');
    await desk.editing.remove(second.offerId);
    desk.now = new Date('2026-04-01T10:00:00Z');
    await desk.editing.emptyTrash();
    const kept = desk.records.database.read.prepare('select offer_id from deleted_offer').pluck().all();
    expect(kept).toEqual([second.offerId]);
  });

  it('forgets the company and the contact that only the offer had made, once it is for good', async () => {
    await using desk = openDesk();
    const owners = () => [countOf(desk, 'company'), countOf(desk, 'contact')];
    const { offerId } = await act(desk, await make(desk), 'publish');
    await desk.editing.remove(offerId);
    await desk.editing.emptyTrash();
    expect(owners()).toEqual([1, 1]);
    await desk.editing.restore(offerId);
    expect(desk.records.offerService.get(offerId)).toMatchObject({ company: { name: 'Cabinet Aubrac' } });
    await desk.editing.remove(offerId);
    desk.now = new Date('2026-04-01T09:00:01Z');
    await desk.editing.emptyTrash();
    expect(owners()).toEqual([0, 0]);
  });

  it('forgets what it kept of an import that was undone meanwhile', async () => {
    await using desk = openDesk();
    const { database, offerService, companyService } = desk.records;
    const { importId } = await desk.records.asImport('offers', (db, id) =>
      offerService.openIntake(db, id).put(fullOfferDraft(), offerContact({ companyName: 'Zénith' })),
    );
    const { revision, form: found } = desk.editing.read(1 as OfferId);
    await desk.editing.save({ offerId: 1 as OfferId, revision, form: { ...found, city: 'Metz' }, hasNames: true });
    await desk.editing.remove(1 as OfferId);
    await database.write(async (db) => {
      await companyService.takeBack(db, importId);
      db.prepare("update import set state = 'undone'").run();
    });
    expect(countOf(desk, 'company')).toBe(1);
    desk.now = new Date('2026-04-01T09:00:01Z');
    await desk.editing.emptyTrash();
    expect(countOf(desk, 'company')).toBe(0);
  });
});
