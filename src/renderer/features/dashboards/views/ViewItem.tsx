import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import RenameIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Link as TextLink } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardView } from '../../../../shared/contract/dashboard-views';
import { NameForm } from '../../../components/NameForm';
import { viewAddress } from '../dashboard-address';
import type { ViewActions } from './use-view-actions';

interface ViewItemProps {
  readonly view: DashboardView;
  readonly isCurrent: boolean;
  readonly actions: ViewActions;
  readonly onOpen: () => void;
}

/** One named dashboard: opened, renamed, deleted. */
export function ViewItem({ view, isCurrent, actions, onOpen }: ViewItemProps) {
  const { t } = useTranslation();
  const [isRenaming, setIsRenaming] = useState(false);
  const { name } = view;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 40 }}>
      {isRenaming ? (
        <Box sx={{ flex: 1, py: 1 }}>
          <NameForm
            fieldLabel={t('dashboards.views.name')}
            label={t('dashboards.views.rename', { name })}
            name={name}
            onSave={async (next) => {
              await actions.rename(view, next);
              setIsRenaming(false);
            }}
            onCancel={() => setIsRenaming(false)}
          />
        </Box>
      ) : (
        <>
          <TextLink
            component={Link}
            to={viewAddress(view)}
            onClick={onOpen}
            variant="body2"
            noWrap
            title={name}
            aria-current={isCurrent ? 'true' : undefined}
            sx={{ flex: 1, minWidth: 0, fontWeight: isCurrent ? 700 : 500 }}
          >
            {name}
          </TextLink>
          <IconButton
            size="small"
            aria-label={t('dashboards.views.rename', { name })}
            onClick={() => setIsRenaming(true)}
          >
            <RenameIcon fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('dashboards.views.remove', { name })}
            onClick={() => void actions.remove(view)}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </>
      )}
    </Box>
  );
}
