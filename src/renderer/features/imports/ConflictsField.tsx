import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { conflictRules, conflictRuleSchema, type ConflictRule } from '../../../shared/domain/import';

interface ConflictsFieldProps {
  readonly rule: ConflictRule;
  readonly onChange: (rule: ConflictRule) => void;
}

/** What stays where the file says otherwise than what is known already. */
export function ConflictsField({ rule, onChange }: ConflictsFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('importFiles.conflicts')}
      helperText={t('importFiles.conflictsHint')}
      value={rule}
      onChange={(event) => {
        const chosen = conflictRuleSchema.safeParse(event.target.value);
        if (chosen.success) onChange(chosen.data);
      }}
      sx={{ width: '100%', maxWidth: 420 }}
    >
      {conflictRules.map((each) => (
        <MenuItem key={each} value={each}>
          {t(`importFiles.conflictRules.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
