import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../i18n/error-text';

interface NameFormProps {
  /** What the name is one of. */
  readonly fieldLabel: string;
  /** What the form is for. */
  readonly label: string;
  readonly name: string;
  /** Throws when the name cannot be taken. */
  readonly onSave: (name: string) => Promise<void>;
  /** Left out where the form stands for itself. */
  readonly onCancel?: () => void;
}

const longest = 100;

/** Asks for a name; what is wrong with it stands below. */
export function NameForm({ fieldLabel, label, name: former, onSave, onCancel }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(former);
  const [problem, setProblem] = useState('');
  const save = async (): Promise<void> => {
    try {
      await onSave(name.trim());
      setName(former);
      setProblem('');
    } catch (error) {
      setProblem(errorText(t, error).what);
    }
  };
  return (
    <Box
      component="form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void save();
      }}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
    >
      <TextField
        size="small"
        label={fieldLabel}
        // A form that can be left took the place of what had the focus.
        autoFocus={onCancel !== undefined}
        value={name}
        error={problem !== ''}
        helperText={problem}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: longest } }}
        sx={{ flex: 1 }}
      />
      <Button type="submit" disabled={name.trim() === ''} sx={{ mt: 0.25 }}>
        {t('common.save')}
      </Button>
      {onCancel ? (
        <Button color="inherit" onClick={onCancel} sx={{ mt: 0.25 }}>
          {t('common.cancel')}
        </Button>
      ) : null}
    </Box>
  );
}
