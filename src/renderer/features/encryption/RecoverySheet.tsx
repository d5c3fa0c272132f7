import { Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyNumber } from '../../../shared/domain/key-number';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useFormat } from '../../i18n/use-format';
import { EncryptionSection } from './EncryptionSection';

interface RecoverySheetProps {
  readonly recoveryKey: string;
  readonly keyId: string;
  readonly onBack: () => void;
}

/**
 * The sheet that opens the data when everything else is lost. It is printed from the page, so that the key never lies in a
 * file; nothing is encrypted before its end was typed back.
 */
export function RecoverySheet({ recoveryKey, keyId, onBack }: RecoverySheetProps) {
  const { t } = useTranslation();
  const [end, setEnd] = useState('');
  const confirm = useAction('encryption', 'confirm');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <EncryptionSection title={t('encryption.sheet.title')}>
        <Typography variant="body2">{t('encryption.sheet.step')}</Typography>
        <Box>
          <Button variant="contained" onClick={() => window.print()}>
            {t('encryption.sheet.print')}
          </Button>
        </Box>
      </EncryptionSection>
      <Sheet recoveryKey={recoveryKey} keyId={keyId} />
      <Paper
        variant="outlined"
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (end.trim() !== '') confirm.mutate({ end });
        }}
        sx={{ p: 2.5, display: 'grid', gap: 2, '@media print': { display: 'none' } }}
      >
        <TextField
          label={t('encryption.sheet.confirm')}
          value={end}
          onChange={(event) => setEnd(event.target.value)}
          helperText={t('encryption.sheet.confirmHint')}
          slotProps={{ htmlInput: { maxLength: 40, spellCheck: false, autoComplete: 'off' } }}
        />
        {confirm.error ? <ErrorAlert error={confirm.error} /> : null}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={end.trim() === ''} loading={confirm.isPending}>
            {t('encryption.sheet.finish')}
          </Button>
          <Button onClick={onBack}>{t('encryption.sheet.back')}</Button>
        </Box>
      </Paper>
    </Box>
  );
}

/** What is printed. */
function Sheet({ recoveryKey, keyId }: Pick<RecoverySheetProps, 'recoveryKey' | 'keyId'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const headingId = useId();
  const { data: settings } = useCall('settings', 'get', {});
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-labelledby={headingId}
      sx={{ p: 4, display: 'grid', gap: 2, '@media print': { border: 0, p: 0 } }}
    >
      <Box>
        <Typography variant="h2" component="h3" id={headingId}>
          {t('encryption.sheet.app')}
        </Typography>
        <Typography variant="body2">
          {settings?.universityName ? `${t('encryption.sheet.of', { name: settings.universityName })} – ` : ''}
          {t('encryption.sheet.madeOn', { date: format.dateTime(new Date().toISOString()) })}
        </Typography>
      </Box>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('encryption.sheet.key', { number: keyNumber(keyId) })}
        </Typography>
        <Typography
          component="p"
          data-testid="recovery-key"
          sx={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '1.25rem', letterSpacing: '0.04em', my: 1 }}
        >
          {recoveryKey}
        </Typography>
        <Typography variant="body2">{t('encryption.sheet.number', { number: keyNumber(keyId) })}</Typography>
      </Box>
      <Typography variant="body2">{t('encryption.sheet.use')}</Typography>
      <Typography variant="body2">{t('encryption.sheet.keep')}</Typography>
    </Paper>
  );
}
