import { Paper, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import type { OffersTab } from '../../../shared/contract/dashboards';
import { LineChart, type CurvePoint } from '../../charts/LineChart';
import { differenceText, yearNames, type Wording } from './figure-texts';

interface WeeksCardProps {
  readonly wording: Wording;
  readonly weeks: OffersTab['weeks'];
}

/** Offers by week of the academic year beside those of the year before, week by week or added up. */
export function WeeksCard({ wording, weeks }: WeeksCardProps) {
  const { t, format, scope } = wording;
  const [isSum, setIsSum] = useState(false);
  const { now: nowName, before: beforeName } = yearNames(wording);
  const weekly = weeks.map(({ from, now, before }) => ({
    label: t('dashboards.weekOf', { day: format.longDate(from) }),
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

function addedUp(points: readonly CurvePoint[]): readonly CurvePoint[] {
  let now = 0;
  let before = 0;
  return points.map((point) => {
    now += point.now;
    before += point.before;
    return { label: point.label, now, before };
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
