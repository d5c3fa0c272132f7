import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';

interface ChoiceProps<Word extends string> {
  readonly label: string;
  readonly value: Word | null;
  readonly options: readonly Word[];
  readonly name: (word: Word) => string;
  readonly onChange: (value: Word | null) => void;
}

/** One word of a few, or none. */
export function Choice<Word extends string>({ label, value, options, name, onChange }: ChoiceProps<Word>) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? null)}
    >
      <MenuItem value="">{t('common.notGiven')}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {name(option)}
        </MenuItem>
      ))}
    </TextField>
  );
}
