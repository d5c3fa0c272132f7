import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { EncryptionSection } from './EncryptionSection';
import { firstOpeners, openersOf } from './openers';
import { OpenersFields } from './OpenersFields';
import { RecoverySheet } from './RecoverySheet';

/** The way to encrypted data: what opens them, then the recovery sheet, a part of which is typed back. */
export function BeginEncryption({ hasSystem }: { readonly hasSystem: boolean }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => firstOpeners(hasSystem));
  const begin = useAction('encryption', 'begin');
  const openers = openersOf(draft);
  if (begin.data) return <RecoverySheet {...begin.data} onBack={() => begin.reset()} />;
  return (
    <EncryptionSection title={t('encryption.choose.title')}>
      <Typography variant="body2">{t('encryption.protects')}</Typography>
      <Typography variant="body2">{t('encryption.costs')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('encryption.choose.notCovered')}
      </Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (openers) begin.mutate(openers);
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <OpenersFields draft={draft} hasSystem={hasSystem} onChange={setDraft} />
        {begin.error ? <ErrorAlert error={begin.error} /> : null}
        <Box>
          <Button type="submit" variant="contained" disabled={openers === null} loading={begin.isPending}>
            {t('encryption.choose.next')}
          </Button>
        </Box>
      </Box>
    </EncryptionSection>
  );
}
