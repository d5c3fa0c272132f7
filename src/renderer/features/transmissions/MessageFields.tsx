import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Message } from './use-message';

interface MessageFieldsProps {
  readonly message: Message;
  readonly onChange: (change: Partial<Message>) => void;
  /** Whether the company names somebody who is reached there. */
  readonly hasContact: boolean;
}

/** Subject and text of a message, and whether the sheet names the company's contact. */
export function MessageFields({ message, onChange, hasContact }: MessageFieldsProps) {
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
      {hasContact ? (
        <div>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={message.withContact}
                onChange={(_event, withContact) => onChange({ withContact })}
              />
            }
            label={t('transmissions.withContact')}
            slotProps={{ typography: { variant: 'body2' } }}
          />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', pl: 3.75 }}>
            {t('transmissions.withContactHint')}
          </Typography>
        </div>
      ) : null}
    </>
  );
}
