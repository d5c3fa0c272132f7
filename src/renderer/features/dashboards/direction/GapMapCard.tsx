import { Box, Button, Paper, Typography } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import type { DirectorTab, GapFormation } from '../../../../shared/contract/dashboard-director';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { QuadrantChart } from '../../../charts/QuadrantChart';
import { cornerOf } from '../../../charts/quadrant-marks';
import { offersAddress } from '../dashboard-address';
import { changeText, formationName, yearNames, type Wording } from '../figure-texts';
import { gapCells, gapHeadings, perPlaceText } from './direction-texts';

interface GapMapCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  /** Those whose places are known. */
  readonly formations: readonly GapFormation[];
  readonly middle: NonNullable<DirectorTab['middle']>;
}

/** The map of gaps: offers for one place beside places, each formation a point. */
export function GapMapCard({ wording, base, formations, middle }: GapMapCardProps) {
  const { t, format } = wording;
  const points = useMemo(
    () =>
      formations.map((row) => ({
        ...{ id: String(row.formationId), label: formationName(row), x: row.places ?? 1, y: row.perPlace ?? 0 },
        lines: pointLines(wording, row),
        to: offersAddress({ ...base, firstFormationId: row.formationId }),
        cells: gapCells(wording, row),
      })),
    [formations, wording, base],
  );
  const ofView = wording.scope.formation?.id ?? null;
  const centre = { x: middle.places, y: middle.perPlace };
  const tight = points.filter((point) => cornerOf(point, centre) === 'upperLeft');
  const byPressure = [...tight].sort((one, other) => other.y - one.y);
  const sentence = [
    t('dashboards.direction.mapSentence', { count: tight.length, total: points.length }),
    byPressure[0]
      ? t('dashboards.direction.mapFirst', {
          name: byPressure[0].label,
          figure: perPlaceText(wording, byPressure[0].y),
          count: byPressure[0].y,
        })
      : '',
  ];
  const corners = useMemo(
    () => ({
      upperLeft: t('dashboards.direction.corners.upperLeft'),
      upperRight: t('dashboards.direction.corners.upperRight'),
      lowerLeft: t('dashboards.direction.corners.lowerLeft'),
      lowerRight: t('dashboards.direction.corners.lowerRight'),
    }),
    [t],
  );
  const othersHere = useCallback((count: number) => t('dashboards.direction.othersHere', { count }), [t]);
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <QuadrantChart
        key={ofView}
        chosenFirst={ofView === null ? null : String(ofView)}
        title={t('dashboards.direction.mapTitle')}
        sentence={sentence.filter(Boolean).join(' ')}
        points={points}
        middle={centre}
        xName={t('dashboards.direction.mapAcross')}
        yName={t('dashboards.direction.mapUp')}
        formatX={format.number}
        formatY={(value) => perPlaceText(wording, value)}
        corners={corners}
        stressed="upperLeft"
        headings={gapHeadings(wording)}
        keyboardHint={t('dashboards.direction.mapKeys')}
        othersHere={othersHere}
        detailOf={(id) => (
          <PointDetail
            {...{ wording, base }}
            row={formations.find(({ formationId }) => String(formationId) === id) ?? null}
          />
        )}
        footer={
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5, maxWidth: '90ch' }}>
            {t('dashboards.direction.mapRule', {
              places: format.number(middle.places),
              figure: perPlaceText(wording, middle.perPlace),
            })}
          </Typography>
        }
      />
    </Paper>
  );
}

/** What is said of a point: how many offers for how many places, and how that moved. */
function pointLines(wording: Wording, row: GapFormation): string[] {
  const { t, format } = wording;
  const { before } = yearNames(wording);
  const change = changeText(wording, row.first);
  return [
    ...(row.component === null ? [] : [row.component]),
    t('dashboards.direction.pointOffers', {
      count: row.first.now,
      places: format.number(row.places ?? 0),
      figure: perPlaceText(wording, row.perPlace),
    }),
    t('dashboards.direction.pointBefore', { year: before, count: row.first.before, change: change || '–' }),
  ];
}

interface PointDetailProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly row: GapFormation | null;
}

/** The chosen formation, its page and its offers a click away. */
function PointDetail({ wording, base, row }: PointDetailProps) {
  const { t } = wording;
  if (!row) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 60, displayPrint: 'none' }}>
        {t('dashboards.direction.choosePoint')}
      </Typography>
    );
  }
  return (
    <Box
      component="section"
      aria-label={formationName(row)}
      sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', minHeight: 60 }}
    >
      <Box sx={{ flex: 1, minWidth: 320 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {formationName(row)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {pointLines(wording, row).join(' · ')}
        </Typography>
      </Box>
      <Button variant="outlined" component={Link} to={`/formations?open=${row.formationId}`}>
        {t('dashboards.direction.openFormation')}
      </Button>
      <Button variant="outlined" component={Link} to={offersAddress({ ...base, firstFormationId: row.formationId })}>
        {t('dashboards.direction.openOffers', { count: row.first.now })}
      </Button>
    </Box>
  );
}
