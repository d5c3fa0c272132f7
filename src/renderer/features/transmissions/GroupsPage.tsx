import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Paper, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppError } from '../../../shared/domain/app-error';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';

interface GroupsPageProps {
  readonly title: string;
  /** Undefined until there is an answer. */
  readonly count: string | undefined;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  /** What is said once nothing is left to do; null while something is. */
  readonly empty: { readonly title: string; readonly text: string; readonly action: ReactNode } | null;
  /** A card for each manager. */
  readonly children: ReactNode;
}

/** What is to be done for managers, by manager, with the way back to the register. */
export function GroupsPage({ title, count, error, onRetry, empty, children }: GroupsPageProps) {
  const { t } = useTranslation();
  const isWaiting = count === undefined;
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={title}
        count={count}
        actions={
          <Button variant="outlined" component={Link} to="/transmissions">
            {t('transmissions.register')}
          </Button>
        }
      />
      {error && isWaiting ? <ErrorState error={error} onRetry={onRetry} /> : null}
      {isWaiting && !error ? <Skeleton variant="rounded" height={320} /> : null}
      {empty === null ? null : (
        <Paper variant="outlined">
          <EmptyState icon={<DoneIcon />} {...empty} />
        </Paper>
      )}
      {children}
    </Box>
  );
}
