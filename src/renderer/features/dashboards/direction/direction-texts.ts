import type { DemandedComponent, GapFormation } from '../../../../shared/contract/dashboard-director';
import type { Heading } from '../../../components/HeadedTable';
import { changeText, partText, yearNames, type Wording } from '../figure-texts';

/** A number of offers for one place: two decimals tell 0.04 from 0. */
export function perPlaceText({ format }: Wording, perPlace: number | null): string {
  return perPlace === null ? '–' : format.number(Math.round(perPlace * 100) / 100);
}

/** A formation as it is named beside others. */
export function formationName({ diplomaType, title }: GapFormation): string {
  return [diplomaType, title].filter((part) => part).join(' · ');
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
