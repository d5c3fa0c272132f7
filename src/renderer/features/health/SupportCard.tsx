import { Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/contract/health';
import { useNotify } from '../../components/notices';
import { supportText } from './support-text';

interface SupportCardProps {
  readonly health: Health;
}

/** The text that support asks for, to be seen before it is sent. */
export function SupportCard({ health }: SupportCardProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = supportText(health);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ severity: 'success', text: t('health.copied') });
    } catch {
      // A window that gives no page the clipboard: the person has it.
      field.current?.select();
      notify({ severity: 'info', text: t('health.copyYourself') });
    }
  };
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('health.support')}
      sx={{ p: 2.5, display: 'grid', gap: 2 }}
    >
      <Box>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('health.support')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('health.supportIntro')}
        </Typography>
      </Box>
      <TextField
        multiline
        fullWidth
        minRows={4}
        maxRows={10}
        value={text}
        inputRef={field}
        slotProps={{
          htmlInput: { readOnly: true, 'aria-label': t('health.support'), spellCheck: false, lang: 'en' },
          input: { sx: { fontFamily: 'monospace', fontSize: '0.75rem' } },
        }}
      />
      <Box>
        <Button variant="contained" onClick={() => void copy()}>
          {t('health.copy')}
        </Button>
      </Box>
    </Paper>
  );
}
