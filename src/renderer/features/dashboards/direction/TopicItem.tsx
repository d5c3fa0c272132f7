import { Box, Link as TextLink, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Topic } from '../../../../shared/contract/dashboard-topics';
import type { Wording } from '../figure-texts';
import { coherenceText, moreText, partlyOpened, topicAddress, topicName, untaughtOf } from './topic-texts';

interface TopicItemProps {
  readonly wording: Wording;
  readonly topic: Topic;
}

/** One topic: its words, some of its titles, who offers, and what no formation teaches of it. */
export function TopicItem({ wording, topic }: TopicItemProps) {
  const { t } = wording;
  const { words, titles, companies } = topic;
  const lines: readonly { readonly name: string; readonly text: ReactNode }[] = [
    { name: t('dashboards.topics.examples'), text: titles.join(' ; ') },
    { name: t('dashboards.topics.words'), text: words.join(', ') },
    {
      name: t('dashboards.topics.companies'),
      text: companies.length === 0 ? '' : <Companies wording={wording} topic={topic} />,
    },
    { name: t('dashboards.topics.untaught'), text: untaughtOf(wording, topic) },
    { name: t('dashboards.topics.coherence'), text: coherenceText(wording, topic.coherence) },
    { name: t('dashboards.topics.list'), text: partlyOpened(wording, topic) },
  ].filter(({ text }) => text !== '');
  return (
    <Box
      component="li"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, minWidth: 0, breakInside: 'avoid' }}
    >
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        <TextLink component={Link} to={topicAddress(topic)}>
          {t('dashboards.topics.named', { name: topicName(topic), count: topic.now })}
        </TextLink>
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1.5, m: 0 }}>
        {lines.map(({ name, text }) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography variant="body2" component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Typography>
            <Typography variant="body2" component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** The companies of a topic, each a click away. */
function Companies({ wording, topic }: TopicItemProps) {
  const { t, format } = wording;
  return (
    <>
      {topic.companies.map(({ companyId, name, offers }, index) => (
        <Fragment key={companyId}>
          {index > 0 ? ', ' : ''}
          <TextLink component={Link} to={`/companies?open=${companyId}`}>
            {t('dashboards.topics.counted', { name, offers: format.number(offers) })}
          </TextLink>
        </Fragment>
      ))}
      {moreText(wording, topic)}
    </>
  );
}
