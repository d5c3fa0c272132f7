import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { textFormatSchema, type TextFormat } from '../../../shared/domain/import';

/** The encodings that an office meets; whatever else was found stays in the list beside them. */
const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'iso-8859-15', 'macintosh', 'cp850'] as const;
const delimiters = [
  { value: ';', name: 'semicolon' },
  { value: ',', name: 'comma' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'pipe' },
] as const;

interface FormatFieldsProps {
  readonly format: TextFormat;
  readonly onChange: (format: TextFormat) => void;
}

/** How the file is written, as found or as corrected. */
export function FormatFields({ format, onChange }: FormatFieldsProps) {
  const { t } = useTranslation();
  const change = (part: { readonly encoding?: string; readonly delimiter?: string }): void => {
    const next = textFormatSchema.safeParse({ ...format, ...part });
    if (next.success) onChange(next.data);
  };
  return (
    <>
      <Typography variant="h3" component="h3">
        {t('imports.format')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('imports.formatSentence')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <TextField
          select
          label={t('imports.encoding')}
          value={format.encoding}
          onChange={(event) => change({ encoding: event.target.value })}
          sx={{ width: 200 }}
        >
          {[...new Set<string>([...encodings, format.encoding])].map((encoding) => (
            <MenuItem key={encoding} value={encoding}>
              {encoding.toUpperCase()}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('imports.delimiter')}
          value={format.delimiter}
          onChange={(event) => change({ delimiter: event.target.value })}
          sx={{ width: 200 }}
        >
          {delimiters.map(({ value, name }) => (
            <MenuItem key={name} value={value}>
              {t(`imports.delimiters.${name}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}
