import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../shared/domain/import';
import { matchKeys, matchKeySchema, type MatchKey } from '../../../shared/domain/match-key';

interface MatchKeyFieldProps {
  readonly kind: ImportKind;
  readonly matchKey: MatchKey;
  readonly onChange: (matchKey: MatchKey) => void;
}

/** By what a row is known again among the records that are there already. */
export function MatchKeyField({ kind, matchKey, onChange }: MatchKeyFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('importFiles.matchKey')}
      helperText={t('importFiles.matchKeyHint')}
      value={matchKey}
      onChange={(event) => {
        const chosen = matchKeySchema.safeParse(event.target.value);
        if (chosen.success) onChange(chosen.data);
      }}
      sx={{ width: '100%', maxWidth: 420 }}
    >
      {matchKeys[kind].map((each) => (
        <MenuItem key={each} value={each}>
          {each === 'automatic' ? t(`importFiles.automaticKeys.${kind}`) : t(`importFiles.matchKeys.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
