import type { DashboardScope } from '../../../shared/contract/dashboard-figures';
import { academicYearOf, type AcademicYear, type IsoDate } from '../../../shared/domain/academic-year';
import { dayNumberOf, dayOf, daysThatCount, type DayRange } from '../../../shared/domain/academic-year-days';
import type { DashboardFilter, DashboardQuery } from '../../../shared/domain/dashboard/dashboard-filter';
import { componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';
import type { KeptColumns } from './column-keeper';
import { companyName, componentName, formationName } from './dashboard-names';
import { noDay } from './offer-columns';
import { select, type ComparedDays, type Criterion, type Selection } from './selection';

// Dates that are read lie between these; see `isoDay`.
const firstDay = dayNumberOf('1900-01-01');
const lastDay = dayNumberOf('2199-12-31');

/** A query on the columns as they are now. */
export interface OpenQuery {
  readonly db: ReadDb;
  readonly kept: KeptColumns;
  readonly query: DashboardQuery;
  readonly scope: DashboardScope;
  readonly selection: Selection;
  /** The criterion that is left aside to see the level above; null at the level of the university. */
  readonly level: Criterion | null;
}

/** Selects the offers of a query and names what it names. */
export function openQuery(db: ReadDb, kept: KeptColumns, query: DashboardQuery): OpenQuery {
  const { today, yearStart, smallNumber } = query;
  const { filter, named } = resolve(db, query.filter);
  const { basis } = filter;
  const year = filter.year ?? defaultYear(kept, query);
  const span = filter.span ?? (year < academicYearOf(today, yearStart) ? 'whole' : 'to-date');
  const days: ComparedDays = {
    basis,
    now: daysThatCount(year, span, today, yearStart),
    before: daysThatCount(year - 1, span, today, yearStart),
  };
  const selection = select(kept, filter, days);
  const scope = {
    ...{ year, basis, span, smallNumber, ...named },
    now: toDays(days.now),
    before: toDays(days.before),
    undated: basis === 'deposit' ? 0 : countUndated(kept, selection),
  };
  const level = filter.formationId !== undefined ? 'formation' : filter.componentId !== undefined ? 'component' : null;
  return { db, kept, query: { ...query, filter }, scope, selection, level };
}

function toDays({ from, to }: DayRange): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: dayOf(from), to: dayOf(to) };
}

/** A formation stands for its component too, whichever the filter names beside it. */
function resolve(db: ReadDb, filter: DashboardFilter) {
  const { formationId, companyId } = filter;
  const gone: DashboardScope['gone'] = [];
  const formation = formationId === undefined ? undefined : formationName(db, formationId);
  const componentId = formation?.componentId ?? filter.componentId;
  const component = componentId === undefined ? undefined : componentName(db, componentId);
  const company = companyId === undefined ? undefined : companyName(db, companyId);
  if (formationId !== undefined && !formation) gone.push('formation');
  if (componentId !== undefined && component === undefined) gone.push('component');
  if (companyId !== undefined && company === undefined) gone.push('company');
  const named = {
    component:
      componentId === undefined || component === undefined
        ? null
        : { id: componentIdSchema.parse(componentId), name: component },
    formation: formation ? { id: formationIdSchema.parse(formation.id), title: formation.title } : null,
    company: companyId === undefined || company === undefined ? null : { id: companyId, name: company },
    gone,
  };
  const ofComponent = componentId === undefined ? {} : { componentId: componentIdSchema.parse(componentId) };
  return { filter: { ...filter, ...ofComponent }, named };
}

/** Offers that meet every criterion and have no day to be counted by. */
function countUndated({ columns }: KeptColumns, { misses }: Selection): number {
  const { depositDay, startDay } = columns.columns;
  let count = 0;
  for (let place = 0; place < misses.length; place += 1) {
    if (depositDay[place] !== noDay && misses[place] === 0 && startDay[place] === noDay) count += 1;
  }
  return count;
}

/** The present year where it has offers, else the last before it that has, else the first after it, else the present. */
function defaultYear(kept: KeptColumns, query: DashboardQuery): AcademicYear {
  const present = academicYearOf(query.today, query.yearStart);
  const years = yearsWithOffers(kept, query).map(({ year }) => year);
  return years.filter((year) => year <= present).at(-1) ?? years[0] ?? present;
}

/** The years that have offers, oldest first, with their number; `keeps` leaves out offers by their place. */
export function yearsWithOffers(
  { columns }: KeptColumns,
  { filter, yearStart }: Pick<DashboardQuery, 'filter' | 'yearStart'>,
  keeps: (place: number) => boolean = () => true,
): readonly { readonly year: AcademicYear; readonly count: number }[] {
  const { depositDay, startDay } = columns.columns;
  const column = filter.basis === 'deposit' ? depositDay : startDay;
  const days = new Uint32Array(lastDay - firstDay + 1);
  for (let place = 0; place < columns.places; place += 1) {
    const day = column[place] ?? noDay;
    if (day !== noDay && keeps(place)) days[day - firstDay] = (days[day - firstDay] ?? 0) + 1;
  }
  const years = new Map<AcademicYear, number>();
  days.forEach((count, index) => {
    if (count === 0) return;
    const year = academicYearOf(dayOf(firstDay + index), yearStart);
    years.set(year, (years.get(year) ?? 0) + count);
  });
  return [...years].sort(([one], [other]) => one - other).map(([year, count]) => ({ year, count }));
}
