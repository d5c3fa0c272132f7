import type { DemandedComponent, GapFormation } from '../../../../shared/contract/dashboard-director';
import type { Heading } from '../../../components/HeadedTable';
import { changeText, partText, yearNames, type Wording } from '../figure-texts';

/** As little as is written: what is less is said to be less, and never to be nothing. */
const leastTold = 0.001;

/** A number of offers for one place: two decimals tell 0.04 from 0, below them one digit. */
export function perPlaceText({ t, format }: Pick<Wording, 't' | 'format'>, perPlace: number | null): string {
  if (perPlace === null) return '–';
  if (perPlace > 0 && perPlace < leastTold)
    return t('dashboards.direction.lessThan', { figure: format.number(leastTold) });
  const digits = perPlace < 0.1 ? 3 : 2;
  return format.number(Math.round(perPlace * 10 ** digits) / 10 ** digits);
}

/** The headings of a table of components in demand, that of the names included. */
export function demandHeadings(wording: Wording): Heading[] {
  const { t } = wording;
  const { now, before } = yearNames(wording);
  return [
    { label: t('dashboards.filters.component') },
    ...numeric([
      ...[now, before, t('dashboards.change'), t('dashboards.part')],
      ...[t('dashboards.direction.suited'), t('dashboards.direction.places'), t('dashboards.direction.perPlace')],
    ]),
  ];
}

/** The cells below them. Offers for one place are given where the places of every formation are known. */
export function demandCells(wording: Wording, row: DemandedComponent): string[] {
  const { t, format } = wording;
  const { places, withoutPlaces } = row;
  const known = format.number(places);
  return [
    ...countCells(wording, row),
    partText(wording, row.part),
    format.number(row.suited.now),
    places === 0
      ? '–'
      : withoutPlaces === 0
        ? known
        : t('dashboards.direction.placesOfSome', { places: known, count: withoutPlaces }),
    perPlaceText(wording, withoutPlaces === 0 && places > 0 ? row.now / places : null),
  ];
}

/** The headings of a table of formations and their places. */
export function gapHeadings(wording: Wording): Heading[] {
  const { t } = wording;
  const { now, before } = yearNames(wording);
  return [
    { label: t('dashboards.filters.formation') },
    ...numeric([
      ...[t('dashboards.direction.places'), now, before, t('dashboards.change')],
      ...[t('dashboards.direction.perPlace'), t('dashboards.direction.suited')],
    ]),
  ];
}

export function gapCells(wording: Wording, row: GapFormation): string[] {
  const { format } = wording;
  return [
    row.places === null ? '–' : format.number(row.places),
    ...countCells(wording, row.first),
    perPlaceText(wording, row.perPlace),
    format.number(row.suited.now),
  ];
}

function countCells(wording: Wording, row: Parameters<typeof changeText>[1]): string[] {
  const { format } = wording;
  return [format.number(row.now), format.number(row.before), changeText(wording, row) || '–'];
}

function numeric(labels: readonly string[]): Heading[] {
  return labels.map((label) => ({ label, align: 'right' }));
}
