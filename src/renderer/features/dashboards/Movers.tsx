import { Box, Link as TextLink, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { DashboardRow } from '../../../shared/contract/dashboard-figures';
import type { OfferFilter } from '../../../shared/contract/offers';
import { useReportSection } from '../../charts/pictures/report-sections';
import { offersAddress } from './dashboard-address';
import { changeText, differenceText, offersOfRow, type Wording } from './figure-texts';

/** One value with its figures, as it is shown. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly row: DashboardRow;
  readonly offers: OfferFilter;
}

interface MoversProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly title: string;
  readonly rows: readonly Named[];
}

/** What gained or lost most offers. */
export function Movers({ wording, base, title, rows }: MoversProps) {
  const { t, format } = wording;
  const element = useReportSection({
    ...{ title, sentence: rows.length === 0 ? t('dashboards.nobodyMoved') : '', headings: [], picture: null },
    rows: rows.map(({ label, row }) => [label, differenceText(format, row.now - row.before), fromToText(wording, row)]),
  });
  return (
    <Box ref={element} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('dashboards.nobodyMoved')}
        </Typography>
      ) : null}
      <Box component="ol" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map(({ id, label, row, offers }) => (
          <Box
            component="li"
            key={id}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', py: 0.5, borderTop: 1, borderColor: 'divider' }}
          >
            <TextLink
              component={Link}
              to={offersAddress(offersOfRow(wording, base, row, offers))}
              variant="body2"
              noWrap
              title={label}
              sx={{ flex: 1, minWidth: 0 }}
            >
              {label}
            </TextLink>
            <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {differenceText(format, row.now - row.before)}
            </Typography>
            <Typography
              variant="caption"
              sx={{ color: 'text.secondary', minWidth: 128, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
            >
              {fromToText(wording, row)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Both figures, and the change where it has a percentage. */
function fromToText(wording: Wording, row: DashboardRow): string {
  const { t, format } = wording;
  const both = t('dashboards.fromTo', { before: format.number(row.before), now: format.number(row.now) });
  return row.change.kind === 'known' ? `${both} (${changeText(wording, row)})` : both;
}
