import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  FormHelperText,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRequest } from '../../shared/contract/exports';
import type { PackageContents } from '../../shared/contract/packages';
import type { ImportKind } from '../../shared/domain/import';
import { useExport } from '../api/use-export';
import { useCall } from '../api/use-call';
import { useTellExport } from './use-tell-export';

/** Rows that another university can take in. */
export type SharedRows = Extract<ExportRequest, { readonly what: ImportKind }>;

interface ShareDialogProps {
  readonly rows: SharedRows;
  readonly onClose: () => void;
}

/** Asks what goes along with rows that another university gets, and saves the file for it. */
export function ShareDialog({ rows, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const personalHintId = useId();
  const [withCompanies, setWithCompanies] = useState(true);
  const [personalData, setPersonalData] = useState(false);
  const [licence, setLicence] = useState(() => t('packages.licenceDefault'));
  const settings = useCall('settings', 'get', {});
  const { isRunning, share } = useExport();
  const tell = useTellExport();
  const save = async (): Promise<void> => {
    await tell(() => share({ contents: contentsOf(rows, withCompanies), personalData, licence }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('packages.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <DialogContentText>{t(`packages.hint.${rows.what}`)}</DialogContentText>
        {settings.data?.universityName === '' ? (
          <Alert severity="info" variant="outlined">
            {t('packages.noName')}
          </Alert>
        ) : null}
        {rows.what === 'offers' ? (
          <FormControlLabel
            label={t('packages.withCompanies')}
            control={<Checkbox checked={withCompanies} onChange={(_event, checked) => setWithCompanies(checked)} />}
          />
        ) : null}
        <div>
          <FormControlLabel
            label={t('packages.personalData')}
            control={
              <Checkbox
                checked={personalData}
                onChange={(_event, checked) => setPersonalData(checked)}
                slotProps={{ input: { 'aria-describedby': personalHintId } }}
              />
            }
          />
          <FormHelperText id={personalHintId} sx={{ ml: 4, mt: 0 }}>
            {t(personalData ? 'packages.personalDataOn' : 'packages.personalDataOff')}
          </FormHelperText>
        </div>
        <TextField
          fullWidth
          margin="dense"
          label={t('packages.licence')}
          helperText={t('packages.licenceHint')}
          value={licence}
          onChange={(event) => setLicence(event.target.value.slice(0, 500))}
        />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="contained" loading={isRunning} onClick={() => void save()}>
          {t('packages.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function contentsOf(rows: SharedRows, withCompanies: boolean): PackageContents {
  const nothing = { offers: null, formations: null, companies: null };
  if (rows.what !== 'offers') return { ...nothing, [rows.what]: rows.filter };
  return { ...nothing, offers: rows.filter, companies: withCompanies ? 'of-offers' : null };
}
