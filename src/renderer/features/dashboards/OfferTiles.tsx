import { Box } from '@mui/material';
import type { OffersTab } from '../../../shared/contract/dashboards';
import type { OfferFilter } from '../../../shared/contract/offers';
import { offersAddress } from './dashboard-address';
import { changeText, comparedNote, levelOf, parentName, partText, type Wording } from './figure-texts';
import { FigureTile } from './FigureTile';
import { FollowUpTiles } from './FollowUpTiles';
import type { DashboardAddress } from './use-dashboard-address';

interface OfferTilesProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly figures: OffersTab;
  readonly base: OfferFilter;
}

/** The figures that people ask for first. */
export function OfferTiles({ wording, address, figures, base }: OfferTilesProps) {
  const { t, format, scope } = wording;
  const { total, companies, first, outcomes } = figures;
  const level = levelOf(scope);
  const firstOf = scope.formation
    ? { firstFormationId: scope.formation.id }
    : scope.component
      ? { firstComponentId: scope.component.id }
      : { outcome: 'ranked' as const };
  const gap = outcomes['no-suitable-formation'];
  return (
    <Box
      component="section"
      aria-label={t('dashboards.figures')}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}
    >
      <FigureTile
        label={t('dashboards.tiles.offers')}
        figure={format.number(total.now)}
        to={offersAddress(base)}
        notes={[comparedNote(wording, total), ...parentNotes(wording, total)]}
        definition={t(`dashboards.definitions.offers-${scope.basis}`)}
      />
      <FigureTile
        label={t('dashboards.tiles.companies')}
        figure={format.number(companies.now)}
        to={`${address.addressOf({ tab: 'companies', standing: 'present' })}#companies`}
        notes={[
          comparedNote(wording, companies),
          ...(companies.parent
            ? [
                t('dashboards.companyBoard.parent', {
                  name: parentName(wording),
                  number: format.number(companies.parent.now),
                }),
              ]
            : []),
        ]}
        definition={t('dashboards.definitions.companies')}
      />
      <FigureTile
        label={t(`dashboards.tiles.first-${level}`)}
        figure={format.number(first.now)}
        to={offersAddress({ ...base, ...firstOf })}
        notes={[
          first.part === null
            ? t('dashboards.noPart', { count: scope.smallNumber })
            : t('dashboards.partOfOffers', { part: partText(wording, first.part) }),
          comparedNote(wording, first),
        ]}
        definition={t(`dashboards.definitions.first-${level}`)}
      />
      {level === 'university' ? (
        <FigureTile
          label={t('dashboards.tiles.gap')}
          figure={format.number(gap)}
          to={offersAddress({ ...base, outcome: 'no-suitable-formation' })}
          notes={[
            t('dashboards.insufficient', { count: outcomes['insufficient-text'] }),
            ...(outcomes.pending > 0 ? [t('dashboards.pending', { count: outcomes.pending })] : []),
          ]}
          definition={t('dashboards.definitions.gap')}
        />
      ) : null}
      <FollowUpTiles wording={wording} figures={figures} base={base} />
    </Box>
  );
}

/** The same figure at the level above, and how it changed there. */
function parentNotes(wording: Wording, { parent }: OffersTab['total']): readonly string[] {
  if (parent === null) return [];
  const { t } = wording;
  const name = parentName(wording);
  const change = changeText(wording, parent);
  return [
    parent.part === null
      ? t('dashboards.parentCount', { count: parent.now, name })
      : t('dashboards.parentPart', { part: partText(wording, parent.part), name }),
    ...(parent.change.kind === 'known' ? [t('dashboards.parentChange', { name, change })] : []),
  ];
}
