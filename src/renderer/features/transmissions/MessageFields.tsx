import { Box, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../shared/contract/settings';
import type { Message } from './use-message';

interface MessageFieldsProps {
  readonly message: Message;
  readonly onChange: (change: Partial<Message>) => void;
}

/** Subject and text of a message. */
export function MessageFields({ message, onChange }: MessageFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('transmissions.subject')}
        value={message.subject}
        error={message.subject.trim() === ''}
        onChange={(event) => onChange({ subject: event.target.value })}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <TextField
        label={t('transmissions.text')}
        value={message.text}
        onChange={(event) => onChange({ text: event.target.value })}
        fullWidth
        multiline
        minRows={6}
        maxRows={14}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
    </>
  );
}

/** What whoever prepares a message sees, whatever else they leave as it is: its language, and whether the contact is named. */
export function MessageChoices({ message, onChange }: MessageFieldsProps) {
  const { t } = useTranslation();
  const hintId = useId();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 3, rowGap: 1.5 }}>
      <TextField
        select
        label={t('transmissions.language')}
        value={message.language}
        onChange={(event) => onChange({ language: event.target.value === 'en' ? 'en' : 'fr' })}
        sx={{ width: 190 }}
      >
        {languages.map((language) => (
          <MenuItem key={language} value={language}>
            {t(`settings.languages.${language}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ flex: '1 1 320px' }}>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={message.withContact}
              onChange={(_event, withContact) => onChange({ withContact })}
              slotProps={{ input: { 'aria-describedby': hintId } }}
            />
          }
          label={t('transmissions.withContact')}
          slotProps={{ typography: { variant: 'body2' } }}
        />
        <Typography id={hintId} variant="caption" component="p" sx={{ color: 'text.secondary', pl: 3.75 }}>
          {t('transmissions.withContactHint')}
        </Typography>
      </Box>
    </Box>
  );
}
