import { TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';

interface FileSourceFieldProps {
  readonly fileSource: string;
  readonly onChange: (fileSource: string) => void;
}

/** Where the offers of a file come from whose rows do not say so. */
export function FileSourceField({ fileSource, onChange }: FileSourceFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('importFiles.fileSource')}
      helperText={t('importFiles.fileSourceHint')}
      value={fileSource}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 100 } }}
      sx={{ width: '100%', maxWidth: 420 }}
    />
  );
}
