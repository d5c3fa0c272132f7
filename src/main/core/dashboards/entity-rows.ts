import type { ComponentFigures, FormationFigures, WordFigures } from '../../../shared/contract/dashboard-figures';
import { compare } from '../../../shared/domain/dashboard/figures';
import { componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';
import { componentName, formationName } from './dashboard-names';
import type { OpenQuery } from './dashboard-scope';
import type { WordDictionary } from './dictionary';
import { countedOf, type Counted } from './selection';
import {
  byCount,
  distinctIn,
  figuresOf,
  tallyColumn,
  tallyLists,
  tallyComponents,
  usedCodes,
  type CodeOrder,
  type Tally,
  type Wholes,
} from './tally';

/** The offers of a query and of the level above, counted in whatever way a tab asks for. */
export interface Counter {
  readonly own: Counted;
  readonly total: { readonly now: number; readonly before: number };
  /** The same at the level above; null at the level of the university. */
  readonly parentTotal: { readonly now: number; readonly before: number } | null;
  /** Counts a value of the offers, and the same of the level above. */
  count(tallyOf: (counted: Counted) => Tally): CountedValue;
}

/** A value with its counts, and the wholes they are parts of. */
export interface CountedValue {
  readonly tally: Tally;
  readonly wholes: Wholes;
}

export function createCounter({ selection, level, query }: OpenQuery): Counter {
  const own = countedOf(selection);
  const parent = level === null ? null : countedOf(selection, level);
  const total = totalsOf(own);
  const parentTotal = parent && totalsOf(parent);
  return {
    ...{ own, total, parentTotal },
    count: (tallyOf) => ({
      tally: tallyOf(own),
      wholes: {
        total: total.now,
        smallNumber: query.smallNumber,
        parent: parent && parentTotal && { tally: tallyOf(parent), total: parentTotal.now },
      },
    }),
  };
}

function totalsOf({ now, before }: Counted): Counter['total'] {
  return { now: now.length, before: before.length };
}

/** The first codes of an order as rows, those left out of which no row can be made. */
export function rowsOf<Row>(
  codes: readonly number[],
  order: CodeOrder,
  limit: number,
  rowOf: (code: number) => Row | null,
) {
  const rows: Row[] = [];
  for (const code of [...codes].sort(order)) {
    const row = rowOf(code);
    if (row !== null) rows.push(row);
    if (rows.length === limit) break;
  }
  return rows;
}

/** The codes that gained and lost most offers, the greatest difference first. */
export function moversOf(tally: Tally, codes: readonly number[], limit: number) {
  const formerly = { now: tally.before, before: tally.now };
  const rise = (code: number): number => (tally.now[code] ?? 0) - (tally.before[code] ?? 0);
  const byRise: CodeOrder = (one, other) => rise(other) - rise(one) || byCount(tally)(one, other);
  const byFall: CodeOrder = (one, other) => rise(one) - rise(other) || byCount(formerly)(one, other);
  return {
    risers: codes
      .filter((code) => rise(code) > 0)
      .sort(byRise)
      .slice(0, limit),
    fallers: codes
      .filter((code) => rise(code) < 0)
      .sort(byFall)
      .slice(0, limit),
  };
}

export function wordRow(words: WordDictionary, { tally, wholes }: CountedValue): (code: number) => WordFigures {
  return (code) => ({ label: words.spellingOf(code), ...figuresOf(tally, code, wholes) });
}

/** Formations with the offers that they suit and those in which they come first. */
export function countFormations({ kept }: OpenQuery, counter: Counter) {
  const { formations, matches, columns } = kept.columns;
  return {
    matched: counter.count((counted) => tallyLists(counted, matches, formations.size)),
    first: tallyColumn(counter.own, columns.first, formations.size),
  };
}

/** The formations that a level lists: all, those of the component, or those that the offers of a formation suit besides. */
export function listedFormations({ kept, query }: OpenQuery, { matched }: FormationCounts): number[] {
  const { formationId, componentId } = query.filter;
  const codes = usedCodes(matched.tally);
  if (formationId !== undefined) {
    const own = kept.columns.formations.find(formationId);
    return codes.filter((code) => code !== own);
  }
  if (componentId === undefined) return codes;
  const component = kept.codeOfComponent(componentId);
  return codes.filter((code) => kept.componentOf[code] === component);
}
type FormationCounts = ReturnType<typeof countFormations>;

export function formationRow(
  open: OpenQuery,
  { matched, first }: FormationCounts,
): (code: number) => FormationFigures | null {
  const { formations } = open.kept.columns;
  return (code) => {
    const name = formationName(open.db, formations.keyOf(code) ?? 0);
    if (!name) return null;
    return {
      formationId: formationIdSchema.parse(name.id),
      title: name.title,
      diplomaType: name.diplomaType,
      component: name.component,
      ...figuresOf(matched.tally, code, matched.wholes),
      first: compare(first.now[code] ?? 0, first.before[code] ?? 0, open.query.smallNumber),
    };
  };
}

/** Components with the offers that one of their formations suits, and those in which one comes first. */
export function countComponents({ kept }: OpenQuery, counter: Counter) {
  const { columns } = kept.columns;
  const size = kept.components.length;
  const firstComponent = (counted: Counted): Tally => {
    const { componentOf } = kept;
    const byFormation = tallyColumn(counted, columns.first, Math.max(componentOf.length, kept.columns.formations.size));
    return { now: summed(byFormation.now, componentOf, size), before: summed(byFormation.before, componentOf, size) };
  };
  return {
    matched: counter.count((counted) => tallyComponents(counted, kept.componentBits, size)),
    first: firstComponent(counter.own),
  };
}

/** Counts by formation as counts by component. */
function summed(counts: Uint32Array, componentOf: Uint32Array, size: number): Uint32Array {
  const sums = new Uint32Array(size);
  counts.forEach((count, formation) => {
    const component = componentOf[formation] ?? 0;
    sums[component] = (sums[component] ?? 0) + count;
  });
  return sums;
}
type ComponentCounts = ReturnType<typeof countComponents>;

export function componentRow(
  open: OpenQuery,
  { matched, first }: ComponentCounts,
): (code: number) => ComponentFigures | null {
  return (code) => {
    const id = open.kept.components[code] ?? 0;
    const name = componentName(open.db, id);
    if (name === undefined) return null;
    return {
      componentId: componentIdSchema.parse(id),
      name,
      ...figuresOf(matched.tally, code, matched.wholes),
      first: compare(first.now[code] ?? 0, first.before[code] ?? 0, open.query.smallNumber),
    };
  };
}

/** How many values there are in the year. */
export function distinctOf({ tally }: CountedValue): number {
  return distinctIn(tally.now);
}
