import { Box } from '@mui/material';
import type { OffersTab as OffersFigures } from '../../../shared/contract/dashboards';
import { offersOfScope } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import { formationName, levelOf, offersOfFormation, type Wording } from './figure-texts';
import { OfferTiles } from './OfferTiles';
import { RankingCard, type RankingRow } from './RankingCard';
import type { DashboardAddress } from './use-dashboard-address';
import { WeeksCard } from './WeeksCard';

interface OffersTabProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly figures: OffersFigures;
}

/** How many offers, when, for whom, of what kind and where. */
export function OffersTab({ wording, address, figures }: OffersTabProps) {
  const { t, scope } = wording;
  const { filter } = address;
  const base = offersOfScope(filter, scope, 'now');
  const { components, formations, levels, contracts, seniorities, cities, departments, regions, total } = figures;
  const shared = { wording, base, total: total.now };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <OfferTiles wording={wording} address={address} figures={figures} base={base} />
      <WeeksCard wording={wording} base={base} weeks={figures.weeks} />
      <Box sx={{ columnCount: { xs: 1, lg: 2 }, columnGap: 2, '& > *': { breakInside: 'avoid', mb: 2 } }}>
        {scope.component ? null : (
          <RankingCard
            {...shared}
            title={t('dashboards.componentsTitle')}
            labelHeader={t('dashboards.filters.component')}
            {...components}
            rows={components.rows.map((row) => ({
              ...{ id: String(row.componentId), label: row.name, row },
              down: {
                to: address.addressOf({ filter: { componentId: row.componentId, formationId: undefined } }),
                label: t('dashboards.down', { name: row.name }),
              },
              about: firstText(wording, row.first.now),
              offers: { componentId: row.componentId },
              moreCells: firstCells(wording, row.first),
            }))}
            moreHeadings={[t('dashboards.firstNow'), t('dashboards.firstBefore')]}
            lacking={components.known < formations.known ? 'component' : 'formation'}
          />
        )}
        <RankingCard
          {...shared}
          title={t(`dashboards.formationsTitles.${levelOf(scope)}`)}
          labelHeader={t('dashboards.filters.formation')}
          {...formations}
          rows={formations.rows.map((row) => ({
            ...{ id: String(row.formationId), row },
            down: {
              to: address.addressOf({ filter: { formationId: row.formationId, componentId: undefined } }),
              label: t('dashboards.down', { name: row.title }),
            },
            label: formationName(row),
            about: firstText(wording, row.first.now),
            offers: offersOfFormation(scope, row.formationId),
            moreCells: firstCells(wording, row.first),
          }))}
          moreHeadings={[t('dashboards.firstNow'), t('dashboards.firstBefore')]}
          lacking="formation"
        />
        <RankingCard
          {...shared}
          title={t('dashboards.contractsTitle')}
          labelHeader={t('dashboards.filters.contractType')}
          {...contracts}
          rows={contracts.rows.map((row) =>
            plainRow(row.contractType, t(`contractTypes.${row.contractType}`), row, { contractType: row.contractType }),
          )}
        />
        <RankingCard
          {...shared}
          title={t('dashboards.levelsTitle')}
          labelHeader={t('dashboards.levelHeader')}
          {...levels}
          rows={levels.rows.map((row) =>
            plainRow(
              String(row.level),
              row.level === 0 ? t('common.bacOnly') : t('common.bac', { years: row.level }),
              row,
              { level: row.level },
            ),
          )}
        />
        <RankingCard
          {...shared}
          title={t('dashboards.citiesTitle')}
          labelHeader={t('dashboards.filters.city')}
          {...cities}
          rows={cities.rows.map((row) => plainRow(row.label, row.label, row, { city: row.label }))}
        />
        <RankingCard
          {...shared}
          title={t('dashboards.departmentsTitle')}
          labelHeader={t('dashboards.department')}
          {...departments}
          rows={departments.rows.map((row) =>
            plainRow(row.code, t('dashboards.departmentName', { name: row.name, code: row.code }), row, {
              department: row.code,
            }),
          )}
        />
        <RankingCard
          {...shared}
          title={t('dashboards.regionsTitle')}
          labelHeader={t('dashboards.region')}
          {...regions}
          rows={regions.rows.map((row) => plainRow(row.code, row.name, row, { region: row.code }))}
        />
        <RankingCard
          {...shared}
          title={t('dashboards.senioritiesTitle')}
          labelHeader={t('dashboards.seniorityHeader')}
          {...seniorities}
          rows={seniorities.rows.map((row) =>
            plainRow(row.seniority, t(`seniority.${row.seniority}`), row, { seniority: row.seniority }),
          )}
        />
      </Box>
    </Box>
  );
}

function plainRow(id: string, label: string, row: RankingRow['row'], offers: OfferFilter): RankingRow {
  return { id, label, row, offers };
}

/** In how many of the offers it comes first. */
function firstText({ t }: Wording, count: number): string {
  return t('dashboards.firstIn', { count });
}

function firstCells({ format }: Wording, first: { readonly now: number; readonly before: number }): readonly string[] {
  return [format.number(first.now), format.number(first.before)];
}
