import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyCompanyForm } from '../../src/shared/domain/company-form';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import { openApp } from '../support/open-app';

/** Names, an address, a number and a word that nothing else holds. */
const traces = [
  'Ghislaine Morvantec',
  'ghislaine.morvantec@brumelis.example',
  '0299887766',
  'zwyxomorphe',
  'Brumelis Océane',
];

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-erasure-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Which of the traces stand in which files of the data folder, backups left out: those are thinned out in their time. */
function found(): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('backup'))
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const content = existsSync(path) ? readFileSync(path).toString('latin1').toLowerCase() : '';
      const isThere = (trace: string): boolean => content.includes(Buffer.from(trace).toString('latin1').toLowerCase());
      return traces.filter(isThere).map((trace) => `${trace} in ${name}`);
    });
}

it('leaves nothing of an offer and its people in any file once the bin is emptied', async () => {
  await using app = await openApp({}, undefined, { dataDir });
  const form = {
    ...emptyOfferForm,
    title: 'Assistante de direction',
    description: 'Un poste zwyxomorphe auprès de Ghislaine Morvantec. '.repeat(40),
    ...{ companyName: 'Brumelis Océane', contactName: 'Ghislaine Morvantec' },
    ...{ contactEmail: 'ghislaine.morvantec@brumelis.example', contactPhone: '0299887766' },
  };
  const { offerId } = await app.client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  expect(found()).toHaveLength(traces.length);
  await app.client.offers.remove({ offerId });
  // The bin gives it back for a while.
  expect(found()).not.toEqual([]);
  await app.client.offers.emptyBin({});
  expect(found()).toEqual([]);
});

it('leaves nothing of a removed contact, manager and profile once their time is over', async () => {
  {
    await using app = await openApp({}, undefined, { dataDir });
    const { client } = app;
    const reached = { email: traces[1] ?? '', phone: '0299887766', access: null };
    const contact = { id: null, name: 'Ghislaine Morvantec', role: null, ...reached };
    const company = { ...emptyCompanyForm, name: 'Aubrac', contacts: [contact] };
    const { companyId, revision } = await client.companies.save({ companyId: null, revision: null, form: company });
    const { managerId } = await client.managers.save({
      managerId: null,
      name: 'Brumelis Océane',
      email: traces[1] ?? '',
    });
    const wishes = 'Un stage zwyxomorphe, proche de Ghislaine Morvantec.';
    const rest = { level: null, contractType: null, department: null, region: null, availableFrom: null };
    const profile = { name: 'Ghislaine Morvantec', wishes, skills: [], availableTo: null, keptUntil: '2026-06-01' };
    const form = { ...profile, ...rest } as const;
    const candidate = await client.candidates.save({ candidateId: null, form, hasConsent: true });
    expect(new Set(found().map((trace) => trace.split(' in ')[0]))).toEqual(new Set(traces));
    await client.companies.save({ companyId, revision, form: { ...company, contacts: [] } });
    await client.managers.remove({ managerId });
    await client.candidates.erase({ candidateId: candidate.id });
  }
  // A contact can be taken back for a day. What is overwritten leaves the journal within the hour, or at the next start.
  await using app = await openApp({}, '2026-03-04T09:00:00Z', { dataDir });
  expect((await app.client.candidates.list({})).length).toBe(0);
  expect(found()).toEqual([]);
});
