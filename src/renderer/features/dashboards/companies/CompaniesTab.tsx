import { Box, Paper, Typography } from '@mui/material';
import type { CompaniesTab as CompanyBoard, CompanyFigures } from '../../../../shared/contract/dashboard-companies';
import { offersOfScope } from '../../../../shared/contract/dashboard-rows';
import { Movers } from '../Movers';
import { RankingCard } from '../RankingCard';
import type { Wording } from '../figure-texts';
import type { DashboardAddress } from '../use-dashboard-address';
import { domainsText } from './company-texts';
import { CompanyListCard } from './CompanyListCard';
import { StandingTiles } from './StandingTiles';

interface CompaniesTabProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly figures: CompanyBoard;
}

/** Which companies offer most, which changed most, which came, went, or have been silent for long. */
export function CompaniesTab({ wording, address, figures }: CompaniesTabProps) {
  const { t, scope } = wording;
  const base = offersOfScope(address.filter, scope, 'now');
  const formerly = offersOfScope(address.filter, scope, 'before');
  const named = (row: CompanyFigures) => ({
    ...{ id: String(row.companyId), label: row.name, row },
    offers: { companyId: row.companyId },
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <StandingTiles
        wording={wording}
        address={address}
        standings={figures.standings}
        hasEarlier={figures.hasEarlier}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <RankingCard
          {...{ wording, base, total: figures.total.now }}
          title={t('dashboards.companyBoard.topTitle')}
          labelHeader={t('dashboards.filters.company')}
          {...figures.top}
          rows={figures.top.rows.map((row) => ({
            ...named(row),
            about: row.domains[0]?.label ?? t('dashboards.companyBoard.noDomain'),
            tableAbout: domainsText(wording, row),
          }))}
        />
        <Paper variant="outlined" component="section" aria-label={t('dashboards.companyBoard.changed')} sx={{ p: 2.5 }}>
          <Typography variant="h2">{t('dashboards.companyBoard.changed')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, mt: 0.5 }}>
            {t('dashboards.companyBoard.changedText')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Movers wording={wording} base={base} title={t('dashboards.risers')} rows={figures.risers.map(named)} />
            <Movers
              wording={wording}
              base={formerly}
              title={t('dashboards.fallers')}
              rows={figures.fallers.map(named)}
            />
          </Box>
        </Paper>
      </Box>
      <CompanyListCard
        key={`${address.standing} ${JSON.stringify(address.filter)}`}
        wording={wording}
        address={address}
      />
    </Box>
  );
}
