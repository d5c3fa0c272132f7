import { Paper, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import type { OffersTab } from '../../../shared/contract/dashboards';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { IsoDate } from '../../../shared/domain/academic-year';
import { dayNumberOf, dayOf, monthsOf, weekOf } from '../../../shared/domain/academic-year-days';
import { LineChart, type CurvePoint } from '../../charts/LineChart';
import { offersAddress } from './dashboard-address';
import { daysOfScope, differenceText, yearNames, type Wording } from './figure-texts';

interface WeeksCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly weeks: OffersTab['weeks'];
}

const titles = {
  deposit: { weekly: 'dashboards.weeksTitle', sum: 'dashboards.weeksSumTitle' },
  start: { weekly: 'dashboards.weeksTitleStart', sum: 'dashboards.weeksSumTitleStart' },
} as const;

/** Offers by week of the academic year beside those of the year before, week by week or added up. */
export function WeeksCard({ wording, base, weeks }: WeeksCardProps) {
  const { t, format, scope } = wording;
  const [isSum, setIsSum] = useState(false);
  const { now: nowName, before: beforeName } = yearNames(wording);
  const weekly = weeks.map(({ from, now, before }, week) => {
    const to = lastDayOf(wording, weeks[week + 1]?.from);
    return {
      label: t('dashboards.weekOf', { count: dayNumberOf(to) - dayNumberOf(from) + 1, day: format.longDate(from) }),
      to: offersAddress({ ...base, ...daysOfScope(scope, { from: isSum ? scope.now.from : from, to }) }),
      upTo: t('dashboards.upTo', { day: format.longDate(to) }),
      ...{ now, before },
    };
  });
  const points = isSum ? addedUp(weekly).map((point) => ({ ...point, label: point.upTo })) : weekly;
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
        title={t(titles[scope.basis][isSum ? 'sum' : 'weekly'])}
        sentence={sentence.filter(Boolean).join(' ')}
        points={points}
        marks={monthMarks(wording, weeks.length).map(({ at, month }) => ({ at, label: format.monthName(month) }))}
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

/** The day before the next week; the last one ends with the days that count. */
function lastDayOf({ scope }: Wording, next: IsoDate | undefined): IsoDate {
  return next === undefined ? scope.now.to : dayOf(dayNumberOf(next) - 1);
}

function addedUp<Point extends CurvePoint>(points: readonly Point[]): readonly Point[] {
  let now = 0;
  let before = 0;
  return points.map((point) => {
    now += point.now;
    before += point.before;
    return { ...point, now, before };
  });
}

/** The weeks in which the months of the academic year begin. */
function monthMarks({ scope }: Wording, weekCount: number): readonly { readonly at: number; readonly month: number }[] {
  const { year, now } = scope;
  const start = { month: monthIn(now.from), day: Number(now.from.slice(8)) };
  return monthsOf(year, start)
    .map((day) => ({ at: weekOf(day, dayNumberOf(now.from)), month: monthIn(dayOf(day)) }))
    .filter(({ at }) => at < weekCount);
}

function monthIn(day: IsoDate): number {
  return Number(day.slice(5, 7));
}
