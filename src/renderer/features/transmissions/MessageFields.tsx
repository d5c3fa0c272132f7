import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
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

/** Whether the sheet names the company's contact: whoever prepares a message sees it, whatever else they leave as it is. */
export function ContactField({ message, onChange }: MessageFieldsProps) {
  const { t } = useTranslation();
  const hintId = useId();
  return (
    <div>
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
    </div>
  );
}
