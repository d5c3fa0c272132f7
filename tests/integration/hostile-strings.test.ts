import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { AppError } from '../../src/shared/domain/app-error';
import { withoutControls } from '../../src/shared/domain/cells/without-controls';
import { emptyCompanyForm } from '../../src/shared/domain/company-form';
import type { OfferForm } from '../../src/shared/domain/offer-form';
import { plainText } from '../../src/shared/domain/transmission-letter';
import { hostileStrings } from '../fixtures/hostile-strings';
import { form } from '../support/offer-desk';
import { openOffice, sure, texts } from '../support/transmission-office';

/** The reason for which a text was refused; anything but a refusal that a person can read fails the test. */
async function reasonOrAnswer<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.reason !== null) return error.reason;
    throw error;
  }
}

/** Half a pair is no character: what the database gives back is the sign, or some, for what cannot be read. */
const stored = (text: string): string => text.replace(/[\p{Cs}\ufffd]+/gu, '\ufffd');
const storedForm = (one: OfferForm): unknown =>
  JSON.parse(JSON.stringify(one), (_key, value: unknown) => (typeof value === 'string' ? stored(value) : value));
const tidy = (text: string): string | null => stored(text).trim() || null;
const blank = (text: string): boolean => text.trim() === '';

const offerOf = (text: string): OfferForm => ({
  ...form,
  ...{ title: text, description: text, city: text, domain: text, skills: [text], companyName: text },
  ...{ country: text.slice(0, 100), language: text.slice(0, 100), postcode: text.slice(0, 20) },
  ...{ contactName: text, contactPhone: text.slice(0, 50), dismissed: [text.slice(0, 60)] },
  pay: { amount: null, per: null, wording: text },
});

it('are a hundred different ones', () => {
  expect(new Set(hostileStrings).size).toBeGreaterThanOrEqual(100);
});

it('an offer says them as they were written, and the list takes them for text', async () => {
  await using office = await openOffice();
  const { offers } = office.client;
  for (const text of hostileStrings) {
    const said = offerOf(text);
    const { offerId } = await offers.save({ offerId: null, revision: null, form: said, hasNames: true });
    const names = { companyName: withoutControls(text), contactName: withoutControls(text) };
    expect(storedForm((await offers.edit({ offerId })).form)).toEqual(storedForm({ ...said, ...names }));
    const done = await reasonOrAnswer(offers.act({ offerId, revision: null, action: 'publish', reason: null }));
    if (typeof done === 'string') expect([done, blank(text)]).toEqual(['title-missing', true]);
    const sort = { by: 'title', direction: 'asc' } as const;
    // As text they find this offer or nothing; as a command they would find others or fail.
    const list = await offers.list({ filter: { text: text.slice(0, 200) }, sort, page: 0, pageSize: 100 });
    if (list.total > 0 && !blank(text)) expect(list.rows.map(({ id }) => id)).toContain(offerId);
    await offers.check({ offerId, form: said });
    await offers.readText({ title: text, description: text, skills: [text], company: text, contact: text, city: text });
  }
  expect((await offers.list({ filter: {}, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 5 })).total).toBe(
    hostileStrings.length,
  );
});

it('a company and its contacts say them, or are refused with a reason', async () => {
  await using office = await openOffice();
  const { companies } = office.client;
  for (const text of hostileStrings) {
    const contact = { id: null, name: text, role: text, email: null, phone: text.slice(0, 50), access: null };
    const said = {
      ...{ ...emptyCompanyForm, name: text, address: text, city: text, naf: text.slice(0, 10) },
      ...{ postcode: text.slice(0, 20), country: text.slice(0, 100), contacts: [contact] },
    };
    const saved = await reasonOrAnswer(companies.save({ companyId: null, revision: null, form: said }));
    if (typeof saved === 'string') {
      expect([saved, blank(text)]).toEqual(['company-name-missing', true]);
      continue;
    }
    const { companyId, revision } = saved;
    const company = await companies.get({ companyId });
    expect(company).toMatchObject({
      ...{ name: tidy(text), address: tidy(text), city: tidy(text), postcode: tidy(text.slice(0, 20)) },
      contacts: [{ name: tidy(text), role: tidy(text), phone: tidy(text.slice(0, 50)) }],
    });
    const site = { ...said, contacts: [], website: text };
    const answer = await reasonOrAnswer(companies.save({ companyId, revision, form: site }));
    if (typeof answer === 'string') expect(answer).toBe('website-refused');
    else expect((await companies.get({ companyId })).website ?? 'https://').toMatch(/^(?!javascript|file|data)/i);
    await companies.similar({ name: text, siret: null, exceptId: companyId });
  }
});

it('notes, answers and managers say them', async () => {
  await using office = await openOffice();
  const { client } = office;
  const formationId = office.formation('Droit');
  for (const text of hostileStrings) {
    const offerId = await office.publish();
    await client.decisions.decide({ offerId, formationId, kind: 'added', note: text, shown: null });
    expect((await client.decisions.ofOffer({ offerId })).choices[0]?.note).toBe(tidy(text));
    await client.decisions.annotate({ offerId, formationId, note: `${text} !` });
    expect((await client.decisions.ofOffer({ offerId })).choices[0]?.note).toBe(tidy(`${text} !`));
    const saved = await reasonOrAnswer(client.managers.save({ managerId: null, name: text, email: null }));
    // Two names without a letter are one to whoever looks for them.
    if (typeof saved === 'string') expect(saved).toBe(blank(text) ? 'name-missing' : 'manager-known');
    else expect((await client.managers.get(saved)).name).toBe(tidy(text));
    const address = await reasonOrAnswer(client.managers.save({ managerId: null, name: 'Ana', email: text }));
    if (typeof address === 'string') expect(address).toBe('email-invalid');
  }
  const { transmissionIds } = sure((await office.prepare(await office.publish(), 'Droit'))[0]);
  for (const text of hostileStrings) {
    const { eventIds } = await client.transmissions.say({ transmissionIds, kind: 'sent', reason: null, note: text });
    const { history } = await client.transmissions.get({ transmissionId: sure(transmissionIds[0]) });
    expect(history.find(({ id }) => id === eventIds[0])?.note).toBe(tidy(text));
    await client.transmissions.undo({ eventIds });
  }
});

/** As somebody reads them who does not look at spaces and lines. */
const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

async function sheetOf(content: unknown): Promise<string> {
  if (!(content instanceof ArrayBuffer)) throw new Error('An attachment is binary.');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
  return words(text);
}

it('draft and sheet hold them as text, and nothing that a program would run', async () => {
  await using office = await openOffice();
  const { client } = office;
  const formationId = office.formation('Droit');
  const all = hostileStrings.join('\n\n');
  const some = hostileStrings.filter((text, index) => index % 8 === 0 && !blank(text));
  const pairs = [{ offerId: await office.publish({ title: 'Tout', description: all, skills: [] }), formationId }];
  for (const text of some) pairs.push({ offerId: await office.publish(offerOf(text)), formationId });
  const subject = hostileStrings.find((text) => text.includes('Bcc:')) ?? '';
  const drafts = await office.draftsOf(
    client.transmissions.prepare({ ...texts, pairs, subject, text: all.slice(0, 9_000) }),
  );
  const draft = sure(drafts[0]);
  const bytes = readFileSync(office.app.fileStore.locate(draft.fileId).path);
  const mail = await PostalMime.parse(bytes);
  expect(mail.headers.map(({ key }) => key).sort()).toEqual(
    ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to', 'x-unsent'].filter((key) =>
      mail.headers.some((header) => header.key === key),
    ),
  );
  expect([mail.to?.length, mail.bcc, mail.cc]).toEqual([1, undefined, undefined]);
  expect(mail.html).not.toMatch(/<(?!\/?(?:html|head|meta|body|p|div|span|br|ul|ol|li|strong|b|h\d|hr)\b)/i);
  expect(mail.html).not.toMatch(/<[^>]+\son\w+=|<[^>]+javascript:/i);
  for (const text of hostileStrings.slice(0, 60)) expect(words(mail.text ?? '')).toContain(words(plainText(text)));
  expect(mail.attachments).toHaveLength(pairs.length);
  for (const { filename, content } of mail.attachments) {
    expect(filename).toMatch(/^\d+ [^<>:"/\\|?*\p{Cc}]*\.pdf$/u);
    if (!(content instanceof ArrayBuffer)) throw new Error('An attachment is binary.');
    expect(Buffer.from(content).toString('latin1')).not.toMatch(
      /\/(?:JavaScript|JS|Launch|OpenAction|AA|URI|EmbeddedFile)\b/,
    );
  }
  // The tags of a text that looks like a page are left out of its sheet; those of a title are not.
  expect(await sheetOf(sure(mail.attachments[0]).content)).toContain("'; drop table offer; --");
  expect(await sheetOf(sure(mail.attachments[1]).content)).toContain('<script>window.ran=1</script>');
});
