import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../../shared/contract/contract';
import type { HostInfo } from '../../../shared/contract/host';
import type { Overview } from '../../../shared/contract/university';
import { useCall } from '../../api/use-call';
import type { Translate } from '../../i18n/translate';
import { together, type Together } from './together';

type Answer<G extends keyof AppClient, P extends keyof AppClient[G]> = AppClient[G][P] extends (
  ...asked: never
) => Promise<infer Given>
  ? Given
  : never;

/** One thing that asks for somebody's attention, and the page on which it is dealt with. */
export interface Waiting {
  readonly to: string;
  readonly text: string;
  /** What the way there is called. */
  readonly label: string;
}

/** What waits for a person, the most pressing first, as far as it is known. */
export function useWaiting(overview: Overview): Together & { readonly items: readonly Waiting[] } {
  const { t } = useTranslation();
  const info = useCall('host', 'info', {});
  const transmissions = useCall('transmissions', 'counts', {});
  const offers = useCall('offers', 'due', {});
  const companies = useCall('companies', 'waiting', {});
  const profiles = useCall('candidates', 'news', {});
  return {
    ...together([info, transmissions, offers, companies, profiles]),
    items: [
      ...(info.data ? ofProgram(t, info.data) : []),
      ...emptyLists(t, overview),
      ...(transmissions.data ? ofTransmissions(t, transmissions.data) : []),
      ...(profiles.data ? ofProfiles(t, profiles.data) : []),
      ...(offers.data ? ofOffers(t, offers.data) : []),
      ...(companies.data ? ofCompanies(t, companies.data) : []),
      ...unmatched(t, overview),
    ],
  };
}

/** Keeps those of which there are some. */
function some(items: readonly (Waiting & { readonly count: number })[]): readonly Waiting[] {
  return items.filter(({ count }) => count > 0);
}

/** What is wrong with the application itself. */
function ofProgram(t: Translate, info: HostInfo): readonly Waiting[] {
  const isTold = (notice: HostInfo['notices'][number]): number => Number(info.notices.includes(notice));
  const isModelWrong = info.model.state !== 'ready';
  const modelText = t(info.model.state === 'missing' ? 'home.modelMissing' : 'home.modelDamaged');
  const health = { to: '/settings/health', label: t('health.see') };
  const settings = { to: '/settings', label: t('home.seeAbout') };
  return some([
    { count: isTold('database-damaged'), text: t('home.databaseDamaged'), ...health },
    { count: isTold('restore-refused'), text: t('home.restoreRefused'), ...settings },
    { count: isTold('restore-postponed'), text: t('home.restorePostponed'), ...settings },
    { count: isTold('backups-failing'), text: t('home.backupsFailing'), ...settings },
    { count: isTold('database-on-network'), text: t('home.databaseOnNetwork'), ...settings },
    {
      count: isTold('encryption-failed'),
      text: t('home.encryptionFailed'),
      to: '/settings/encryption',
      label: t('encryption.manage'),
    },
    { count: Number(isModelWrong), text: modelText, ...settings },
    { count: isTold('jobs-interrupted'), text: t('home.jobsInterrupted'), to: '/jobs', label: t('home.seeJobs') },
  ]);
}

function emptyLists(t: Translate, { formations, offers }: Overview): readonly Waiting[] {
  const to = (kind: string): string => `/imports/new?kind=${kind}`;
  return some([
    {
      count: Number(formations === 0),
      text: t('home.noFormations'),
      to: to('formations'),
      label: t('home.stepFormations'),
    },
    { count: Number(offers === 0), text: t('home.noOffers'), to: to('offers'), label: t('home.stepOffers') },
  ]);
}

function ofTransmissions(t: Translate, counts: Answer<'transmissions', 'counts'>): readonly Waiting[] {
  const { offersToSend, prepared, due } = counts;
  return some([
    {
      count: offersToSend,
      text: t('home.offersToSend', { count: offersToSend }),
      to: '/transmissions/to-send',
      label: t('home.transmitThem'),
    },
    {
      count: prepared,
      text: t('home.draftsToConfirm', { count: prepared }),
      to: '/transmissions?state=prepared',
      label: t('home.lookAtThem', { count: prepared }),
    },
    {
      count: due,
      text: t('home.remindersDue', { count: due }),
      to: '/transmissions/to-remind',
      label: t('home.remindThem'),
    },
  ]);
}

/** Offers that somebody who asked to be told of them has not been told of. */
function ofProfiles(t: Translate, { offerCount, profiles }: Answer<'candidates', 'news'>): readonly Waiting[] {
  const [first, ...others] = profiles;
  if (!first) return [];
  const to = others.length === 0 ? `/students/profiles?open=${first.candidateId}` : '/students/profiles';
  const text = t('home.profileNews', {
    offers: t('profiles.news', { count: offerCount }),
    profiles: t('home.forProfiles', { count: profiles.length }),
  });
  return [{ to, text, label: t('home.lookAtThem', { count: offerCount }) }];
}

/** What the calendar asks of offers, and what somebody began to write. */
function ofOffers(t: Translate, due: Answer<'offers', 'due'>): readonly Waiting[] {
  const { expired, expiring, 'past-start': pastStart, drafts } = due;
  const labelled = (count: number) => ({ count, label: t('home.lookAtThem', { count }) });
  return some([
    { ...labelled(expired), text: t('due.expired', { count: expired }), to: '/offers?due=expired' },
    { ...labelled(expiring), text: t('due.expiring', { count: expiring }), to: '/offers?due=expiring' },
    { ...labelled(pastStart), text: t('due.pastStart', { count: pastStart }), to: '/offers?due=past-start' },
    { ...labelled(drafts), text: t('due.drafts', { count: drafts }), to: '/offers?status=draft' },
  ]);
}

function ofCompanies(t: Translate, waiting: Answer<'companies', 'waiting'>): readonly Waiting[] {
  const { toValidate, duplicates } = waiting;
  const labelled = (count: number) => ({ count, label: t('home.lookAtThem', { count }) });
  return some([
    {
      ...labelled(toValidate),
      text: t('due.companies', { count: toValidate }),
      to: '/companies?state=to-validate',
    },
    { ...labelled(duplicates), text: t('due.duplicates', { count: duplicates }), to: '/companies/duplicates' },
  ]);
}

/** Offers for which the ranking found nothing. */
function unmatched(t: Translate, { outcomes }: Overview): readonly Waiting[] {
  const [gap, short] = [outcomes['no-suitable-formation'], outcomes['insufficient-text']];
  const labelled = (count: number) => ({ count, label: t('home.lookAtThem', { count }) });
  return some([
    {
      ...labelled(gap),
      text: t('home.gapOffers', { count: gap }),
      to: '/offers?outcome=no-suitable-formation',
    },
    { ...labelled(short), text: t('home.shortOffers', { count: short }), to: '/offers?outcome=insufficient-text' },
  ]);
}
