import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ManagerInPlace } from './ManagerInPlace';

/** Formations of which nobody can be written to, each with the way to name somebody; nothing where there is none. */
export function Unreachable() {
  const { t } = useTranslation();
  const { data } = useCall('managers', 'unreachable', {});
  const [isOpen, setIsOpen] = useState(false);
  const [naming, setNaming] = useState<FormationId | null>(null);
  if (!data || data.total === 0) return null;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        <Button color="inherit" size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'managers.hideUnreachable' : 'managers.showUnreachable')}
        </Button>
      }
      sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      {t('managers.unreachable', { count: data.total })}
      {isOpen ? (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, maxHeight: 260, overflow: 'auto' }}>
          {data.formations.map(({ id, title, component, managerName }) => (
            <Box component="li" key={id} sx={{ py: 0.5 }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
                  {[title, component, managerName].filter(Boolean).join(' · ')}
                </Typography>
                {naming === id ? null : (
                  <Button size="small" color="inherit" onClick={() => setNaming(id)}>
                    {t('transmissions.addManager')}
                  </Button>
                )}
              </Box>
              {naming === id ? (
                <ManagerInPlace formation={{ id, title }} manager={null} onDone={() => setNaming(null)} />
              ) : null}
            </Box>
          ))}
        </Box>
      ) : null}
    </Alert>
  );
}
