import { Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';

const shortest = 4;

/** Opens this PC to students under a code, which is asked for twice: nobody can read it again. */
export function KioskCard() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const enter = useAction('kiosk', 'enter');
  const [code, setCode] = useState('');
  const [again, setAgain] = useState('');
  const isSame = code === again;
  const field = { type: 'password', size: 'small', sx: { width: 220 } } as const;
  const slotProps = { htmlInput: { autoComplete: 'new-password', maxLength: 100 } };
  return (
    <Paper
      variant="outlined"
      component="form"
      aria-label={t('kiosk.title')}
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate({ code }, { onSuccess: () => void navigate('/students/internship') });
      }}
      sx={{ p: 2.5 }}
    >
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {t('kiosk.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('kiosk.hint')}
      </Typography>
      {enter.error ? <ErrorAlert error={enter.error} /> : null}
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <TextField
          {...{ ...field, slotProps }}
          label={t('kiosk.newCode')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          helperText={t('kiosk.codeRule', { count: shortest })}
        />
        <TextField
          {...{ ...field, slotProps }}
          label={t('kiosk.again')}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          error={again !== '' && !isSame}
          helperText={again !== '' && !isSame ? t('kiosk.different') : ' '}
        />
        <Button
          type="submit"
          variant="outlined"
          loading={enter.isPending}
          disabled={code.length < shortest || !isSame}
          sx={{ mt: 0.25 }}
        >
          {t('kiosk.enter')}
        </Button>
      </Box>
    </Paper>
  );
}
