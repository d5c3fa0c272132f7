import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { SheetFormat, WorkbookLook } from '../../../shared/domain/import';

interface SheetFieldsProps {
  readonly format: SheetFormat;
  readonly workbook: WorkbookLook;
  readonly onChange: (format: SheetFormat) => void;
}

/** Which sheet of the workbook is read, and what of it is not to be seen in its values. */
export function SheetFields({ format, workbook, onChange }: SheetFieldsProps) {
  const { t } = useTranslation();
  const { sheets, hiddenRows, mergedCells } = workbook;
  return (
    <>
      <Typography variant="h3" component="h3">
        {t('importFiles.workbook')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('importFiles.sheets', { count: sheets.length })}
      </Typography>
      <TextField
        select
        label={t('importFiles.sheet')}
        value={format.sheet}
        onChange={(event) => onChange({ sheet: event.target.value })}
        sx={{ width: 320, maxWidth: '100%' }}
      >
        {sheets.map((sheet) => (
          <MenuItem key={sheet} value={sheet}>
            {sheet}
          </MenuItem>
        ))}
      </TextField>
      {hiddenRows > 0 ? (
        <Alert severity="info" variant="outlined" sx={{ mt: 2 }}>
          {t('importFiles.hiddenRows', { count: hiddenRows })}
        </Alert>
      ) : null}
      {mergedCells > 0 ? (
        <Alert severity="info" variant="outlined" sx={{ mt: 2 }}>
          {t('importFiles.mergedCells', { count: mergedCells })}
        </Alert>
      ) : null}
    </>
  );
}
