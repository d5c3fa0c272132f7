import { Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { DashboardFilter } from '../../../../shared/domain/dashboard/dashboard-filter';
import type { Compared } from '../../../../shared/domain/dashboard/figures';
import { useCall } from '../../../api/use-call';
import { RankedBars } from '../../../charts/RankedBars';
import { ErrorState } from '../../../components/ErrorState';
import { changeText, type Wording } from '../figure-texts';
import { TopicList } from './TopicList';
import { topicAddress, topicCells, topicHeadings, topicName, topicsSentence, untaughtText } from './topic-texts';

interface TopicsCardProps {
  readonly wording: Wording;
  readonly filter: DashboardFilter;
  /** How many offers there are to group, known before their topics. */
  readonly unmatched: Compared;
}

/** What the offers are about that no formation suits. */
export function TopicsCard({ wording, filter, unmatched }: TopicsCardProps) {
  const { t } = useTranslation();
  // What was found for other criteria is not shown meanwhile: its offers are none of these.
  const topics = useCall('dashboards', 'topics', { filter });
  const { data } = topics;
  if (!data) {
    return (
      <Paper variant="outlined" component="section" aria-label={t('dashboards.topics.title')} sx={{ p: 2.5 }}>
        <Typography variant="h2" sx={{ mb: 1.5 }}>
          {t('dashboards.topics.title')}
        </Typography>
        {topics.error ? (
          <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />
        ) : (
          <>
            <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mb: 1.5 }}>
              {t('dashboards.topics.searching', { count: unmatched.now + unmatched.before })}
            </Typography>
            <Skeleton variant="rounded" height={320} aria-hidden />
          </>
        )}
      </Paper>
    );
  }
  const { format } = wording;
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t('dashboards.topics.title')}
        sentence={topicsSentence(wording, data)}
        emptyText={
          data.total.now > 0 ? t('dashboards.topics.tooFew', { count: data.total.now }) : t('dashboards.topics.none')
        }
        headings={topicHeadings(wording)}
        bars={data.topics.map((topic, index) => ({
          ...{ id: String(index), label: topicName(topic), now: topic.now, before: topic.before },
          to: topicAddress(topic),
          figure: format.number(topic.now),
          note: changeText(wording, topic),
          cells: topicCells(wording, topic),
        }))}
      />
      {data.topics.length > 0 ? (
        <>
          <TopicList wording={wording} topics={data} />
          <Typography variant="body2" sx={{ mt: 2 }}>
            {untaughtText(wording, data)}
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1, maxWidth: '110ch' }}>
            {t('dashboards.topics.rule')}
          </Typography>
        </>
      ) : null}
    </Paper>
  );
}
