import type { DemandedComponent, DirectorTab, GapFormation } from '../../../shared/contract/dashboard-director';
import { compare, partOf } from '../../../shared/domain/dashboard/figures';
import { componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';
import { formationsWithPlaces, type FormationWithPlaces } from './dashboard-names';
import type { OpenQuery } from './dashboard-scope';
import { createCounter } from './entity-rows';
import { median } from './follow-up';
import { wordCodes } from './offer-columns';
import { totalOf } from './offers-tab';
import { countedOf } from './selection';
import { tallyColumn, tallyComponents, tallyLists, type Tally } from './tally';

/** What the tab of the university's direction shows: who is asked for, and where offers and places do not meet. */
export function directorTab(open: OpenQuery): DirectorTab {
  const named = formationsWithPlaces(open.db);
  const formations = gapFormations(open, named);
  return {
    scope: open.scope,
    total: totalOf(createCounter(open), open.scope.smallNumber),
    unmatched: unmatchedOf(open),
    ...demandedComponents(open, named),
    formations,
    middle: middleOf(formations),
  };
}

/** Offers without a formation belong to no component: the level of view is left aside. */
function unmatchedOf({ kept, selection, query }: OpenQuery): DirectorTab['unmatched'] {
  const counted = countedOf(selection, 'component', 'formation');
  const tally = tallyColumn(counted, kept.columns.columns.outcome, wordCodes.outcome.size + 1);
  const { now, before } = countsOf(tally, wordCodes.outcome.get('no-suitable-formation') ?? 0);
  return compare(now, before, query.smallNumber);
}

/** All components of the university, whatever the level, so that one sees itself among the others. */
function demandedComponents(
  { kept, query, selection }: OpenQuery,
  named: readonly FormationWithPlaces[],
): Pick<DirectorTab, 'components' | 'withoutComponent'> {
  const { smallNumber } = query;
  const own = countedOf(selection, 'component', 'formation');
  const { formations, columns } = kept.columns;
  const first = tallyColumn(own, columns.first, formations.size);
  const suited = tallyComponents(own, kept.componentBits, kept.components.length);
  const sums = new Map<number, { name: string; now: number; before: number; places: number; withoutPlaces: number }>();
  const without = { now: 0, before: 0 };
  for (const { id, componentId, component, places } of named) {
    const { now, before } = countsOf(first, formations.find(id));
    if (componentId === null || component === null) {
      without.now += now;
      without.before += before;
      continue;
    }
    const sum = sums.get(componentId) ?? { name: component, now: 0, before: 0, places: 0, withoutPlaces: 0 };
    sum.now += now;
    sum.before += before;
    sum.places += places ?? 0;
    sum.withoutPlaces += places === null ? 1 : 0;
    sums.set(componentId, sum);
  }
  const rows = [...sums].map(([componentId, { name, now, before, places, withoutPlaces }]): DemandedComponent => {
    const all = countsOf(suited, kept.codeOfComponent(componentId));
    return {
      componentId: componentIdSchema.parse(componentId),
      ...{ name, places, withoutPlaces },
      ...compare(now, before, smallNumber),
      ...{ part: partOf(now, own.now.length, smallNumber), parentPart: null },
      suited: compare(all.now, all.before, smallNumber),
    };
  });
  return {
    components: rows.sort((one, other) => byDemand(one, other) || one.componentId - other.componentId),
    withoutComponent: compare(without.now, without.before, smallNumber),
  };
}

/** The formations of the level: of the component where there is one, a single one beside the others of its component. */
function gapFormations({ kept, query, selection }: OpenQuery, named: readonly FormationWithPlaces[]): GapFormation[] {
  const { smallNumber, filter } = query;
  const own = countedOf(selection, 'formation');
  const { formations, columns, matches } = kept.columns;
  const first = tallyColumn(own, columns.first, formations.size);
  const suited = tallyLists(own, matches, formations.size);
  const isOfLevel = ({ componentId }: FormationWithPlaces): boolean =>
    filter.componentId === undefined || componentId === filter.componentId;
  const rows = named.filter(isOfLevel).map(({ id, title, diplomaType, component, places }): GapFormation => {
    const code = formations.find(id);
    const { now, before } = countsOf(first, code);
    const all = countsOf(suited, code);
    return {
      formationId: formationIdSchema.parse(id),
      ...{ title, diplomaType, component, places },
      first: compare(now, before, smallNumber),
      suited: compare(all.now, all.before, smallNumber),
      perPlace: places === null ? null : now / places,
    };
  });
  return rows.sort((one, other) => byDemand(one.first, other.first) || one.formationId - other.formationId);
}

/** Both counts of a code; none of the code 0, which stands for no value. */
function countsOf({ now, before }: Tally, code: number): { readonly now: number; readonly before: number } {
  return code === 0 ? { now: 0, before: 0 } : { now: now[code] ?? 0, before: before[code] ?? 0 };
}

type Counts = ReturnType<typeof countsOf>;

/** Most offers of the year first, then most of the one before. */
function byDemand(one: Counts, other: Counts): number {
  return other.now - one.now || other.before - one.before;
}

/** The median of the places, and all first places for all of those: a mean that large formations weigh in. */
function middleOf(formations: readonly GapFormation[]): DirectorTab['middle'] {
  const known = formations.flatMap(({ places, first }) => (places === null ? [] : [{ places, offers: first.now }]));
  const sorted = known.map(({ places }) => places).sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    places: median(sorted),
    perPlace: sum(known.map(({ offers }) => offers)) / sum(sorted),
  };
}
