import { Box } from '@mui/material';
import type { CompaniesTab } from '../../../../shared/contract/dashboard-companies';
import { companyStandings } from '../../../../shared/domain/dashboard/company-standing';
import { comparedNote, parentName, yearNames, type Wording } from '../figure-texts';
import { FigureTile } from '../FigureTile';
import type { DashboardAddress } from '../use-dashboard-address';

interface StandingTilesProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly standings: CompaniesTab['standings'];
  /** Whether there are offers from before the year before. */
  readonly hasEarlier: boolean;
}

/** How many companies are present, new, lost and dormant; each opens its list below. */
export function StandingTiles({ wording, address, standings, hasEarlier }: StandingTilesProps) {
  const { t, format } = wording;
  return (
    <Box
      component="section"
      aria-label={t('dashboards.figures')}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}
    >
      {companyStandings.map((standing) => {
        const figures = standings[standing];
        const name = parentName(wording);
        return (
          <FigureTile
            key={standing}
            label={t(`dashboards.companyBoard.tiles.${standing}`)}
            figure={format.number(figures.now)}
            to={`${address.addressOf({ standing })}#companies`}
            notes={[
              hasEarlier || standing === 'present'
                ? comparedNote(wording, figures)
                : t('dashboards.companyBoard.noEarlier', { year: yearNames(wording).before }),
              ...(figures.parent
                ? [t('dashboards.companyBoard.parent', { name, number: format.number(figures.parent.now) })]
                : []),
            ]}
            definition={t(`dashboards.companyBoard.definitions.${standing}`)}
          />
        );
      })}
    </Box>
  );
}
