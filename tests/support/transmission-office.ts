import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { PreparedDraft } from '../../src/shared/contract/transmissions';
import { AppError } from '../../src/shared/domain/app-error';
import type { FormationId, JobId, OfferId, TransmissionId } from '../../src/shared/domain/ids';
import type { OfferForm } from '../../src/shared/domain/offer-form';
import type { SaidKind } from '../../src/shared/domain/transmission';
import { form } from './offer-desk';
import { openApp } from './open-app';

const formations = [
  'code;intitulé;composante;gestionnaire;courriel du gestionnaire',
  'INFO;Informatique;IUT;Nadège Ferrandier;nadege@univ.example',
  'GEA;Gestion des entreprises;IUT;Nadège Ferrandier;nadege@univ.example',
  'DROIT;Droit;Faculté de droit;Paul Orsini;paul@univ.example',
  'ART;Arts;UFR Lettres;Sans Adresse;',
  'SEUL;Musicologie;UFR Lettres;;',
].join('\r\n');

/** What a person writes around the offers. */
export const texts = { language: 'fr', subject: 'Offre à transmettre', text: 'Bonjour,', withContact: true } as const;

/** The application with five formations, and a clock that a test may set. */
export async function openOffice() {
  const time = { now: new Date('2026-03-02T09:00:00Z') };
  const app = await openApp({ clock: { now: () => time.now } });
  const { client } = app;
  const path = join(app.dataDir, 'formations.csv');
  writeFileSync(path, formations);
  const file = { fileId: app.fileStore.adopt(path), kind: 'formations', format: null, mapping: null } as const;
  const { importId, jobId } = await client.imports.start({ ...file, dryRun: false });
  await app.endOf(jobId);
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await client.formations.list({ filter: {}, sort, page: 0, pageSize: 10 });
  const ids = new Map(rows.map(({ title, id }) => [title, id]));
  const formation = (title: string): FormationId => {
    const id = ids.get(title);
    if (id === undefined) throw new Error(`There is no formation ${title}.`);
    return id;
  };
  const draftsOf = async (started: Promise<{ readonly jobId: JobId }>): Promise<PreparedDraft[]> => {
    const { jobId } = await started;
    await app.endOf(jobId);
    return (await client.transmissions.drafts({ jobId })).drafts;
  };
  return Object.assign(time, {
    ...{ app, client, importId, formation },
    async publish(said: Partial<OfferForm> = {}): Promise<OfferId> {
      const { offerId } = await client.offers.save({
        ...{ offerId: null, revision: null, form: { ...form, ...said }, hasNames: true },
      });
      await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
      return offerId;
    },
    prepare: async (offerId: OfferId, ...titles: string[]): Promise<PreparedDraft[]> => {
      const pairs = titles.map((title) => ({ offerId, formationId: formation(title) }));
      return await draftsOf(client.transmissions.prepare({ pairs, ...texts }));
    },
    draftsOf,
    say: async (drafts: readonly { transmissionIds: readonly TransmissionId[] }[], kind: SaidKind) => {
      const transmissionIds = drafts.flatMap((draft) => draft.transmissionIds);
      const reason = kind === 'refused' ? 'level' : null;
      return (await client.transmissions.say({ transmissionIds, kind, reason, note: null })).eventIds;
    },
    statusOf: async (offerId: OfferId) => (await client.offers.get({ offerId })).status,
    register: async (filter = {}) => {
      const sort = { by: 'formation', direction: 'asc' } as const;
      return (await client.transmissions.list({ filter, sort, page: 0, pageSize: 50 })).rows;
    },
    mailOf: ({ fileId }: Pick<PreparedDraft, 'fileId'>) =>
      PostalMime.parse(readFileSync(app.fileStore.locate(fileId).path)),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  });
}

/** The things of a list whose number the test knows. */
export function sure<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('There are fewer than the test counts on.');
  return thing;
}

/** The reason, else the code, with which some work failed. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? (error.reason ?? error.code) : error;
  }
}
