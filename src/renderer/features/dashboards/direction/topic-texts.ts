import type { Topic, Topics } from '../../../../shared/contract/dashboard-topics';
import type { Heading } from '../../../components/HeadedTable';
import { offersAddress } from '../dashboard-address';
import { changeText, differenceText, yearNames, type Wording } from '../figure-texts';

/** As many words as name a topic; the others stand below. */
const namingWords = 3;

/** A topic by its first words. */
export function topicName({ words, titles }: Topic): string {
  const name = words.length === 0 ? (titles[0] ?? '') : words.slice(0, namingWords).join(' · ');
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** Its offers in the list of offers. */
export function topicAddress({ offers }: Pick<Topic, 'offers'>): string {
  return offersAddress({ among: offers?.text });
}

/** How many of its offers its address opens, where it opens not all of them; else empty. */
export function partlyOpened({ t, format }: Wording, { offers, now, before }: Topic): string {
  const all = now > 0 ? now : before;
  return offers === null || offers.count >= all
    ? ''
    : t('dashboards.topics.opensPart', { opened: format.number(offers.count), count: all });
}

/** How well its words go together, as a figure and in a word. */
export function coherenceText({ t, format }: Wording, coherence: number | null): string {
  if (coherence === null) return '';
  const figure = format.number(Math.round(coherence * 100) / 100).replace('-', '−');
  // Below 0 its words go together less often than by chance.
  const kind = coherence >= 0.5 ? 'clear' : coherence >= 0 ? 'fair' : 'loose';
  return t(`dashboards.topics.coherent.${kind}`, { figure });
}

/** How many offers in how many topics, the first of them, and those that stand apart or were left out. */
export function topicsSentence(wording: Wording, topics: Topics): string {
  const { t, format } = wording;
  const { total, grouped, apart } = topics;
  const { before } = yearNames(wording);
  const [first] = topics.topics;
  const left = total.now + total.before - grouped;
  return [
    t('dashboards.topics.sentence', {
      count: total.now,
      ...{ topics: format.number(topics.topics.length), year: before },
      ...{ before: format.number(total.before), difference: differenceText(format, total.now - total.before) },
    }),
    first ? t('dashboards.topics.first', { name: topicName(first), count: first.now }) : '',
    apart.now > 0 ? t('dashboards.topics.apart', { count: apart.now }) : '',
    left > 0 ? t('dashboards.topics.left', { count: left }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The companies behind a topic, those of most offers first. */
export function companiesText(wording: Wording, topic: Topic): string {
  const { t, format } = wording;
  const names = topic.companies.map(({ name, offers }) =>
    t('dashboards.topics.counted', { name, offers: format.number(offers) }),
  );
  return names.join(', ') + moreText(wording, topic);
}

/** How many companies of a topic are not named; empty for none. */
export function moreText({ t }: Wording, { companies, companyCount }: Topic): string {
  const more = companyCount - companies.length;
  return more > 0 ? t('dashboards.topics.andMore', { count: more }) : '';
}

/** The skills of a topic that no formation teaches. */
export function untaughtOf({ t, format }: Wording, { untaught }: Topic): string {
  const names = (untaught ?? []).map(({ label, offers }) =>
    t('dashboards.topics.counted', { name: label, offers: format.number(offers) }),
  );
  return names.join(', ');
}

/** The skills that these offers ask for and no formation teaches. */
export function untaughtText({ t, format }: Wording, { untaught }: Topics): string {
  if (untaught === null) return t('dashboards.topics.untaughtUnknown');
  if (untaught.length === 0) return t('dashboards.topics.untaughtNone');
  const names = untaught.map(({ label, offers }) =>
    t('dashboards.topics.counted', { name: label, offers: format.number(offers) }),
  );
  return t('dashboards.topics.untaughtAll', { names: names.join(', ') });
}

/** The headings of the table of topics, that of the names included. */
export function topicHeadings(wording: Wording): Heading[] {
  const { t } = wording;
  const { now, before } = yearNames(wording);
  const labels = [
    now,
    before,
    t('dashboards.change'),
    t('dashboards.topics.companies'),
    t('dashboards.topics.coherence'),
  ];
  return [{ label: t('dashboards.topics.topic') }, ...labels.map((label): Heading => ({ label, align: 'right' }))];
}

export function topicCells(wording: Wording, topic: Topic): string[] {
  const { format } = wording;
  return [
    ...[format.number(topic.now), format.number(topic.before), changeText(wording, topic) || '–'],
    ...[format.number(topic.companyCount), coherenceText(wording, topic.coherence) || '–'],
  ];
}
