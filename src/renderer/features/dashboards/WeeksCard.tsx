import { Paper, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import type { OffersTab } from '../../../shared/contract/dashboards';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { IsoDate } from '../../../shared/domain/academic-year';
import { dayNumberOf, dayOf } from '../../../shared/domain/academic-year-days';
import { LineChart, type CurvePoint } from '../../charts/LineChart';
import { offersAddress } from './dashboard-address';
import { differenceText, yearNames, type Wording } from './figure-texts';

interface WeeksCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly weeks: OffersTab['weeks'];
}

/** Offers by week of the academic year beside those of the year before, week by week or added up. */
export function WeeksCard({ wording, base, weeks }: WeeksCardProps) {
  const { t, format, scope } = wording;
  const [isSum, setIsSum] = useState(false);
  const { now: nowName, before: beforeName } = yearNames(wording);
  const weekly = weeks.map(({ from, now, before }, week) => ({
    label: t('dashboards.weekOf', { day: format.longDate(from) }),
    to: offersAddress({ ...base, ...daysOf(wording, from, weeks[week + 1]?.from) }),
    ...{ now, before },
  }));
  const points = isSum ? addedUp(weekly) : weekly;
  const last = addedUp(weekly).at(-1);
  const busiest = weekly.reduce<CurvePoint | null>((most, week) => (week.now > (most?.now ?? 0) ? week : most), null);
  const sentence = [
    busiest ? t('dashboards.busiestWeek', { week: busiest.label, count: busiest.now }) : t('dashboards.noWeek'),
    last
      ? t('dashboards.weeksBehind', { difference: differenceText(format, last.now - last.before), year: beforeName })
      : '',
  ];
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <LineChart
        title={t(scope.basis === 'deposit' ? 'dashboards.weeksTitle' : 'dashboards.weeksTitleStart')}
        sentence={sentence.filter(Boolean).join(' ')}
        points={points}
        marks={monthMarks(weeks).map(({ at, month }) => ({ at, label: format.monthName(month) }))}
        nowName={nowName}
        beforeName={beforeName}
        labelHeader={t('dashboards.week')}
        formatValue={format.number}
        controls={
          <ToggleButtonGroup
            exclusive
            size="small"
            value={isSum}
            aria-label={t('dashboards.curve')}
            onChange={(_event, next: boolean | null) => setIsSum(next ?? isSum)}
          >
            <ToggleButton value={false} sx={{ py: 0.25, px: 1.25 }}>
              {t('dashboards.weekly')}
            </ToggleButton>
            <ToggleButton value sx={{ py: 0.25, px: 1.25 }}>
              {t('dashboards.addedUp')}
            </ToggleButton>
          </ToggleButtonGroup>
        }
      />
    </Paper>
  );
}

/** The days of a week up to the day before the next; the last one ends with the days that count. */
function daysOf({ scope }: Wording, from: IsoDate, next: IsoDate | undefined): OfferFilter {
  const to = next === undefined ? scope.now.to : dayOf(dayNumberOf(next) - 1);
  return scope.basis === 'deposit' ? { depositedFrom: from, depositedTo: to } : { startsFrom: from, startsTo: to };
}

function addedUp(points: readonly CurvePoint[]): readonly CurvePoint[] {
  let now = 0;
  let before = 0;
  return points.map((point) => {
    now += point.now;
    before += point.before;
    return { ...point, now, before };
  });
}

/** The first week that begins in each month. */
function monthMarks(weeks: OffersTab['weeks']): readonly { readonly at: number; readonly month: number }[] {
  return weeks.flatMap(({ from }, at) => {
    const month = Number(from.slice(5, 7));
    const former = weeks[at - 1];
    return former && Number(former.from.slice(5, 7)) === month ? [] : [{ at, month }];
  });
}
