import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { useCall } from '../../api/use-call';

interface OpenRemarksProps {
  readonly offerId: OfferId;
}

/** What the law still has to say of an offer that is about to leave, in short. It keeps nobody from sending it. */
export function OpenRemarks({ offerId }: OpenRemarksProps) {
  const { t } = useTranslation();
  const stored = useCall('offers', 'edit', { offerId }).data;
  const form = stored?.form ?? emptyOfferForm;
  const findings = useCall('offers', 'check', { offerId, form }, { enabled: stored !== undefined }).data ?? [];
  const codes = [...new Set(findings.map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <Alert
      severity={findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'info'}
      variant="outlined"
      role="group"
      aria-label={t('transmissions.remarks', { count: codes.length })}
      action={
        <Button color="inherit" size="small" component={Link} to={`/offers/${offerId}/edit`}>
          {t('transmissions.seeRemarks')}
        </Button>
      }
    >
      <AlertTitle>{t('transmissions.remarks', { count: codes.length })}</AlertTitle>
      {codes.map((code) => t(`editor.rules.${code}.title`)).join(' · ')}
      <br />
      {t('transmissions.remarksHint')}
    </Alert>
  );
}
