import { Box, Button, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { CardError } from '../../components/CardError';
import { useFormat } from '../../i18n/use-format';
import { useLastVisit } from '../../components/use-last-visit';
import { together } from './together';

const onlyCount = { page: 0, pageSize: 1 } as const;

/** What came in since somebody last looked, each figure leading to its list; nothing on the first visit. */
export function NewsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { since, markSeen } = useLastVisit('home');
  const counts = useCounts(since);
  if (since === null) return null;
  const { offers = 0, companies = 0, answers = 0 } = counts.data ?? {};
  const behind = encodeURIComponent(since);
  const items = [
    { count: offers, text: t('news.offers', { count: offers }), to: `/offers?createdFrom=${behind}` },
    { count: companies, text: t('news.companies', { count: companies }), to: `/companies?createdFrom=${behind}` },
    { count: answers, text: t('news.answers', { count: answers }), to: `/transmissions?answeredFrom=${behind}` },
  ].filter(({ count }) => count > 0);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('news.title')}
      sx={{ px: 2.5, py: 1.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2.5, rowGap: 0.5 }}
    >
      <Typography variant="h2">{t('news.title')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('news.since', { date: format.dateTime(since) })}
      </Typography>
      {counts.error ? <CardError error={counts.error} onRetry={counts.retry} /> : null}
      {counts.isLoading ? <Skeleton variant="text" width={220} /> : null}
      {counts.data && items.length === 0 ? (
        <Typography variant="body2">{t('news.nothing')}</Typography>
      ) : (
        items.map(({ to, text }) => (
          <TextLink key={to} component={Link} to={to} variant="body2" sx={{ fontWeight: 600 }}>
            {text}
          </TextLink>
        ))
      )}
      <Box sx={{ flex: 1 }} />
      {items.length === 0 ? null : (
        <Button size="small" color="inherit" onClick={markSeen}>
          {t('news.markSeen')}
        </Button>
      )}
    </Paper>
  );
}

/** How much came in since; known once all has been asked. */
function useCounts(since: string | null) {
  const enabled = since !== null;
  const from = since ?? undefined;
  const offers = useCall(
    ...(['offers', 'list'] as const),
    { ...onlyCount, filter: { createdFrom: from }, sort: { by: 'postedOn', direction: 'desc' } },
    { enabled },
  );
  const companies = useCall(
    ...(['companies', 'list'] as const),
    { ...onlyCount, filter: { createdFrom: from }, sort: { by: 'name', direction: 'asc' } },
    { enabled },
  );
  const answers = useCall(
    ...(['transmissions', 'list'] as const),
    { ...onlyCount, filter: { answeredFrom: from }, sort: { by: 'changedAt', direction: 'desc' } },
    { enabled },
  );
  const questions = together([offers, companies, answers]);
  const isKnown = offers.data && companies.data && answers.data;
  return {
    ...questions,
    data: isKnown && { offers: offers.data.total, companies: companies.data.total, answers: answers.data.total },
  };
}
