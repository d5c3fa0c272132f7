import ViewsIcon from '@mui/icons-material/BookmarksOutlined';
import { Box, Button, Divider, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCall } from '../../../api/use-call';
import { NameForm } from '../../../components/NameForm';
import { plainAddress, viewAddress } from '../dashboard-address';
import type { DashboardAddress } from '../use-dashboard-address';
import { useViewActions } from './use-view-actions';
import { ViewItem } from './ViewItem';

interface ViewsButtonProps {
  readonly address: DashboardAddress;
}

/** The named dashboards: which one is open, all of them, and a name for what is shown. */
export function ViewsButton({ address }: ViewsButtonProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const actions = useViewActions();
  const views = useCall('dashboardViews', 'list', {}).data ?? [];
  const current = views.find(({ id }) => id === address.viewId);
  const isChanged = current !== undefined && plainAddress(current.address) !== address.plain;
  const label = current
    ? t('dashboards.views.current', {
        name: isChanged ? t('dashboards.views.changed', { name: current.name }) : current.name,
      })
    : t('dashboards.views.button');
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<ViewsIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ displayPrint: 'none', maxWidth: 420 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {label}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('dashboards.views.title'), sx: { p: 2, width: 380 } } }}
      >
        {views.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('dashboards.views.none')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }}>
            {views.map((view) => (
              <ViewItem
                key={view.id}
                view={view}
                isCurrent={view.id === current?.id}
                actions={actions}
                onOpen={close}
              />
            ))}
          </Box>
        )}
        <Divider sx={{ my: 1.5 }} />
        {current && isChanged ? (
          <Button
            fullWidth
            variant="outlined"
            onClick={() => {
              actions.update(current, address.plain).then(close, () => undefined);
            }}
            sx={{ mb: 2 }}
          >
            {t('dashboards.views.update', { name: current.name })}
          </Button>
        ) : null}
        <Typography variant="body2" sx={{ mb: 1, fontWeight: 600 }}>
          {t('dashboards.views.saveAs')}
        </Typography>
        <NameForm
          fieldLabel={t('dashboards.views.name')}
          label={t('dashboards.views.saveAs')}
          name=""
          onSave={async (name) => {
            const view = await actions.add(name, address.plain);
            close();
            await navigate(viewAddress(view), { replace: true });
          }}
        />
      </Popover>
    </>
  );
}
