import { useTranslation } from 'react-i18next';
import type { HostInfo } from '../../../shared/contract/host';
import type { Overview } from '../../../shared/contract/university';
import { useCall } from '../../api/use-call';
import type { Translate } from '../../i18n/translate';

/** One thing that asks for somebody's attention, and the page on which it is dealt with. */
export interface Waiting {
  readonly to: string;
  readonly text: string;
  /** What the way there is called. */
  readonly label: string;
}

/** What waits for a person, the most pressing first; an answer that is not there yet is simply not told of. */
export function useWaiting(overview: Overview): readonly Waiting[] {
  const { t } = useTranslation();
  return [
    ...useProgram(t),
    ...emptyLists(t, overview),
    ...useTransmissions(t),
    ...useOffers(t),
    ...useCompanies(t),
    ...unmatched(t, overview),
  ];
}

/** Keeps those of which there are some. */
function some(items: readonly (Waiting & { readonly count: number })[]): readonly Waiting[] {
  return items.filter(({ count }) => count > 0);
}

/** What is wrong with the application itself. */
function useProgram(t: Translate): readonly Waiting[] {
  const info = useCall('host', 'info', {}).data;
  const isTold = (notice: HostInfo['notices'][number]): number => Number(info?.notices.includes(notice) ?? false);
  const isModelWrong = info !== undefined && info.model.state !== 'ready';
  const modelText = t(info?.model.state === 'missing' ? 'home.modelMissing' : 'home.modelDamaged');
  const health = { to: '/settings/health', label: t('health.see') };
  const settings = { to: '/settings', label: t('home.seeAbout') };
  return some([
    { count: isTold('database-damaged'), text: t('home.databaseDamaged'), ...health },
    { count: isTold('restore-refused'), text: t('home.restoreRefused'), ...settings },
    { count: isTold('restore-postponed'), text: t('home.restorePostponed'), ...settings },
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

function useTransmissions(t: Translate): readonly Waiting[] {
  const counts = useCall('transmissions', 'counts', {}).data;
  if (!counts) return [];
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

/** What the calendar asks of offers, and what somebody began to write. */
function useOffers(t: Translate): readonly Waiting[] {
  const due = useCall('offers', 'due', {}).data;
  if (!due) return [];
  const { expired, expiring, 'past-start': pastStart, drafts } = due;
  const labelled = (count: number) => ({ count, label: t('home.lookAtThem', { count }) });
  return some([
    { ...labelled(expired), text: t('due.expired', { count: expired }), to: '/offers?due=expired' },
    { ...labelled(expiring), text: t('due.expiring', { count: expiring }), to: '/offers?due=expiring' },
    { ...labelled(pastStart), text: t('due.pastStart', { count: pastStart }), to: '/offers?due=past-start' },
    { ...labelled(drafts), text: t('due.drafts', { count: drafts }), to: '/offers?status=draft' },
  ]);
}

function useCompanies(t: Translate): readonly Waiting[] {
  const waiting = useCall('companies', 'waiting', {}).data;
  if (!waiting) return [];
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
