import { describe, expect, it } from 'vitest';
import type { CompanyForm } from '../../src/shared/domain/company-form';
import { AppError } from '../../src/shared/domain/app-error';
import { emptyCompanyForm } from '../../src/shared/domain/company-form';
import type { OfferForm } from '../../src/shared/domain/offer-form';
import { form } from '../support/offer-desk';
import { openOffice, sure, texts } from '../support/transmission-office';

/** The reason and the field with which some work was refused. */
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    return error instanceof AppError ? [error.reason ?? error.code, error.details['field'] ?? null] : error;
  }
}

const reversed = { kind: 'range', from: '2026-09-01', to: '2026-06-01' } as const;
const wrongKey = '73282932000075';

describe('what the pages forbid of an offer is refused by the application, too', () => {
  const stored = async (office: Awaited<ReturnType<typeof openOffice>>, said: Partial<OfferForm>, hasNames = true) => {
    const { offerId, revision } = await office.client.offers.edit({ offerId: await office.publish() });
    return office.client.offers.save({ offerId, revision, form: { ...form, ...said }, hasNames });
  };

  it.each<[string, string, Partial<OfferForm>]>([
    ['start-reversed', 'start', { start: reversed }],
    ['rome-code-wrong', 'romeCode', { romeCode: 'ZZZ' }],
    ['siret-wrong', 'companySiret', { companySiret: wrongKey }],
    ['email-invalid', 'contactEmail', { contactEmail: 'lea at aubrac' }],
    ['title-missing', 'title', { title: '  ' }],
  ])('%s, of one that is published', async (reason, field, said) => {
    await using office = await openOffice();
    expect(await refusalOf(stored(office, said))).toEqual([reason, field]);
  });

  it('lets a draft be unfinished, and says what it lacks when it is published', async () => {
    await using office = await openOffice();
    const said = { ...form, title: '', contactEmail: 'lea@' };
    const { offerId, revision } = await office.client.offers.save({
      ...{ offerId: null, revision: null, form: said, hasNames: true },
    });
    expect((await office.client.offers.edit({ offerId })).form.contactEmail).toBe('lea@');
    const publish = () => office.client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
    expect(await refusalOf(publish())).toEqual(['title-missing', 'title']);
    const titled = { offerId, revision, form: { ...said, title: 'Comptable' }, hasNames: true };
    await office.client.offers.save(titled);
    expect(await refusalOf(publish())).toEqual(['email-invalid', 'contactEmail']);
    for (const wrong of [{ start: reversed }, { romeCode: 'ZZZ' }, { companySiret: wrongKey }]) {
      const asked = { offerId: null, revision: null, form: { ...form, ...wrong }, hasNames: true };
      expect(await refusalOf(office.client.offers.save(asked))).toEqual([expect.any(String), Object.keys(wrong)[0]]);
    }
  });

  it('waits with an address until it is typed to its end', async () => {
    await using office = await openOffice();
    await expect(stored(office, { contactEmail: 'lea@aub' }, false)).resolves.toMatchObject({ revision: 3 });
  });

  it('asks why an offer is closed', async () => {
    await using office = await openOffice();
    const offerId = await office.publish();
    for (const action of ['fill', 'archive'] as const) {
      const asked = office.client.offers.act({ offerId, revision: null, action, reason: null });
      expect(await refusalOf(asked)).toEqual(['closing-reason-missing', 'reason']);
    }
    expect(await office.statusOf(offerId)).toBe('published');
  });
});

describe('what the pages forbid of a company', () => {
  const contact = { id: null, name: 'Léa Roux', role: null, email: null, phone: null, access: null };
  it.each<[string, string, Partial<CompanyForm>]>([
    ['siret-wrong', 'siret', { siret: wrongKey }],
    ['email-invalid', 'contactEmail', { contacts: [{ ...contact, email: 'lea at aubrac' }] }],
    ['company-name-missing', 'name', { name: ' ' }],
    ['website-refused', 'website', { website: 'javascript:alert(1)' }],
  ])('%s', async (reason, field, said) => {
    await using office = await openOffice();
    const asked = { companyId: null, revision: null, form: { ...emptyCompanyForm, name: 'Aubrac', ...said } };
    expect(await refusalOf(office.client.companies.save(asked))).toEqual([reason, field]);
  });
});

describe('what the pages forbid of a transmission', () => {
  it('is a refusal without a reason, a message without a subject, a manager without a name', async () => {
    await using office = await openOffice();
    const { client } = office;
    const offerId = await office.publish();
    const pairs = [{ offerId, formationId: office.formation('Droit') }];
    expect(await refusalOf(client.transmissions.prepare({ ...texts, pairs, subject: ' \u200b ' }))).toEqual([
      'subject-missing',
      'subject',
    ]);
    const { transmissionIds } = sure((await office.prepare(offerId, 'Droit'))[0]);
    await client.transmissions.say({ transmissionIds, kind: 'sent', reason: null, note: null });
    const refused = client.transmissions.say({ transmissionIds, kind: 'refused', reason: null, note: null });
    expect(await refusalOf(refused)).toEqual(['refusal-reason-missing', 'reason']);
    expect(await refusalOf(client.managers.save({ managerId: null, name: '  ', email: null }))).toEqual([
      'name-missing',
      'managerName',
    ]);
    expect(await refusalOf(client.managers.save({ managerId: null, name: 'Ana', email: 'ana@' }))).toEqual([
      'email-invalid',
      'managerEmail',
    ]);
  });
});
