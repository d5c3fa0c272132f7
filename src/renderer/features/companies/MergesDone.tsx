import { Box, Button, Link as TextLink, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { PagedRows } from '../../components/PagedRows';
import { useFormat } from '../../i18n/use-format';
import { useCompanyActions } from './use-company-actions';

const pageSize = 10;

/** The merges that can be taken back, the latest first. */
export function MergesDone() {
  const { t } = useTranslation();
  const format = useFormat();
  const { unmerge } = useCompanyActions();
  const [page, setPage] = useState(0);
  const merges = useCall('companies', 'merges', { page, pageSize }, { keepPrevious: true });
  const hint = (key: 'doneText' | 'doneNone') => (
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
      {t(`companies.duplicates.${key}`)}
    </Typography>
  );
  return (
    <PagedRows answer={merges} page={page} pageSize={pageSize} onPage={setPage} heightPx={80} empty={hint('doneNone')}>
      {(rows) => (
        <>
          {hint('doneText')}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {rows.map((merge) => (
              <Box
                component="li"
                key={merge.id}
                sx={{
                  py: 0.75,
                  display: 'flex',
                  flexWrap: 'wrap',
                  gap: 2,
                  alignItems: 'center',
                  borderTop: 1,
                  borderColor: 'divider',
                }}
              >
                <Box sx={{ flex: '1 1 320px' }}>
                  <TextLink component={Link} to={`/companies?open=${merge.keptId}`} variant="body2">
                    {t('companies.duplicates.doneLine', { merged: merge.mergedName, kept: merge.keptName })}
                  </TextLink>
                  <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                    {format.dateTime(merge.mergedAt)}
                  </Typography>
                </Box>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t('companies.duplicates.undoNamed', { merged: merge.mergedName, kept: merge.keptName })}
                  onClick={() => void unmerge(merge)}
                >
                  {t('companies.duplicates.undo')}
                </Button>
              </Box>
            ))}
          </Box>
        </>
      )}
    </PagedRows>
  );
}
