import { contract, type AppClient } from '../../../src/shared/contract/contract';
import type { ImportKind } from '../../../src/shared/domain/import';
import type { FormationId, ImportId, JobId, OfferId } from '../../../src/shared/domain/ids';
import { fileNameHeader, filesPath, uploadedFileSchema } from '../../../src/shared/rpc/http-wire';
import { httpTransport } from '../../../src/shared/rpc/http-transport';
import { createClient } from '../../../src/shared/rpc/client';
import { hostileMarkup } from '../../fixtures/hostile-markup';

const count = hostileMarkup.length;
/** Another text for each field of a record: a page that shows several records shows as many texts as it can. */
const textOf = (record: number, field: number): string => hostileMarkup[(record + field * 47) % count] ?? '';
const work = 'Tenir les comptes des clients, préparer le bilan et rédiger les comptes rendus. ';
const records = Array.from({ length: count }, (_, record) => record);
/** Formations and companies: as many as a page of their list shows. */
const someRecords = records.slice(0, 60);

/** What pages are asked about. */
export interface HostileUniversity {
  readonly offerId: OfferId;
  readonly companyId: number;
  readonly formationId: FormationId;
  readonly importId: ImportId;
}

/** Fills the application at an address with records whose every text is hostile, the way people do: files first. */
export async function fillWithHostileTexts(url: string): Promise<HostileUniversity> {
  const { origin, searchParams } = new URL(url);
  const headers = { origin, authorization: `Bearer ${searchParams.get('token') ?? ''}` };
  const client = createClient(contract, httpTransport({ origin, headers }));
  const take = async (kind: ImportKind, rows: readonly (readonly string[])[]): Promise<ImportId> => {
    const body = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
    const name = { [fileNameHeader]: encodeURIComponent(`${textOf(kind.length, 9)}.csv`) };
    const answer = await fetch(origin + filesPath, { method: 'POST', headers: { ...headers, ...name }, body });
    const { fileId } = uploadedFileSchema.parse(await answer.json());
    const started = await client.imports.start({ fileId, kind, format: null, mapping: null, dryRun: false });
    await endOf(client, started.jobId);
    return started.importId;
  };
  await take('companies', companyRows);
  await take('formations', formationRows);
  const importId = await take('offers', offerRows);
  const first = { sort: { by: 'title', direction: 'asc' }, page: 0, filter: {} } as const;
  const offerIds = (await client.offers.list({ ...first, pageSize: 100 })).rows.map(({ id }) => id);
  const formationIds = (await client.formations.list({ ...first, pageSize: 50 })).rows.map(({ id }) => id);
  const companies = await client.companies.list({
    ...{ filter: {}, sort: { by: 'name', direction: 'asc' }, page: 0, pageSize: 1 },
  });
  const [offerId, formationId, company] = [offerIds[0], formationIds[0], companies.rows[0]];
  if (offerId === undefined || formationId === undefined || !company) throw new Error('Nothing came in.');
  await writeWhatPeopleWrite(client, offerIds, formationIds);
  return { offerId, formationId, companyId: company.id, importId };
}

/** Waits for the end of a job. */
async function endOf(client: AppClient, jobId: JobId): Promise<void> {
  for await (const job of client.jobs.watch({ jobId })) if (job.error) throw new Error(JSON.stringify(job.error));
}

async function writeWhatPeopleWrite(
  client: AppClient,
  offerIds: readonly OfferId[],
  formationIds: readonly FormationId[],
): Promise<void> {
  const names = { universityName: textOf(1, 3), officeName: textOf(2, 3), personName: textOf(3, 3) };
  await client.settings.update(names);
  const pairs = offerIds
    .slice(0, 20)
    .map((offerId, index) => ({ offerId, formationId: formationIds[index] ?? (0 as FormationId) }));
  for (const [index, pair] of pairs.entries()) {
    await client.decisions.decide({ ...pair, kind: 'added', note: textOf(index, 4), shown: null });
  }
  const said = { language: 'fr', subject: textOf(4, 4), text: textOf(5, 4), withContact: true } as const;
  const { jobId } = await client.transmissions.prepare({ pairs, ...said });
  await endOf(client, jobId);
  const { drafts } = await client.transmissions.drafts({ jobId });
  const sent = drafts.flatMap(({ transmissionIds }) => transmissionIds).slice(0, 10);
  await client.transmissions.say({ transmissionIds: sent, kind: 'sent', reason: null, note: textOf(6, 4) });
  for (const [index, page] of (['dashboards', 'search'] as const).entries()) {
    await client.namedViews.save({ viewId: null, page, name: textOf(index, 5), address: 'text=comptes' });
  }
  for (const record of records.slice(0, 40)) {
    const form = {
      ...{ name: textOf(record, 6), wishes: textOf(record, 7) + work, skills: [textOf(record, 8)] },
      ...{ level: null, contractType: null, department: null, region: null, availableFrom: null, availableTo: null },
      keptUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    };
    await client.candidates.save({ candidateId: null, form, hasConsent: true });
  }
  for (const offerId of offerIds.slice(40, 60)) await client.offers.remove({ offerId });
}

const offerRows = [
  [
    'référence',
    'intitulé',
    'description',
    'entreprise',
    'contact',
    'courriel',
    'ville',
    'code postal',
    'pays',
    'type de contrat',
    'domaine',
    'langue',
    'compétences',
    'gratification',
    hostileMarkup[8] ?? '',
  ],
  ...records.map((record) => [
    ...[`O-${record}`, textOf(record, 0), `${work}${textOf(record, 1)}`, textOf(record % 60, 2), textOf(record, 3)],
    ...[`a${record}@ailleurs.example`, textOf(record % 50, 4), '69001', textOf(record, 5).slice(0, 100), 'Stage'],
    ...[
      textOf(record % 40, 6),
      textOf(record, 7).slice(0, 100),
      textOf(record % 30, 8),
      textOf(record, 9),
      textOf(record, 10),
    ],
  ]),
  // The same ones once more, which are proposed as duplicates.
  ...records
    .slice(0, 10)
    .map((record) => [
      ...[`D-${record}`, textOf(record, 0), `${work}${textOf(record, 1)}`, textOf(record, 2), textOf(record, 3)],
      ...['', textOf(record, 4), '69001', '', 'Stage', '', '', '', '', ''],
    ]),
];
const formationRows = [
  [
    'code',
    'intitulé',
    'type de diplôme',
    'niveau',
    'composante',
    'description',
    'compétences',
    'débouchés',
    'mots-clés',
    'gestionnaire',
    'courriel du gestionnaire',
  ],
  ...someRecords.map((record) => [
    ...[`F-${record}`, textOf(record, 0), textOf(record, 1).slice(0, 200), 'Bac+3', textOf(record % 30, 2)],
    ...[`${work}${textOf(record, 3)}`, textOf(record, 4), textOf(record, 5), textOf(record, 6)],
    ...[textOf(record % 60, 7), `g${record % 60}@univ.example`],
  ]),
];
const companyRows = [
  ['raison sociale', 'adresse', 'code postal', 'ville', 'contact', 'fonction', 'téléphone'],
  ...someRecords.map((record) => [
    ...[textOf(record, 2), textOf(record, 0), '69001', textOf(record, 1), textOf(record, 3), textOf(record, 4), '04'],
  ]),
];
