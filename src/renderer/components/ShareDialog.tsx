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
import { Link } from 'react-router';
import type { ExportRequest } from '../../shared/contract/exports';
import type { PackageContents } from '../../shared/contract/packages';
import type { AppError } from '../../shared/domain/app-error';
import type { ImportKind } from '../../shared/domain/import';
import { useExport } from '../api/use-export';
import { useCall } from '../api/use-call';
import { ErrorAlert } from './ErrorState';
import { useNotify } from './notices';
import { exportNotice } from './use-tell-export';

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
  const notify = useNotify();
  const [failure, setFailure] = useState<AppError | null>(null);
  const isNameless = settings.data?.universityName.trim() === '';
  const hasTerms = licence.trim() !== '';
  const save = async (): Promise<void> => {
    setFailure(null);
    const outcome = await share({ contents: contentsOf(rows, withCompanies), personalData, licence });
    if (outcome.kind === 'failed') {
      setFailure(outcome.error);
      return;
    }
    notify(exportNotice(t, outcome));
    if (outcome.kind === 'done') onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('packages.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <DialogContentText>{t(`packages.hint.${rows.what}`)}</DialogContentText>
        {isNameless ? (
          <Alert
            severity="warning"
            variant="outlined"
            action={
              <Button color="inherit" size="small" component={Link} to="/settings" sx={{ whiteSpace: 'nowrap' }}>
                {t('packages.toSettings')}
              </Button>
            }
          >
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
          required
          error={!hasTerms}
          helperText={t(hasTerms ? 'packages.licenceHint' : 'packages.licenceNeeded')}
          value={licence}
          onChange={(event) => setLicence(event.target.value.slice(0, 500))}
        />
        {failure ? <ErrorAlert error={failure} /> : null}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="contained" disabled={isNameless || !hasTerms} loading={isRunning} onClick={() => void save()}>
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
