import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPersonLength } from '../../../shared/domain/decision';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';

/** Asks once by whom decisions are signed, and takes no for an answer. Nothing where somebody has answered. */
export function PersonName() {
  const { t } = useTranslation();
  const settings = useCall('settings', 'get', {});
  const update = useAction('settings', 'update');
  const [name, setName] = useState('');
  if (!settings.data || settings.data.personName !== null) return null;
  return (
    <Box
      component="form"
      aria-label={t('decisions.nameTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') update.mutate({ personName: name.trim() });
      }}
      sx={{ p: 1.5, mb: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {t('decisions.nameText')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          size="small"
          label={t('settings.personName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          sx={{ flex: '1 1 160px' }}
          slotProps={{ htmlInput: { maxLength: maxPersonLength, autoComplete: 'name' } }}
        />
        <Button type="submit" variant="outlined" size="small" loading={update.isPending} disabled={name.trim() === ''}>
          {t('decisions.nameSave')}
        </Button>
        <Button size="small" onClick={() => update.mutate({ personName: '' })}>
          {t('decisions.nameRefuse')}
        </Button>
      </Box>
      {update.error ? <ErrorAlert error={update.error} /> : null}
    </Box>
  );
}
