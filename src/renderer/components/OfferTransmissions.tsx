import { Box, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../shared/domain/ids';
import { maxPageSize } from '../../shared/domain/page';
import { stateSince } from '../../shared/domain/transmission';
import { localDay } from '../../shared/util/local-day';
import { useCall } from '../api/use-call';
import { useFormat } from '../i18n/use-format';
import { PanelSection } from './SidePanel';

interface OfferTransmissionsProps {
  readonly offerId: OfferId;
}

/** To whom an offer went and where that stands; nothing while it went to nobody. */
export function OfferTransmissions({ offerId }: OfferTransmissionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('transmissions', 'list', {
    ...{ filter: { offerId }, sort: { by: 'changedAt', direction: 'desc' }, page: 0, pageSize: maxPageSize },
  });
  if (!data || data.total === 0) return null;
  return (
    <PanelSection title={t('transmissions.ofOffer')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
          >
            <TextLink component={Link} to={`/transmissions?offerId=${offerId}&open=${row.id}`} variant="body2">
              {row.formationTitle}
            </TextLink>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {[
                row.managerName,
                row.isDue ? t('transmissions.due') : t(`transmissions.states.${row.state}`),
                format.date(localDay(new Date(stateSince(row)))),
              ].join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </PanelSection>
  );
}
