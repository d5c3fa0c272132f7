import { Box, Checkbox, FormControlLabel, FormHelperText, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../../shared/contract/encryption';
import type { OpenersDraft } from './openers';

interface OpenersFieldsProps {
  readonly draft: OpenersDraft;
  readonly hasSystem: boolean;
  readonly onChange: (draft: OpenersDraft) => void;
}

/** What opens the data at the start: the session of the PC where it can, a passphrase that is typed twice. */
export function OpenersFields({ draft, hasSystem, onChange }: OpenersFieldsProps) {
  const { t } = useTranslation();
  const { bySystem, byPassphrase, passphrase, again } = draft;
  const isDifferent = again !== '' && again !== passphrase;
  const field = { type: 'password', fullWidth: true, required: true } as const;
  const htmlInput = { autoComplete: 'new-password', maxLength: 200, spellCheck: false };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, display: 'grid', gap: 1.5 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 600, mb: 1.5, p: 0 }}>
        {t('encryption.choose.opening')}
      </Typography>
      {hasSystem ? (
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                checked={bySystem}
                onChange={(event) => onChange({ ...draft, bySystem: event.target.checked })}
              />
            }
            label={t('encryption.choose.bySystem')}
          />
          <FormHelperText sx={{ mt: 0 }}>{t('encryption.choose.bySystemHint')}</FormHelperText>
          <FormControlLabel
            control={
              <Checkbox
                checked={byPassphrase}
                onChange={(event) => onChange({ ...draft, byPassphrase: event.target.checked })}
              />
            }
            label={t('encryption.choose.byPassphrase')}
          />
        </Box>
      ) : null}
      {byPassphrase ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          <TextField
            {...field}
            label={t('encryption.choose.passphrase')}
            value={passphrase}
            onChange={(event) => onChange({ ...draft, passphrase: event.target.value })}
            helperText={t('encryption.choose.hint', { least: shortestPassphrase })}
            slotProps={{ htmlInput }}
          />
          <TextField
            {...field}
            label={t('encryption.choose.again')}
            value={again}
            onChange={(event) => onChange({ ...draft, again: event.target.value })}
            error={isDifferent}
            helperText={isDifferent ? t('encryption.choose.different') : ' '}
            slotProps={{ htmlInput }}
          />
        </Box>
      ) : null}
    </Box>
  );
}
