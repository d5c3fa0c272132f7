import { Box, Button, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { CardError } from '../../components/CardError';
import { ImportStateChip } from '../../components/ImportStateChip';
import { useFormat } from '../../i18n/use-format';

/** The last files taken in. */
export function RecentImports() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useCall('imports', 'list', { page: 0, pageSize: 5 });
  return (
    <Paper variant="outlined" component="section" aria-label={t('home.recentImports')} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mb: 0.5 }}>
        <Typography variant="h2">{t('home.recentImports')}</Typography>
        <Button size="small" component={Link} to="/imports">
          {t('home.allImports')}
        </Button>
      </Box>
      {list.isLoading ? <Skeleton variant="rounded" height={96} /> : null}
      {list.error && !list.data ? <CardError error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('home.noImports')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {list.data?.rows.map((item) => (
          <Box
            component="li"
            key={item.id}
            sx={{
              display: 'flex',
              gap: 2,
              alignItems: 'center',
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" noWrap>
                <TextLink component={Link} to={`/imports/${item.id}`}>
                  {item.fileName}
                </TextLink>
              </Typography>
              <Typography variant="caption" component="p" noWrap sx={{ color: 'text.secondary' }}>
                {[
                  t(`imports.kinds.${item.kind}`),
                  ...(['created', 'updated', 'rejected'] as const)
                    .filter((state) => item.counts[state] > 0)
                    .map((state) =>
                      t('common.labelled', {
                        label: t(`imports.rowStates.${state}`),
                        value: format.number(item.counts[state]),
                      }),
                    ),
                  format.dateTime(item.createdAt),
                ].join(' · ')}
              </Typography>
            </Box>
            <ImportStateChip state={item.state} />
          </Box>
        ))}
      </Box>
    </Paper>
  );
}
