import TasksIcon from '@mui/icons-material/PendingActionsOutlined';
import { Badge, Box, Button, CircularProgress, Divider, IconButton, Popover, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRunningJobs } from '../api/use-job';
import { JobProgressCard } from '../components/JobProgressCard';

/** What runs now, from anywhere in the application. */
export function JobsMenu() {
  const { t } = useTranslation();
  const running = useRunningJobs();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = t('jobs.menuLabel', { count: running.length });
  const first = running[0];
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          onClick={(event) => setAnchor(event.currentTarget)}
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
        >
          <Badge
            badgeContent={running.length === 0 ? null : running.length}
            color="primary"
            slotProps={{ badge: { sx: { top: -7, right: -9, height: 16, minWidth: 16, fontSize: '0.6875rem' } } }}
          >
            <TasksIcon fontSize="small" />
          </Badge>
          {first ? (
            <CircularProgress
              aria-hidden
              size={34}
              thickness={2.5}
              sx={{ position: 'absolute' }}
              {...(first.progress ? { variant: 'determinate', value: first.progress.ratio * 100 } : {})}
            />
          ) : null}
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            'aria-label': t('jobs.menuTitle'),
            role: 'dialog',
            sx: { width: 380, p: 2, border: 1, borderColor: 'divider' },
          },
        }}
      >
        <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
          {t('jobs.menuTitle')}
        </Typography>
        {running.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('jobs.menuEmpty')}
          </Typography>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            {running.map((job) => (
              <JobProgressCard key={job.id} job={job} />
            ))}
          </Box>
        )}
        <Divider sx={{ my: 1.5 }} />
        <Button component={Link} to="/jobs" size="small" onClick={() => setAnchor(null)}>
          {t('jobs.seeAll')}
        </Button>
      </Popover>
    </>
  );
}
