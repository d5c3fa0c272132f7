import { Paper, ToggleButton, ToggleButtonGroup, Typography, Box } from '@mui/material';
import { useNavigate } from 'react-router';
import type { CompanyHistory } from '../../../../shared/contract/dashboard-companies';
import { offersOfScope } from '../../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { dayNumberOf, dayOf } from '../../../../shared/domain/academic-year-days';
import { companyStandings, companyStandingSchema } from '../../../../shared/domain/dashboard/company-standing';
import { useCall } from '../../../api/use-call';
import { FigureRow } from '../../../charts/FigureRow';
import { useReportSection } from '../../../charts/pictures/report-sections';
import { HeadedTable, type Heading } from '../../../components/HeadedTable';
import { PagedRows } from '../../../components/PagedRows';
import { offersAddress } from '../dashboard-address';
import { figureCells, figureHeadings, yearNames, type Wording } from '../figure-texts';
import type { DashboardAddress } from '../use-dashboard-address';
import { domainsText } from './company-texts';

interface CompanyListCardProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
}

const pageSize = 20;

/** The companies behind a figure, page by page; each opens its offers. */
export function CompanyListCard({ wording, address }: CompanyListCardProps) {
  const { t, format } = wording;
  const { filter, standing, page } = address;
  const navigate = useNavigate();
  const answer = useCall('dashboards', 'companyList', { filter, standing, page, pageSize }, { keepPrevious: true });
  const title = t('dashboards.companyBoard.listTitle');
  const offers = offersBehind(wording, address);
  const headings: Heading[] = [
    { label: t('dashboards.filters.company') },
    ...figureHeadings(wording),
    { label: t('dashboards.companyBoard.earlier', { year: yearNames(wording).before }), align: 'right' },
    { label: t('dashboards.companyBoard.last'), align: 'right' },
  ];
  const cellsOf = (row: CompanyHistory): string[] => [
    ...figureCells(wording, row),
    ...[format.number(row.earlier), format.date(row.last)],
  ];
  const rows = answer.data?.rows ?? [];
  const element = useReportSection({
    title: t('common.labelled', { label: title, value: t(`dashboards.companyBoard.standings.${standing}`) }),
    sentence:
      rows.length === 0 ? t('dashboards.companyBoard.none') : t(`dashboards.companyBoard.definitions.${standing}`),
    headings: headings.map(({ label }) => label),
    rows: rows.map((row) => [row.name, ...cellsOf(row)]),
    picture: null,
  });
  return (
    <Paper ref={element} variant="outlined" component="section" aria-label={title} id="companies" tabIndex={-1}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', p: 2.5, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 320 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '90ch' }}>
            {t(`dashboards.companyBoard.definitions.${standing}`)}
          </Typography>
        </Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={standing}
          aria-label={t('dashboards.companyBoard.listLabel')}
          onChange={(_event, next: unknown) => {
            const chosen = companyStandingSchema.safeParse(next);
            if (chosen.success) void navigate(address.addressOf({ standing: chosen.data }));
          }}
          sx={{ displayPrint: 'none' }}
        >
          {companyStandings.map((value) => (
            <ToggleButton key={value} value={value} sx={{ py: 0.25, px: 1.25, textTransform: 'none' }}>
              {t(`dashboards.companyBoard.standings.${value}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <PagedRows<CompanyHistory>
        answer={answer}
        {...{ page, pageSize }}
        onPage={(next) => void navigate(address.addressOf({ page: next }))}
        heightPx={400}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary', p: 2.5, pt: 0 }}>
            {t('dashboards.companyBoard.none')}
          </Typography>
        }
      >
        {(shown) => (
          <HeadedTable label={title} size="small" headings={headings}>
            {shown.map((row) => (
              <FigureRow
                key={row.companyId}
                label={row.name}
                to={offersAddress({ ...offers, companyId: row.companyId })}
                about={domainsText(wording, row)}
                cells={cellsOf(row)}
              />
            ))}
          </HeadedTable>
        )}
      </PagedRows>
    </Paper>
  );
}

/** The offers for which a company is listed: of the year, of the year before, or of the time before that. */
function offersBehind({ scope }: Wording, { filter, standing }: DashboardAddress): OfferFilter {
  if (standing === 'lost') return offersOfScope(filter, scope, 'before');
  const base = offersOfScope(filter, scope, 'now');
  if (standing !== 'dormant') return base;
  const dayBefore = dayOf(dayNumberOf(scope.before.from) - 1);
  return scope.basis === 'deposit'
    ? { ...base, depositedFrom: undefined, depositedTo: dayBefore }
    : { ...base, startsFrom: undefined, startsTo: dayBefore };
}
