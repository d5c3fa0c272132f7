import type { DashboardRow, DashboardScope, FormationFigures } from '../../../shared/contract/dashboard-figures';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { FormationId } from '../../../shared/domain/ids';
import type { Change, Compared } from '../../../shared/domain/dashboard/figures';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import type { Heading } from '../../components/HeadedTable';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

/** How the texts of a dashboard are written: in which words, which figures, of which offers. */
export interface Wording {
  readonly t: Translate;
  readonly format: Format;
  readonly scope: DashboardScope;
}

/** The level of view. */
export function levelOf({ component, formation }: DashboardScope): 'university' | 'component' | 'formation' {
  if (formation) return 'formation';
  return component ? 'component' : 'university';
}

/** What the offers of a formation have beside the criteria of a dashboard: at the level of another one, they suit both. */
export function offersOfFormation({ formation }: DashboardScope, formationId: FormationId): OfferFilter {
  return formation ? { alsoFormationId: formationId } : { formationId };
}

/**
 * The offers behind a row of figures: those of the year, or of the year before where only that one has any. `base` names
 * the offers of the year, `of` those of the row among them.
 */
export function offersOfRow(
  { scope }: Wording,
  base: OfferFilter,
  { now, before }: Compared,
  of: OfferFilter,
): OfferFilter {
  return now === 0 && before > 0 ? { ...base, ...daysOfScope(scope, scope.before), ...of } : { ...base, ...of };
}

/** Offers of some days, by the day that the scope counts by. */
export function daysOfScope({ basis }: DashboardScope, { from, to }: DashboardScope['now']): OfferFilter {
  return basis === 'deposit' ? { depositedFrom: from, depositedTo: to } : { startsFrom: from, startsTo: to };
}

/** The name of the level above. */
export function parentName({ t, scope }: Wording): string {
  return scope.formation && scope.component ? scope.component.name : t('dashboards.university');
}

/** The names of both years: "2025–2026", with the day up to which they count where that is not the whole. */
export function yearNames({ scope }: Wording): { readonly now: string; readonly before: string } {
  return { now: formatAcademicYear(scope.year), before: formatAcademicYear(scope.year - 1) };
}

/** Which days count, by which day of an offer, and which offers cannot be counted. */
export function scopeText(wording: Wording): string {
  const { t, format, scope } = wording;
  const { now, before } = yearNames(wording);
  const counted = t(`dashboards.countedBy.${scope.basis}`);
  const days = t(scope.span === 'whole' ? 'dashboards.scopeWhole' : 'dashboards.scopeToDate', {
    ...{ now, before },
    to: format.longDate(scope.now.to),
    formerTo: format.longDate(scope.before.to),
  });
  const undated = scope.undated > 0 ? t('dashboards.undated', { count: scope.undated }) : '';
  return [days, counted, undated].filter(Boolean).join(' ');
}

/** A formation as it is named beside others. */
export function formationName({ diplomaType, title }: Pick<FormationFigures, 'diplomaType' | 'title'>): string {
  return [diplomaType, title].filter((part) => part).join(' · ');
}

/** From so many times on, a percentage is harder to grasp than the multiple: "× 148" and not "+14 727,3 %". */
const manyTimes = 10;

/**
 * How a count moved, in one or two words: "+12,5 %", or "× 12" from ten times on. Where no percentage can be given, the
 * difference alone.
 */
export function changeText(wording: Wording, { now, before, change }: Compared): string {
  const { t, format } = wording;
  switch (change.kind) {
    case 'known':
      if (now >= manyTimes * before) return t('dashboards.times', { times: format.number(Math.round(now / before)) });
      return signed(change.ratio, (ratio) => format.percent(ratio));
    case 'too-few':
      if (now === before) return differenceText(format, 0);
      return t('dashboards.wasFew', {
        before: format.number(before),
        difference: differenceText(format, now - before),
      });
    case 'no-base':
      return now === 0 ? '' : t('dashboards.new');
  }
}

/** Why a change has no percentage, as a sentence; empty where it has one. */
function changeReason({ t, scope }: Wording, change: Change): string {
  if (change.kind === 'known') return '';
  return change.kind === 'too-few'
    ? t('dashboards.tooFewBefore', { count: scope.smallNumber })
    : t('dashboards.noneBefore');
}

/** How a figure moved, as a sentence, or why nothing is said of it. */
export function comparedNote(wording: Wording, compared: Compared): string {
  const { t, format } = wording;
  const change = changeText(wording, compared);
  const reason = changeReason(wording, compared.change);
  return compared.change.kind === 'known'
    ? t('dashboards.comparedWith', { change, before: format.number(compared.before), year: yearNames(wording).before })
    : reason;
}

export function differenceText(format: Format, difference: number): string {
  return signed(difference, (value) => format.number(value));
}

/** A true minus sign is as wide as a plus. */
function signed(value: number, write: (value: number) => string): string {
  if (value === 0) return '=';
  return `${value > 0 ? '+' : '−'}${write(Math.abs(value))}`;
}

/** A part of the whole, or a dash where none is given. */
export function partText({ format }: Wording, part: number | null): string {
  return part === null ? '–' : format.percent(part);
}

/** The cells of a row of figures: this year, the year before, change, part, and the part above where there is a level above. */
export function figureCells(wording: Wording, row: DashboardRow): string[] {
  const { format, scope } = wording;
  return [
    format.number(row.now),
    format.number(row.before),
    changeText(wording, row) || '–',
    partText(wording, row.part),
    ...(scope.component === null ? [] : [partText(wording, row.parentPart)]),
  ];
}

/** The headings of those cells. */
export function figureHeadings(wording: Wording): Heading[] {
  const { t, scope } = wording;
  const { now, before } = yearNames(wording);
  const parent = scope.formation ? t('dashboards.partOfComponent') : t('dashboards.partOfUniversity');
  const labels = [
    now,
    before,
    t('dashboards.change'),
    t('dashboards.part'),
    ...(scope.component === null ? [] : [parent]),
  ];
  // A year that breaks at its dash reads like two.
  return labels.map((label) => ({ label, align: 'right', isNoWrap: label === now || label === before }));
}
