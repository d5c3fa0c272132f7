import type { OffersTab } from '../../../shared/contract/dashboards';
import { offersFollowedUp } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import { offersAddress } from './dashboard-address';
import { comparedNote, partText, yearNames, type Wording } from './figure-texts';
import { FigureTile } from './FigureTile';

interface FollowUpTilesProps {
  readonly wording: Wording;
  readonly figures: OffersTab;
  readonly base: OfferFilter;
}

/** What became of the offers: sent to managers, answered, filled, and how long that took. */
export function FollowUpTiles({ wording, figures, base }: FollowUpTilesProps) {
  const { t, format, scope } = wording;
  const { sent, answered, filled, statuses } = figures;
  const days = (median: number | null): string =>
    median === null ? '–' : t('dashboards.days', { count: Math.round(median) });
  const text = (key: 'sent' | 'answered' | 'filled' | 'timeToFill') => ({
    label: t(`dashboards.tiles.${key}`),
    definition: t(`dashboards.definitions.${key}`),
  });
  const toOffers = (what: 'sent' | 'answered' | 'filled') =>
    offersAddress({ ...base, ...offersFollowedUp(scope, 'now', what) });
  return (
    <>
      <FigureTile
        {...text('sent')}
        figure={format.number(sent.now)}
        to={toOffers('sent')}
        notes={[comparedNote(wording, sent)]}
      />
      <FigureTile
        {...text('answered')}
        figure={format.number(answered.now)}
        to={toOffers('answered')}
        notes={[
          answered.part === null
            ? t('dashboards.noPart', { count: scope.smallNumber })
            : t('dashboards.partOfSent', { part: partText(wording, answered.part) }),
          comparedNote(wording, answered),
        ]}
      />
      <FigureTile
        {...text('filled')}
        figure={format.number(filled.now)}
        to={toOffers('filled')}
        notes={[
          comparedNote(wording, filled),
          ...(filled.undated === 0 ? [] : [t('dashboards.fillUndated', { count: filled.undated })]),
          t('dashboards.transmittedNow', { count: statuses.transmitted }),
        ]}
      />
      <FigureTile
        {...text('timeToFill')}
        figure={days(filled.medianDays)}
        to={toOffers('filled')}
        notes={[
          t('dashboards.fillDated', { count: filled.now }),
          ...(filled.medianDays === null ? [t('dashboards.noMedian', { count: scope.smallNumber })] : []),
          ...(filled.medianDaysBefore === null
            ? []
            : [t('dashboards.medianBefore', { year: yearNames(wording).before, days: days(filled.medianDaysBefore) })]),
        ]}
      />
    </>
  );
}
