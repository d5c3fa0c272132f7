import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyNumber } from '../../../shared/domain/key-number';
import { useAction } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';

interface UnlockBackupProps {
  readonly name: string;
  /** The key that it is under, where the failure to open it says so. */
  readonly keyId: unknown;
}

/** Asks for what opens a backup that was made on another PC, or before the key changed. */
export function UnlockBackup({ name, keyId }: UnlockBackupProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const unlock = useAction('backups', 'unlock');
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') unlock.mutate({ name, words });
      }}
      sx={{ display: 'grid', gap: 1.5, pt: 1 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
        <TextField
          type="password"
          required
          autoFocus
          fullWidth
          label={t('encryption.words')}
          helperText={typeof keyId === 'string' ? t('encryption.number', { number: keyNumber(keyId) }) : undefined}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 200, spellCheck: false } }}
        />
        <Button type="submit" variant="outlined" sx={{ mt: 0.5 }} disabled={words === ''} loading={unlock.isPending}>
          {t('encryption.open')}
        </Button>
      </Box>
      {unlock.error ? <ErrorAlert error={unlock.error} /> : null}
    </Box>
  );
}
