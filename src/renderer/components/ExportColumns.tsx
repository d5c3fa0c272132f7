import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  FormGroup,
  MenuItem,
  Skeleton,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats, exportFormatSchema, type ExportFormat, type ExportTable } from '../../shared/contract/exports';
import { useCall } from '../api/use-call';
import { ErrorState } from './ErrorState';

interface ExportColumnsProps {
  readonly what: ExportTable;
  readonly onSave: (format: ExportFormat, columns: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks for the format of a file and its columns, which are named as the file will name them. */
export function ExportColumns({ what, onSave, onClose }: ExportColumnsProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [format, setFormat] = useState<ExportFormat>('excel-fr');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useCall('exports', 'columns', { what });
  const columns = data ?? [];
  const language = format === 'excel-fr' || format === 'xlsx' ? 'fr' : 'en';
  const chosen = columns.map(({ en }) => en).filter((name) => !left.has(name));
  const toggle = (name: string): void => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    setLeft(next);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('exports.columnsTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('exports.columnsHint')}</DialogContentText>
        <TextField
          select
          fullWidth
          size="small"
          label={t('exports.format')}
          value={format}
          onChange={(event) => setFormat(exportFormatSchema.parse(event.target.value))}
        >
          {exportFormats.map((name) => (
            <MenuItem key={name} value={name}>
              {t(`exports.formats.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton variant="rounded" height={240} sx={{ mt: 1.5 }} /> : null}
        {data ? (
          <>
            <Box sx={{ display: 'flex', gap: 1, mt: 1.5, mb: 0.5 }}>
              <Button size="small" onClick={() => setLeft(new Set())}>
                {t('exports.allColumns')}
              </Button>
              <Button size="small" onClick={() => setLeft(new Set(columns.map(({ en }) => en)))}>
                {t('exports.noColumns')}
              </Button>
            </Box>
            <FormGroup
              role="group"
              aria-label={t('exports.columnsLabel')}
              sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}
            >
              {columns.map((column) => (
                <FormControlLabel
                  key={column.en}
                  label={column[language]}
                  control={<Checkbox size="small" checked={!left.has(column.en)} onChange={() => toggle(column.en)} />}
                />
              ))}
            </FormGroup>
          </>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="contained" disabled={chosen.length === 0} onClick={() => onSave(format, chosen)}>
          {t('exports.button')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
