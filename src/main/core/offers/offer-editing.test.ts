import { describe, expect, it } from 'vitest';
import { fullOfferDraft, offerContact } from '../../../../tests/support/drafts';
import { act, change, countOf, form, make, openDesk, type Desk } from '../../../../tests/support/offer-desk';
import type { OfferId } from '../../../shared/domain/ids';
import { offerStatuses, type OfferStatus } from '../../../shared/domain/offer';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { possibleActions, type OfferAction } from '../../../shared/domain/offer-life-cycle';

describe('saving', () => {
  it('makes a draft that says all of the form', async () => {
    await using desk = openDesk();
    const saved = await make(desk);
    expect(saved).toEqual({ offerId: 1, revision: 1, status: 'draft', savedAt: '2026-03-02T09:00:00.000Z' });
    expect(desk.editing.read(saved.offerId).form).toEqual(form);
    expect(desk.records.offerService.get(saved.offerId)).toMatchObject({
      title: 'Comptable',
      rawTitle: form.title,
      levels: [3],
      skills: ['Excel', 'Paie'],
      academicYear: 2025,
      status: 'draft',
      company: null,
    });
  });

  it('keeps half a name from becoming a company', async () => {
    await using desk = openDesk();
    let saved = await make(desk, { companyName: 'Ca' });
    saved = await change(desk, saved, { companyName: 'Cabinet Au', contactEmail: 'lea@aubrac.example' });
    expect([countOf(desk, 'company'), countOf(desk, 'contact')]).toEqual([0, 0]);
    await act(desk, saved, 'publish');
    expect(desk.records.offerService.get(saved.offerId)).toMatchObject({ company: { name: 'Cabinet Au' } });
    saved = await change(desk, { ...saved, revision: 3 }, { companyName: 'Cabinet Aubr' }, false);
    expect(countOf(desk, 'company')).toBe(1);
    await change(desk, saved, { companyName: 'Cabinet Aubrac' });
    expect(desk.records.offerService.get(saved.offerId)).toMatchObject({ company: { name: 'Cabinet Aubrac' } });
  });

  it('recognises a company that is known', async () => {
    await using desk = openDesk();
    await act(desk, await make(desk), 'publish');
    const second = await make(desk, { companyName: 'SAS cabinet aubrac' });
    expect(desk.records.offerService.get(second.offerId).company?.name).toBe('Cabinet Aubrac');
  });

  it('leaves the person of another offer alone where somebody else answers at the address', async () => {
    await using desk = openDesk();
    const shared = { companyName: 'Hydrelis', contactEmail: 'rh@hydrelis.example' } as const;
    const contactOf = ({ offerId }: { readonly offerId: OfferId }) => desk.records.offerService.get(offerId).contact;
    const write = async (said: Partial<OfferForm>) => act(desk, await make(desk, { ...shared, ...said }), 'publish');
    const first = await write({ contactName: 'Sophie Leroy', contactPhone: '0476112233' });
    const second = await write({ contactName: 'Paul Martin', contactPhone: null });
    const third = await write({ contactName: null, contactPhone: '0400000000' });
    expect([first, second, third].map(contactOf)).toMatchObject([
      { name: 'Sophie Leroy', phone: '0476112233' },
      { name: 'Paul Martin', phone: null },
      { name: null, phone: '0400000000' },
    ]);
    await change(desk, await write({ contactName: 'sophie leroy' }), { contactName: 'Anne Garnier' });
    expect(contactOf(first)).toMatchObject({ phone: '0476112233' });
    expect(contactOf(first)?.name).toMatch(/^sophie leroy$/i);
  });

  it('counts a revision for each change, and none for none', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    const same = await change(desk, first, {});
    expect(same.revision).toBe(1);
    const next = await change(desk, first, { city: 'Rodez' });
    expect(next.revision).toBe(2);
  });

  it('tells a second window and overwrites nothing', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    await change(desk, first, { city: 'Rodez' });
    await expect(change(desk, first, { city: 'Millau' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'offer-changed',
      details: { offerId: 1, revision: 2 },
    });
    expect(desk.editing.read(first.offerId).form.city).toBe('Rodez');
  });

  it('says that an offer is gone', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    const wanted = { offerId: first.offerId, revision: 1, form, hasNames: true };
    await desk.editing.remove(first.offerId);
    await expect(desk.editing.save(wanted)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('makes the ranking of a changed text stale, and leaves that of a closed one', async () => {
    await using desk = openDesk();
    const first = await make(desk);
    await desk.records.database.write((db) => {
      db.prepare("insert into ranking values (1, 'm', 'b', 'no-suitable-formation', 0.1, 'x')").run();
    });
    await act(desk, first, 'archive');
    expect(countOf(desk, 'ranking')).toBe(1);
    await change(desk, { ...first, revision: 2 }, { description: 'Autre chose.' });
    expect(countOf(desk, 'ranking')).toBe(0);
  });

  it('changes what a file brought, and a second import finds it again', async () => {
    await using desk = openDesk();
    const { database, offerService } = desk.records;
    const take = (importId: null) =>
      database.write((db) =>
        offerService.openIntake(db, importId).put(fullOfferDraft(), offerContact({ companyName: 'Zénith' })),
      );
    await take(null);
    const { offerId, revision, form: found } = desk.editing.read(1 as OfferId);
    expect(found).toMatchObject({ companyName: 'Zénith', skills: ['TypeScript', 'SQL'], duration: { max: 6 } });
    await desk.editing.save({ offerId, revision, form: { ...found, city: 'Lyon' }, hasNames: true });
    expect(await take(null)).toBe('unchanged');
    expect(offerService.get(offerId)).toMatchObject({ externalId: 'REF-1', source: 'Jobteaser', city: 'Lyon' });
  });
});

describe('the life of an offer', () => {
  it('is published on the day, with its company and contact', async () => {
    await using desk = openDesk();
    const saved = await act(desk, await make(desk), 'publish');
    expect(saved).toMatchObject({ status: 'published', revision: 2 });
    expect(desk.records.offerService.get(saved.offerId)).toMatchObject({
      postedOn: '2026-03-02',
      company: { name: 'Cabinet Aubrac' },
      contact: { name: 'Léa Roux', email: 'lea.roux@aubrac.example' },
    });
  });

  it('needs a title', async () => {
    await using desk = openDesk();
    const saved = await make(desk, { title: ' ' });
    await expect(act(desk, saved, 'publish')).rejects.toMatchObject({ reason: 'title-missing' });
  });

  it('keeps why it was closed, and opens again where it was', async () => {
    await using desk = openDesk();
    const { offerService } = desk.records;
    const saved = await make(desk);
    await act(desk, saved, 'publish');
    await act(desk, saved, 'transmit');
    await act(desk, saved, 'archive');
    expect(offerService.get(saved.offerId)).toMatchObject({ status: 'archived', closingReason: 'our-student' });
    await act(desk, saved, 'reopen');
    expect(offerService.get(saved.offerId)).toMatchObject({ status: 'transmitted', closingReason: null });
  });

  it('goes back from the archive with the reason that it had been filled for', async () => {
    await using desk = openDesk();
    const { offerService } = desk.records;
    const saved = await act(desk, await make(desk), 'publish');
    await act(desk, saved, 'fill');
    await desk.editing.act({ offerId: saved.offerId, revision: null, action: 'archive', reason: 'expired' });
    await act(desk, saved, 'reopen');
    expect(offerService.get(saved.offerId)).toMatchObject({ status: 'filled', closingReason: 'our-student' });
  });

  const ways: Readonly<Record<OfferStatus, readonly OfferAction[]>> = {
    draft: [],
    published: ['publish'],
    transmitted: ['publish', 'transmit'],
    filled: ['publish', 'transmit', 'fill'],
    archived: ['publish', 'transmit', 'fill', 'archive'],
  };
  const all = offerStatuses.flatMap((status) => possibleActions(status).map((action) => ({ status, action })));
  it.each(all)('$action of a $status one can be taken back whole', async ({ status, action }) => {
    await using desk = openDesk();
    const saved = await make(desk);
    for (const step of ways[status]) await act(desk, saved, step);
    const standing = () => {
      const { status: now, closingReason, postedOn } = desk.records.offerService.get(saved.offerId);
      return { now, closingReason, postedOn, form: desk.editing.read(saved.offerId).form };
    };
    const before = standing();
    const { revision, former } = await act(desk, saved, action);
    await desk.editing.takeBack({ offerId: saved.offerId, revision, former });
    expect(standing()).toEqual(before);
    const again = await act(desk, saved, action);
    expect(again.former).toEqual(former);
  });

  it('takes no action back over what somebody wrote since', async () => {
    await using desk = openDesk();
    const { offerId, revision, former } = await act(desk, await make(desk), 'publish');
    await change(desk, { offerId, revision, status: 'published', savedAt: '' }, { city: 'Rodez' });
    const late = desk.editing.takeBack({ offerId, revision, former });
    await expect(late).rejects.toMatchObject({ reason: 'offer-changed' });
  });

  it('takes the company and the contact along that only its publication made', async () => {
    await using desk = openDesk();
    const owners = () => [countOf(desk, 'company'), countOf(desk, 'contact')];
    const saved = await make(desk);
    const { revision, former } = await act(desk, saved, 'publish');
    expect(owners()).toEqual([1, 1]);
    await desk.editing.takeBack({ offerId: saved.offerId, revision, former });
    expect(owners()).toEqual([0, 0]);
    expect(desk.editing.read(saved.offerId).form).toEqual(form);
    await act(desk, saved, 'publish');
    await act(desk, saved, 'withdraw');
    expect(owners()).toEqual([0, 0]);
  });

  it('leaves a company that another offer names, or that somebody validated', async () => {
    await using desk = openDesk();
    const first = await act(desk, await make(desk), 'publish');
    await act(desk, await make(desk, { contactEmail: 'paul@aubrac.example' }), 'publish');
    const third = await act(desk, await make(desk, { companyName: 'Garage Ferrandier' }), 'publish');
    await desk.records.database.write(
      (db) => void db.prepare("update company set revision = 2, state = 'validated' where id = 2").run(),
    );
    for (const offer of [first, third]) await act(desk, offer, 'withdraw');
    expect([countOf(desk, 'company'), countOf(desk, 'contact')]).toEqual([2, 1]);
    expect(desk.records.offerService.get(third.offerId).company?.name).toBe('Garage Ferrandier');
  });

  it('forgets a company that a slip of the pen made', async () => {
    await using desk = openDesk();
    const saved = await act(desk, await make(desk, { companyName: 'Cabine Obrac' }), 'publish');
    await change(desk, saved, { companyName: 'Cabinet Aubrac' });
    const names = desk.records.database.read.prepare<string>('select name from company').pluck().all();
    expect(names).toEqual(['Cabinet Aubrac']);
  });

  it('refuses what makes no sense, and what somebody else was quicker with', async () => {
    await using desk = openDesk();
    const saved = await make(desk);
    await expect(act(desk, saved, 'fill')).rejects.toMatchObject({ code: 'conflict', reason: 'action-impossible' });
    await change(desk, saved, { city: 'Rodez' });
    const late = desk.editing.act({ offerId: saved.offerId, revision: 1, action: 'publish', reason: null });
    await expect(late).rejects.toMatchObject({ reason: 'offer-changed' });
  });

  it('is duplicated as a draft of today', async () => {
    await using desk = openDesk();
    const saved = await act(desk, await make(desk, { expiresOn: '2026-04-01' }), 'publish');
    desk.now = new Date('2026-10-02T09:00:00Z');
    const copy = await desk.editing.duplicate(saved.offerId);
    expect(desk.editing.read(copy.offerId)).toMatchObject({ status: 'draft', form: { ...form, expiresOn: null } });
    expect(desk.records.offerService.get(copy.offerId)).toMatchObject({ academicYear: 2026, postedOn: null });
  });
});

describe('the legal check of a form', () => {
  it('looks at the terms that only the text names, unless they were turned down', async () => {
    await using desk = openDesk();
    const description =
      'Stage de 6 mois à Rodez, à partir du 1er avril 2026. Vous tenez les comptes de nos clients. Gratification : 2 € de l’heure.';
    const found = await codes(desk, { contractType: null, description });
    expect(found).toContain('gratification-below-floor');
    const given = { amount: 5, per: 'hour', wording: '5 €' } as const;
    expect(await codes(desk, { contractType: null, description, pay: given })).not.toContain(found[0]);
    const turnedDown = await codes(desk, { contractType: null, description, dismissed: ['pay', 'contractType'] });
    expect(turnedDown).not.toContain('gratification-below-floor');
  });

  const codes = async (desk: Desk, said: Partial<OfferForm>) =>
    (await desk.editing.check({ ...form, postedOn: '2026-03-02', ...said }, null)).map(({ code }) => code);

  it('tells the language of the text', async () => {
    await using desk = openDesk();
    const description =
      'We are looking for an intern who will help our accountants with the yearly closing and talk to our clients.';
    expect(await codes(desk, { description })).toEqual(['not-in-french']);
    expect(await codes(desk, { description: 'Stage data scientist machine learning' })).toEqual([]);
  });

  it('knows the size of the company and the internship before', async () => {
    await using desk = openDesk();
    const { database, companyService } = desk.records;
    await database.write((db) => {
      const draft = { externalId: null, siret: null, naf: null, address: null, postcode: null, city: null };
      const rest = { country: null, website: null, contact: null };
      companyService.openIntake(db, null).put({ ...draft, ...rest, name: 'Cabinet Aubrac', size: 'TPE' });
    });
    expect(await codes(desk, { places: 4 })).toEqual(['trainee-quota']);
    const pay = { amount: 5, per: 'hour', wording: '5 €' } as const;
    const three = { unit: 'month', min: 3, max: 3 } as const;
    const former = await make(desk, { start: { kind: 'date', on: '2026-04-01' }, duration: three, pay });
    const next = { start: { kind: 'date', on: '2026-07-15' }, duration: three, pay } as const;
    expect(await codes(desk, next)).toEqual([]);
    await act(desk, former, 'publish');
    expect(await codes(desk, next)).toEqual([]);
    await desk.editing.act({ offerId: former.offerId, revision: null, action: 'archive', reason: 'no-candidate' });
    expect(await codes(desk, next)).toEqual([]);
    await act(desk, former, 'reopen');
    await act(desk, former, 'fill');
    expect(await codes(desk, next)).toEqual(['waiting-time']);
    await desk.editing.act({ offerId: former.offerId, revision: null, action: 'archive', reason: 'other' });
    expect(await codes(desk, next)).toEqual(['waiting-time']);
    expect(await codes(desk, { ...next, start: { kind: 'as-soon-as-possible' } })).toEqual([]);
    desk.now = new Date('2026-06-15T09:00:00Z');
    expect(await codes(desk, { ...next, start: { kind: 'as-soon-as-possible' } })).toEqual(['waiting-time']);
    expect(await codes(desk, { ...next, start: { kind: 'date', on: '2026-08-15' } })).toEqual([]);
  });
});
