import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TransmissionRow } from '../../../shared/contract/transmissions';
import { useSayings } from './use-sayings';

interface NextStepProps {
  readonly row: TransmissionRow;
}

/**
 * What a transmission waits for, as a button in its row: saying that it was sent, its answer or its reminder in the panel,
 * another message after one that came back. Enter on the row leads to the same and more, so no button stops the Tab key.
 */
export function NextStep({ row: { id, offerId, offerTitle, state, isDue } }: NextStepProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const step = state === 'sent' && isDue ? 'due' : state;
  if (step !== 'prepared' && step !== 'sent' && step !== 'due' && step !== 'bounced') return null;
  const label = t(`transmissions.nextSteps.${step}`);
  const common = { size: 'small', tabIndex: -1, 'aria-label': `${label} : ${offerTitle}` } as const;
  if (step === 'bounced') {
    return (
      <Button {...common} component={Link} to={`/offers/${offerId}/transmit`}>
        {label}
      </Button>
    );
  }
  return (
    <Button
      {...common}
      onClick={(event) => {
        // Answers and reminders are given in the panel, which a click on the row opens.
        if (step !== 'prepared') return;
        event.stopPropagation();
        void say([id], 'sent');
      }}
    >
      {label}
    </Button>
  );
}
