import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EncryptionState } from '../../../shared/contract/encryption';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';
import { EncryptionSection } from './EncryptionSection';
import { firstOpeners, openersOf } from './openers';
import { OpenersFields } from './OpenersFields';

/** What can be done with data that are encrypted. */
export function ManageEncryption({ state: { hasSystem, pending } }: { readonly state: EncryptionState }) {
  return (
    <>
      <PlainBackups />
      <ChangeOpeners hasSystem={hasSystem} />
      {pending === null ? <Decrypt /> : null}
    </>
  );
}

/** Those from before the encryption, which whoever has them can read. */
function PlainBackups() {
  const { t } = useTranslation();
  const notify = useNotify();
  const { data: backups } = useCall('backups', 'state', {});
  const encrypt = useAction('backups', 'encrypt');
  if (!backups) return null;
  const count = backups.rows.filter(({ isOwn, isFormer, isEncrypted }) => (isOwn || isFormer) && !isEncrypted).length;
  const onSuccess = (): void => notify({ severity: 'info', text: t('encryption.backups.started') });
  return (
    <EncryptionSection title={t('encryption.backups.title')}>
      <Typography variant="body2">
        {count === 0 ? t('encryption.backups.none') : t('encryption.backups.plain', { count })}
      </Typography>
      {encrypt.error ? <ErrorAlert error={encrypt.error} /> : null}
      {count === 0 ? null : (
        <Box>
          <Button variant="contained" loading={encrypt.isPending} onClick={() => encrypt.mutate({}, { onSuccess })}>
            {t('encryption.backups.replace')}
          </Button>
        </Box>
      )}
    </EncryptionSection>
  );
}

function ChangeOpeners({ hasSystem }: Pick<EncryptionState, 'hasSystem'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [words, setWords] = useState('');
  const [draft, setDraft] = useState(() => firstOpeners(hasSystem));
  const change = useAction('encryption', 'setOpeners');
  const openers = openersOf(draft);
  return (
    <EncryptionSection title={t('encryption.change.title')}>
      <Typography variant="body2">{t('encryption.change.intro')}</Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!openers) return;
          const onSuccess = (): void => {
            setWords('');
            setDraft(firstOpeners(hasSystem));
            notify({ severity: 'success', text: t('encryption.change.done') });
          };
          change.mutate({ words, ...openers }, { onSuccess });
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <WordsField words={words} onChange={setWords} />
        <OpenersFields draft={draft} hasSystem={hasSystem} onChange={setDraft} />
        {change.error ? <ErrorAlert error={change.error} /> : null}
        <Box>
          <Button
            type="submit"
            variant="contained"
            disabled={words === '' || openers === null}
            loading={change.isPending}
          >
            {t('encryption.change.submit')}
          </Button>
        </Box>
      </Box>
    </EncryptionSection>
  );
}

function Decrypt() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const decrypt = useAction('encryption', 'decrypt');
  return (
    <EncryptionSection title={t('encryption.decrypt.title')}>
      <Typography variant="body2">{t('encryption.decrypt.intro')}</Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '') decrypt.mutate({ words });
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <WordsField words={words} onChange={setWords} />
        {decrypt.error ? <ErrorAlert error={decrypt.error} /> : null}
        <Box>
          <Button type="submit" variant="outlined" color="error" disabled={words === ''} loading={decrypt.isPending}>
            {t('encryption.decrypt.submit')}
          </Button>
        </Box>
      </Box>
    </EncryptionSection>
  );
}

interface WordsFieldProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Asks who changes something for what opens the data now. */
function WordsField({ words, onChange }: WordsFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      type="password"
      required
      label={t('encryption.wordsOfNow')}
      value={words}
      onChange={(event) => onChange(event.target.value)}
      sx={{ maxWidth: 420 }}
      slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200, spellCheck: false } }}
    />
  );
}
