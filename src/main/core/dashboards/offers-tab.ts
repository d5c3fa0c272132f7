import type { OffersTab } from '../../../shared/contract/dashboards';
import { dayNumberOf, dayOf, firstDayOfWeek, weekOf, weeksOfYear } from '../../../shared/domain/academic-year-days';
import { compare, partOf, type Compared } from '../../../shared/domain/dashboard/figures';
import { departmentNames } from '../../../shared/domain/dashboard/department';
import { regionNames } from '../../../shared/domain/places/regions';
import { contractTypes, matchOutcomes, offerStatuses, seniorities } from '../../../shared/domain/offer';
import type { Dictionary } from './dictionary';
import type { OpenQuery } from './dashboard-scope';
import {
  componentRow,
  countComponents,
  countFormations,
  createCounter,
  distinctOf,
  formationRow,
  listedFormations,
  rowsOf,
  wordRow,
  type CountedValue,
  type Counter,
} from './entity-rows';
import { followUpOf } from './follow-up';
import { wordCodes } from './offer-columns';
import { byCount, compareDistinct, distinctIn, figuresOf, tallyBits, tallyColumn, usedCodes } from './tally';

/** Longer lists are cut: the rest is a click away, in the list of offers. */
const topRows = 15;
/** Bac to Bac+8. */
const levels = 9;

/** What the tab "Offers" shows. */
export function offersTab(open: OpenQuery): OffersTab {
  const counter = createCounter(open);
  const { kept, scope } = open;
  const { cities, companies, departments, regions } = kept.columns;
  const columns = kept.columns.columns;
  const { smallNumber } = scope;
  const company = counter.count((counted) => tallyColumn(counted, columns.company, companies.size));
  const city = counter.count((counted) => tallyColumn(counted, columns.city, cities.size));
  return {
    scope,
    total: totalOf(counter, smallNumber),
    companies: {
      ...compareDistinct(company.tally, smallNumber),
      parent: company.wholes.parent && compareDistinct(company.wholes.parent.tally, smallNumber),
    },
    first: firstOf(open, counter),
    outcomes: countWords(counter, columns.outcome, matchOutcomes),
    statuses: countWords(counter, columns.status, offerStatuses),
    ...followUpOf(open, counter),
    weeks: weeksOf(open, counter),
    ...suitedOf(open, counter),
    ...kindsOf(open, counter),
    cities: {
      rows: rowsOf(usedCodes(city.tally), byCount(city.tally), topRows, wordRow(cities, city)),
      ...extentOf(city, counter),
    },
    departments: areasOf(departments, columns.department, departmentNames, counter),
    regions: areasOf(regions, columns.region, regionNames, counter),
  };
}

/** The count of both years, beside the level above. */
export function totalOf({ total, parentTotal }: Counter, smallNumber: number): OffersTab['total'] {
  return {
    ...compare(total.now, total.before, smallNumber),
    parent: parentTotal && {
      ...compare(parentTotal.now, parentTotal.before, smallNumber),
      part: partOf(total.now, parentTotal.now, smallNumber),
    },
  };
}

/** How many values a column has in the year, and how many offers have one: where 0 is no value. */
function extentOf(value: CountedValue, { total }: Counter) {
  return { distinct: distinctOf(value), known: total.now - (value.tally.now[0] ?? 0) };
}

/** Offers in which a formation of the level comes first. */
function firstOf(open: OpenQuery, { own, total }: Counter): OffersTab['first'] {
  const { kept, query } = open;
  const { first } = kept.columns.columns;
  const formation =
    query.filter.formationId === undefined ? null : kept.columns.formations.find(query.filter.formationId);
  const component = query.filter.componentId === undefined ? null : kept.codeOfComponent(query.filter.componentId);
  const isOfLevel = (code: number): boolean => {
    if (code === 0) return false;
    if (formation !== null) return code === formation;
    return component === null || (component !== 0 && kept.componentOf[code] === component);
  };
  const countFirst = (places: Uint32Array): number =>
    places.reduce((sum, place) => sum + (isOfLevel(first[place] ?? 0) ? 1 : 0), 0);
  const [now, before] = [countFirst(own.now), countFirst(own.before)];
  const compared: Compared = compare(now, before, query.smallNumber);
  return { ...compared, part: partOf(now, total.now, query.smallNumber) };
}

function countWords<Word extends string>(
  { own }: Counter,
  column: Uint8Array,
  words: readonly Word[],
): Record<Word, number> {
  const { now } = tallyColumn(own, column, words.length + 1);
  const counts = words.map((word, index) => [word, now[index + 1] ?? 0]);
  return Object.fromEntries(counts) as Record<Word, number>; // One entry a word.
}

function weeksOf({ scope, selection }: OpenQuery, { own }: Counter): OffersTab['weeks'] {
  const { dayOfPlace } = selection;
  const firstNow = dayNumberOf(scope.now.from);
  const firstBefore = dayNumberOf(scope.before.from);
  const countWeeks = (places: Uint32Array, firstDay: number): Uint32Array => {
    const counts = new Uint32Array(weeksOfYear);
    for (let at = 0; at < places.length; at += 1) {
      const week = weekOf(dayOfPlace[places[at] ?? 0] ?? 0, firstDay);
      counts[week] = (counts[week] ?? 0) + 1;
    }
    return counts;
  };
  const weeks = { now: countWeeks(own.now, firstNow), before: countWeeks(own.before, firstBefore) };
  const last = Math.max(weekOf(dayNumberOf(scope.now.to), firstNow), weekOf(dayNumberOf(scope.before.to), firstBefore));
  return Array.from({ length: last + 1 }, (_, week) => ({
    from: dayOf(firstDayOfWeek(week, firstNow)),
    now: weeks.now[week] ?? 0,
    before: weeks.before[week] ?? 0,
  }));
}

function suitedOf(open: OpenQuery, counter: Counter): Pick<OffersTab, 'components' | 'formations'> {
  const components = countComponents(open, counter);
  const formations = countFormations(open, counter);
  const byComponent = byCount(components.matched.tally);
  const byFormation = byCount(formations.matched.tally);
  const matched = formations.matched.tally;
  const listed = listedFormations(open, formations);
  const { componentBits } = open.kept;
  const hasComponent = (place: number): boolean => componentBits.some((bits) => bits[place] !== 0);
  return {
    components: {
      rows: rowsOf(usedCodes(components.matched.tally), byComponent, topRows, componentRow(open, components)),
      distinct: distinctOf(components.matched),
      known: counter.own.now.reduce((sum, place) => sum + (hasComponent(place) ? 1 : 0), 0),
    },
    formations: {
      rows: rowsOf(listed, byFormation, topRows, formationRow(open, formations)),
      distinct: listed.filter((code) => matched.now[code]).length,
      known: matched.now[0] ?? 0,
    },
  };
}

/** By year of study, contract and seniority: short lists in their own order. */
function kindsOf({ kept }: OpenQuery, counter: Counter): Pick<OffersTab, 'levels' | 'contracts' | 'seniorities'> {
  const { columns } = kept.columns;
  const level = counter.count((counted) => tallyBits(counted, columns.levels, levels));
  const contract = counter.count((counted) => tallyColumn(counted, columns.contract, wordCodes.contract.size + 1));
  const seniority = counter.count((counted) => tallyColumn(counted, columns.seniority, wordCodes.seniority.size + 1));
  const withLevel = counter.own.now.reduce((sum, place) => sum + (columns.levels[place] === 0 ? 0 : 1), 0);
  return {
    levels: {
      rows: usedCodes(level.tally, 0).map((code) => ({ level: code, ...figuresOf(level.tally, code, level.wholes) })),
      distinct: distinctIn(level.tally.now, 0),
      known: withLevel,
    },
    contracts: {
      rows: namedRows(contract, contractTypes).map(({ word, ...row }) => ({ contractType: word, ...row })),
      ...extentOf(contract, counter),
    },
    seniorities: {
      rows: namedRows(seniority, seniorities).map(({ word, ...row }) => ({ seniority: word, ...row })),
      ...extentOf(seniority, counter),
    },
  };
}

function namedRows<Word extends string>({ tally, wholes }: CountedValue, words: readonly Word[]) {
  return words.flatMap((word, index) => {
    const figures = figuresOf(tally, index + 1, wholes);
    return figures.now + figures.before === 0 ? [] : [{ word, ...figures }];
  });
}

/** By department or by region, under their official names. */
function areasOf(
  dictionary: Dictionary<string>,
  column: Uint8Array,
  names: Readonly<Record<string, string>>,
  counter: Counter,
): OffersTab['departments'] {
  const value = counter.count((counted) => tallyColumn(counted, column, dictionary.size));
  const rowOf = (code: number) => {
    const area = dictionary.keyOf(code) ?? '';
    return { code: area, name: names[area] ?? area, ...figuresOf(value.tally, code, value.wholes) };
  };
  return {
    rows: rowsOf(usedCodes(value.tally), byCount(value.tally), topRows, rowOf),
    ...extentOf(value, counter),
  };
}
