import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { OfferId } from '../../src/shared/domain/ids';
import { failureOf, openOffice, sure, texts } from '../support/transmission-office';

async function pdfText(content: unknown): Promise<string> {
  if (!(content instanceof ArrayBuffer)) throw new Error('An attachment is binary.');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('preparing', () => {
  it('makes one draft a manager, with the sheet inside, and says nothing of sending', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const drafts = await office.prepare(offerId, 'Informatique', 'Droit', 'Gestion des entreprises');
    expect(
      drafts.map(({ managerEmail, fileName, transmissionIds }) => [managerEmail, fileName, transmissionIds]),
    ).toEqual([
      ['nadege@univ.example', 'Nadège Ferrandier - Comptable.eml', [1, 2]],
      ['paul@univ.example', 'Paul Orsini - Comptable.eml', [3]],
    ]);
    const mail = await office.mailOf(sure(drafts[0]));
    expect([mail.to, mail.subject]).toEqual([
      [{ name: 'Nadège Ferrandier', address: 'nadege@univ.example' }],
      'Offre à transmettre',
    ]);
    expect(mail.text).toContain('Formations concernées\u00a0: Informatique ; Gestion des entreprises');
    const sheet = await pdfText(mail.attachments[0]?.content);
    expect(sheet).toContain('Cabinet Aubrac');
    expect(sheet).toContain('Léa Roux, lea.roux@aubrac.example');
    expect(sheet).not.toContain('Droit');
    expect(await office.statusOf(offerId)).toBe('published');
    expect(
      (await office.register()).map(({ formationTitle, state, sentAt }) => [formationTitle, state, sentAt]),
    ).toEqual([
      ['Droit', 'prepared', null],
      ['Gestion des entreprises', 'prepared', null],
      ['Informatique', 'prepared', null],
    ]);
  });

  it('leaves the contact of the company out when asked to', async () => {
    await using office = await openOffice();
    const pairs = [{ offerId: await office.publish(), formationId: office.formation('Droit') }];
    const drafts = await office.draftsOf(office.client.transmissions.prepare({ pairs, ...texts, withContact: false }));
    const mail = await office.mailOf(sure(drafts[0]));
    const sheet = await pdfText(mail.attachments[0]?.content);
    expect([sheet.includes('Léa'), sheet.includes('aubrac.example')]).toEqual([false, false]);
  });

  it('puts several offers for one manager into one draft with a sheet each', async () => {
    await using office = await openOffice();
    const pairs = [
      { offerId: await office.publish(), formationId: office.formation('Informatique') },
      {
        offerId: await office.publish({ title: 'Développeur' }),
        formationId: office.formation('Gestion des entreprises'),
      },
    ];
    const drafts = await office.draftsOf(office.client.transmissions.prepare({ pairs, ...texts }));
    expect(drafts.map(({ fileName }) => fileName)).toEqual(['Nadège Ferrandier - 2 offres.eml']);
    const mail = await office.mailOf(sure(drafts[0]));
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['1 Comptable.pdf', '2 Développeur.pdf']);
  });

  it('is a job that tells how far it is, and keeps nothing when it is cancelled', async () => {
    await using office = await openOffice();
    const { client } = office;
    const formationId = office.formation('Droit');
    const pairs = [];
    for (const title of ['Un', 'Deux', 'Trois']) pairs.push({ offerId: await office.publish({ title }), formationId });
    const steps: (number | undefined)[] = [];
    const { jobId } = await client.transmissions.prepare({ pairs, ...texts });
    for await (const job of client.jobs.watch({ jobId })) steps.push(job.progress?.done);
    expect([steps.at(-1), (await office.register()).length]).toEqual([3, 3]);
    const { jobId: cancelled } = await client.transmissions.prepare({ pairs, ...texts });
    await client.jobs.cancel({ jobId: cancelled });
    expect((await office.app.endOf(cancelled)).state).toBe('cancelled');
    expect(await failureOf(client.transmissions.drafts({ jobId: cancelled }))).toBe('not-found');
    const [row] = await office.register();
    const { history } = await client.transmissions.get({ transmissionId: sure(row).id });
    expect(history.map(({ kind }) => kind)).toEqual(['prepared']);
  });

  it('refuses formations that nobody can be written to about, and keeps nothing then', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    expect(await failureOf(office.prepare(offerId, 'Informatique', 'Arts'))).toBe('manager-missing');
    expect(await failureOf(office.prepare(offerId, 'Musicologie'))).toBe('manager-missing');
    expect(await office.register()).toEqual([]);
  });

  it('refuses what is with its manager already, and drafts of offers', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    await office.say(await office.prepare(offerId, 'Droit'), 'sent');
    expect(await failureOf(office.prepare(offerId, 'Droit'))).toBe('action-impossible');
    const { offerId: draft } = await office.client.offers.duplicate({ offerId });
    expect(await failureOf(office.prepare(draft, 'Droit'))).toBe('action-impossible');
  });

  it('gives the sheet alone as a PDF', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const { fileId, fileName } = await office.client.transmissions.sheet({
      ...{ offerId, formationIds: [office.formation('Droit')], language: 'en', withContact: false },
    });
    const bytes = readFileSync(office.app.fileStore.locate(fileId).path);
    expect([fileName, bytes.subarray(0, 5).toString()]).toEqual(['Comptable.pdf', '%PDF-']);
    expect(await pdfText(Uint8Array.from(bytes).buffer)).toContain('For this formation: Droit (Faculté de droit)');
  });
});

describe('what a person says', () => {
  it('makes the offer transmitted with the first sending, and open again when that is taken back', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const [one, other] = await office.prepare(offerId, 'Informatique', 'Droit');
    const [first] = await office.say([sure(one)], 'sent');
    expect(await office.statusOf(offerId)).toBe('transmitted');
    const [second] = await office.say([sure(other)], 'sent');
    await office.client.transmissions.undo({ eventIds: [sure(first)] });
    expect(await office.statusOf(offerId)).toBe('transmitted');
    await office.client.transmissions.undo({ eventIds: [sure(second)] });
    expect(await office.statusOf(offerId)).toBe('published');
    expect((await office.register()).map(({ state }) => state)).toEqual(['prepared', 'prepared']);
  });

  it('leaves an offer transmitted that somebody marked so by hand', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    await office.client.offers.act({ offerId, revision: null, action: 'transmit', reason: null });
    const eventIds = await office.say(await office.prepare(offerId, 'Droit'), 'sent');
    await office.client.transmissions.undo({ eventIds });
    expect(await office.statusOf(offerId)).toBe('transmitted');
  });

  it('is kept with who and when, and what was taken back stays in the history', async () => {
    await using office = await openOffice();
    await office.client.settings.update({ personName: ' Marie ' });
    const drafts = await office.prepare(await office.publish(), 'Droit');
    await office.say(drafts, 'sent');
    office.now = new Date('2026-03-04T10:00:00Z');
    const [refusal] = await office.say(drafts, 'refused');
    const transmissionId = sure(sure(drafts[0]).transmissionIds[0]);
    expect(await office.client.transmissions.get({ transmissionId })).toMatchObject({
      ...{ state: 'refused', reason: 'level', answeredAt: '2026-03-04T10:00:00.000Z', personName: 'Marie' },
      undoable: refusal,
    });
    await office.client.transmissions.undo({ eventIds: [sure(refusal)] });
    const { state, history } = await office.client.transmissions.get({ transmissionId });
    expect([state, history.map(({ kind, isUndone, personName }) => [kind, isUndone, personName])]).toEqual([
      'sent',
      [
        ['prepared', false, 'Marie'],
        ['sent', false, 'Marie'],
        ['refused', true, 'Marie'],
        ['undone', false, 'Marie'],
      ],
    ]);
  });

  it('is refused where it makes no sense, and then nothing of it is kept', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const [sent, prepared] = await office.prepare(offerId, 'Informatique', 'Droit');
    const [event] = await office.say([sure(sent)], 'sent');
    expect(await failureOf(office.say([sure(sent), sure(prepared)], 'passed-on'))).toBe('action-impossible');
    expect((await office.register()).map(({ state }) => state)).toEqual(['prepared', 'sent']);
    await office.say([sure(sent)], 'passed-on');
    expect(await failureOf(office.client.transmissions.undo({ eventIds: [sure(event)] }))).toBe('action-impossible');
    expect(await failureOf(office.client.transmissions.undo({ eventIds: [4_711] }))).toBe('not-found');
  });

  it('keeps an offer that was sent from being deleted, until that is taken back', async () => {
    await using office = await openOffice();
    const { offers, transmissions } = office.client;
    const offerId = await office.publish();
    const eventIds = await office.say(await office.prepare(offerId, 'Droit'), 'sent');
    expect(await failureOf(offers.remove({ offerId }))).toBe('offer-sent');
    expect(await office.register()).toHaveLength(1);
    await offers.act({ offerId, revision: null, action: 'archive', reason: 'expired' });
    await transmissions.undo({ eventIds });
    await offers.remove({ offerId });
    expect(await office.register()).toEqual([]);
  });

  it('survives deleting and restoring the offer', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    await office.prepare(offerId, 'Droit');
    const before = await office.register();
    await office.client.offers.remove({ offerId });
    expect(await office.register()).toEqual([]);
    await office.client.offers.restore({ offerId });
    expect(await office.register()).toEqual(before);
  });

  it('keeps the formation and the manager that an undone import made', async () => {
    await using office = await openOffice();
    await office.say(await office.prepare(await office.publish(), 'Droit'), 'sent');
    await office.app.endOf((await office.client.imports.undo({ importId: office.importId })).jobId);
    expect((await office.register()).map(({ formationId, managerId }) => [formationId, managerId])).toEqual([
      [office.formation('Droit'), expect.any(Number)],
    ]);
    expect(await office.client.university.overview({})).toMatchObject({ formations: 1 });
  });
});

describe('reminders', () => {
  it('are due after the days of the settings, and again after each reminder', async () => {
    await using office = await openOffice();
    const drafts = await office.prepare(await office.publish(), 'Droit');
    await office.say(drafts, 'sent');
    const due = async () => (await office.client.transmissions.counts({})).due;
    office.now = new Date('2026-03-09T08:59:59Z');
    expect([await due(), (await office.register({ due: 'yes' })).length]).toEqual([0, 0]);
    office.now = new Date('2026-03-09T09:00:00Z');
    expect([await due(), (await office.register({ due: 'yes' }))[0]?.isDue]).toEqual([1, true]);
    const transmissionIds = drafts.flatMap((draft) => draft.transmissionIds);
    const asked = { transmissionIds, ...texts, subject: 'Relance' };
    const reminders = await office.draftsOf(office.client.transmissions.remind(asked));
    // Making the file is not sending it.
    expect(await due()).toBe(1);
    expect((await office.mailOf(sure(reminders[0]))).subject).toBe('Relance');
    await office.say(reminders, 'reminded');
    expect([await due(), (await office.register())[0]?.reminders]).toEqual([0, 1]);
    office.now = new Date('2026-03-16T09:00:00Z');
    expect(await due()).toBe(1);
    await office.client.settings.update({ reminderAfterDays: 10 });
    expect(await due()).toBe(0);
    await office.say(drafts, 'passed-on');
    office.now = new Date('2026-09-16T09:00:00Z');
    expect(await due()).toBe(0);
    expect(await failureOf(office.client.transmissions.remind({ transmissionIds, ...texts }))).toBe(
      'action-impossible',
    );
  });
});

describe('a sending', () => {
  const decided = async (office: Awaited<ReturnType<typeof openOffice>>, offerId: OfferId) => {
    const { choices, history } = await office.client.decisions.ofOffer({ offerId });
    return [choices.map(({ formation, state }) => [formation.title, state]), history.length];
  };

  it('chooses the formation with what was shown of it, and both are taken back together', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const formationId = office.formation('Droit');
    await office.app.endOf((await office.client.matches.refresh({})).jobId);
    // A ranking as the model would have left it: this one is proposed, the other is not.
    await office.app.database.write((db) => {
      for (const table of ['match', 'ranking']) db.prepare(`delete from ${table}`).run();
      db.prepare("insert into ranking values (?, 'm', 'b', 'ranked', 0.75, 'x')").run(offerId);
      db.prepare("insert into match values (?, 1, ?, 'm', 0.75, 0.5, 0.5)").run(offerId, formationId);
    });
    const drafts = await office.prepare(offerId, 'Droit', 'Informatique');
    expect(await decided(office, offerId)).toEqual([[], 0]);
    const eventIds = await office.say(drafts, 'sent');
    const { choices } = await office.client.decisions.ofOffer({ offerId });
    expect(choices.map(({ formation, state, shown }) => [formation.title, state, shown])).toEqual([
      ['Droit', 'accepted', { modelId: 'm', rank: 1, score: 0.75 }],
      ['Informatique', 'added', null],
    ]);
    expect(await office.client.decisions.quality({})).toMatchObject({ offers: 1, first: 1 });
    await office.client.transmissions.undo({ eventIds });
    expect(await decided(office, offerId)).toEqual([[], 2]);
  });

  it('leaves alone what a person chose before', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const pair = { offerId, formationId: office.formation('Droit') };
    await office.client.decisions.decide({ ...pair, kind: 'added', note: 'vu avec lui', shown: null });
    const eventIds = await office.say(await office.prepare(offerId, 'Droit'), 'sent');
    await office.client.transmissions.undo({ eventIds });
    expect(await decided(office, offerId)).toEqual([[['Droit', 'added']], 1]);
  });

  it('that came back leaves the offer open and waiting, and counts for nothing', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const drafts = await office.prepare(offerId, 'Informatique', 'Gestion des entreprises');
    await office.say(drafts, 'sent');
    const manager = async () => {
      const sort = { by: 'name', direction: 'asc' } as const;
      const { rows } = await office.client.managers.list({ filter: { text: 'nadege' }, sort, page: 0, pageSize: 10 });
      return rows[0]?.sent;
    };
    // One offer, whatever the number of its formations.
    expect(await manager()).toBe(1);
    const ids = drafts.flatMap(({ transmissionIds }) => transmissionIds);
    const [one, other] = [{ transmissionIds: ids.slice(0, 1) }, { transmissionIds: ids.slice(1) }];
    await office.say([one], 'bounced');
    expect(await office.statusOf(offerId)).toBe('transmitted');
    const eventIds = await office.say([other], 'bounced');
    expect(await office.statusOf(offerId)).toBe('published');
    expect((await office.client.transmissions.counts({})).offersToSend).toBe(1);
    expect(await manager()).toBe(0);
    await office.client.transmissions.undo({ eventIds });
    expect([await office.statusOf(offerId), await manager()]).toEqual(['transmitted', 1]);
  });

  it('is not said of an offer that is a draft again', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const drafts = await office.prepare(offerId, 'Droit');
    await office.client.offers.act({ offerId, revision: null, action: 'withdraw', reason: null });
    expect(await failureOf(office.say(drafts, 'sent'))).toBe('offer-withdrawn');
    await office.client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
    await office.say(drafts, 'sent');
    expect(await office.statusOf(offerId)).toBe('transmitted');
  });
});

describe('a draft', () => {
  it('that is taken back leaves what a person said of the offer by hand', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const drafts = await office.prepare(offerId, 'Droit');
    await office.client.transmissions.undo({ eventIds: await office.say(drafts, 'sent') });
    await office.client.offers.act({ offerId, revision: null, action: 'transmit', reason: null });
    const transmissionId = sure(sure(drafts[0]).transmissionIds[0]);
    const { undoable } = await office.client.transmissions.get({ transmissionId });
    await office.client.transmissions.undo({ eventIds: [sure(undoable ?? undefined)] });
    expect(await office.statusOf(offerId)).toBe('transmitted');
  });

  it('stays at hand when the address is corrected, and gives way to the next one', async () => {
    await using office = await openOffice();
    const { client } = office;
    const offerId = await office.publish();
    const formationId = office.formation('Droit');
    await client.decisions.decide({ offerId, formationId, kind: 'added', note: null, shown: null });
    await office.prepare(offerId, 'Droit');
    const sort = { by: 'name', direction: 'asc' } as const;
    const { rows } = await client.managers.list({ filter: { text: 'paul' }, sort, page: 0, pageSize: 1 });
    const { id: managerId, name } = sure(rows[0]);
    await client.managers.save({ managerId, name, email: 'p.orsini@univ.example' });
    const prepared = async () =>
      (await client.transmissions.toSend({})).groups.flatMap(({ pairs }) => pairs.map((pair) => pair.prepared?.id));
    expect(await prepared()).toEqual([1]);
    await office.prepare(offerId, 'Droit');
    expect(await prepared()).toEqual([2]);
    expect((await client.transmissions.counts({})).prepared).toBe(1);
    expect((await office.register()).map(({ managerEmail }) => managerEmail)).toEqual(['p.orsini@univ.example']);
  });
});

it('reminds one manager of everything in one message', async () => {
  await using office = await openOffice();
  const [one, other] = [await office.publish(), await office.publish({ title: 'Développeur' })];
  await office.say(await office.prepare(one, 'Informatique', 'Gestion des entreprises', 'Droit'), 'sent');
  office.now = new Date('2026-03-03T09:00:00Z');
  await office.say(await office.prepare(other, 'Informatique'), 'sent');
  expect(await office.client.transmissions.toRemind({})).toEqual({ groups: [], total: 0 });
  office.now = new Date('2026-03-12T09:00:00Z');
  const { groups, total } = await office.client.transmissions.toRemind({});
  expect([total, groups.map(({ managerEmail, rows }) => [managerEmail, rows.length])]).toEqual([
    4,
    [
      ['nadege@univ.example', 3],
      ['paul@univ.example', 1],
    ],
  ]);
  const transmissionIds = sure(groups[0]).rows.map(({ id }) => id);
  const reminder = { transmissionIds, ...texts, subject: 'Relance' };
  const drafts = await office.draftsOf(office.client.transmissions.remind(reminder));
  // Not the name of the first message, which lies in the same folder.
  expect(drafts.map(({ fileName }) => fileName)).toEqual(['Nadège Ferrandier - Relance - 2 offres.eml']);
  const mail = await office.mailOf(sure(drafts[0]));
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['1 Comptable.pdf', '2 Développeur.pdf']);
  const eventIds = await office.say(drafts, 'reminded');
  expect((await office.client.transmissions.toRemind({})).total).toBe(1);
  await office.client.transmissions.undo({ eventIds });
  expect((await office.client.transmissions.toRemind({})).total).toBe(4);
});

it('reminds of nothing once the offer is filled or archived', async () => {
  await using office = await openOffice();
  const [filled, archived] = [await office.publish(), await office.publish({ title: 'Développeur' })];
  await office.say([...(await office.prepare(filled, 'Droit')), ...(await office.prepare(archived, 'Droit'))], 'sent');
  office.now = new Date('2026-03-12T09:00:00Z');
  const due = async () => {
    const isDue = (await office.register()).map((row) => row.isDue);
    return [(await office.client.transmissions.counts({})).due, (await office.register({ due: 'yes' })).length, isDue];
  };
  expect(await due()).toEqual([2, 2, [true, true]]);
  await office.client.offers.act({ offerId: filled, revision: null, action: 'fill', reason: 'our-student' });
  await office.client.offers.act({ offerId: archived, revision: null, action: 'archive', reason: 'expired' });
  expect(await due()).toEqual([0, 0, [false, false]]);
  await office.client.offers.act({ offerId: archived, revision: null, action: 'reopen', reason: null });
  expect((await due()).slice(0, 2)).toEqual([1, 1]);
});

describe('what waits', () => {
  it('proposes what was chosen, and counts it until it is with its manager', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    const choose = (title: string) =>
      office.client.decisions.decide({
        ...{ offerId, formationId: office.formation(title), kind: 'added', note: null, shown: null },
      });
    await choose('Droit');
    await choose('Musicologie');
    const plan = await office.client.transmissions.plan({ offerId, formationIds: [office.formation('Arts')] });
    expect(
      plan.candidates.map(({ title, isChosen, manager, last }) => [title, isChosen, manager?.email, last]),
    ).toEqual([
      ['Droit', true, 'paul@univ.example', null],
      ['Musicologie', true, undefined, null],
      ['Arts', false, null, null],
    ]);
    const waiting = async () => {
      const { groups } = await office.client.transmissions.toSend({});
      return groups.map(({ manager, pairs }) => [
        manager?.email,
        pairs.map(({ formationTitle, prepared }) => [formationTitle, prepared !== null]),
      ]);
    };
    expect(await waiting()).toEqual([
      [undefined, [['Musicologie', false]]],
      ['paul@univ.example', [['Droit', false]]],
    ]);
    const drafts = await office.prepare(offerId, 'Droit');
    expect((await waiting())[1]).toEqual(['paul@univ.example', [['Droit', true]]]);
    expect(await office.client.transmissions.counts({})).toEqual({ offersToSend: 1, prepared: 1, due: 0 });
    await office.say(drafts, 'sent');
    expect(await waiting()).toEqual([[undefined, [['Musicologie', false]]]]);
    await office.say(drafts, 'bounced');
    expect((await waiting())[1]).toEqual(['paul@univ.example', [['Droit', false]]]);
  });
});

describe('the register as a file', () => {
  it('holds the rows of the list, in French for Excel', async () => {
    await using office = await openOffice();
    await office.client.settings.update({ personName: 'Marie' });
    await office.say(await office.prepare(await office.publish(), 'Droit'), 'sent');
    await office.prepare(await office.publish({ title: '=1+1' }), 'Informatique');
    const { jobId, fileId } = await office.client.exports.start({
      ...{ request: { what: 'transmissions', filter: { state: 'sent' } }, format: 'excel-fr' },
    });
    await office.app.endOf(jobId);
    const lines = readFileSync(office.app.fileStore.locate(fileId).path, 'utf8').split('\r\n');
    expect(lines).toEqual([
      '\ufeffoffre;entreprise;formation;gestionnaire;courriel du gestionnaire;état;préparée le;envoyée le;relances;réponse le;motif;par',
      'Comptable;Cabinet Aubrac;Droit;Paul Orsini;paul@univ.example;envoyée;02/03/2026;02/03/2026;0;;;Marie',
      '',
    ]);
  });
});
