import { Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { Approach } from '../../components/Approach';
import { PanelSection } from '../../components/SidePanel';

interface HowToAnswerProps {
  readonly offerId: OfferId;
}

/** How a student answers an offer: as far as the office lets students know, else by asking there. */
export function HowToAnswer({ offerId }: HowToAnswerProps) {
  const { t } = useTranslation();
  const { data } = useCall('students', 'approaches', { offerIds: [offerId] });
  if (!data) return null;
  const approach = data[0]?.approach ?? null;
  return (
    <PanelSection title={t('students.answer')}>
      {approach === null ? (
        <Typography variant="body2">{t('students.answerAtOffice')}</Typography>
      ) : (
        <Approach label={null} approach={approach} />
      )}
    </PanelSection>
  );
}
