import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { emptyCellRules, emptyCellRuleSchema, type EmptyCellRule } from '../../../shared/domain/import';

interface EmptyCellsFieldProps {
  readonly rule: EmptyCellRule;
  readonly onChange: (rule: EmptyCellRule) => void;
}

/** What an empty cell does to a record that is known already. */
export function EmptyCellsField({ rule, onChange }: EmptyCellsFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('importFiles.emptyCells')}
      helperText={t('importFiles.emptyCellsHint')}
      value={rule}
      onChange={(event) => {
        const chosen = emptyCellRuleSchema.safeParse(event.target.value);
        if (chosen.success) onChange(chosen.data);
      }}
      sx={{ width: '100%', maxWidth: 420 }}
    >
      {emptyCellRules.map((each) => (
        <MenuItem key={each} value={each}>
          {t(`importFiles.emptyCellRules.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
