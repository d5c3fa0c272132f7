import { Box } from '@mui/material';
import type { Topics } from '../../../../shared/contract/dashboard-topics';
import { useReportSection } from '../../../charts/pictures/report-sections';
import type { Wording } from '../figure-texts';
import { TopicItem } from './TopicItem';
import { coherenceText, companiesText, topicName, untaughtOf, untaughtText } from './topic-texts';

interface TopicListProps {
  readonly wording: Wording;
  readonly topics: Topics;
}

/** Each topic with what is known of it. */
export function TopicList({ wording, topics }: TopicListProps) {
  const { t } = wording;
  const element = useReportSection({
    title: t('dashboards.topics.each'),
    sentence: untaughtText(wording, topics),
    headings: [
      ...[t('dashboards.topics.topic'), t('dashboards.topics.examples'), t('dashboards.topics.companies')],
      ...[t('dashboards.topics.untaught'), t('dashboards.topics.coherence')],
    ],
    rows: topics.topics.map((topic) => [
      ...[topicName(topic), topic.titles.join(' ; '), companiesText(wording, topic)],
      ...[untaughtOf(wording, topic) || '–', coherenceText(wording, topic.coherence) || '–'],
    ]),
    picture: null,
  });
  return (
    <Box
      ref={element}
      component="ul"
      aria-label={t('dashboards.topics.each')}
      sx={{
        ...{ listStyle: 'none', m: 0, mt: 2.5, p: 0, display: 'grid', gap: 1.5 },
        gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
      }}
    >
      {topics.topics.map((topic, index) => (
        <TopicItem key={index} wording={wording} topic={topic} />
      ))}
    </Box>
  );
}
