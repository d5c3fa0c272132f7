import type { SearchFacets, TypedValues } from '../../../shared/contract/search';
import { fold } from '../../../shared/domain/fold';
import { companyIdSchema } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';
import type { DatedFilter } from '../offers/offer-conditions';
import type { CodedColumn } from './coded-columns';
import type { CountedColumns } from './counted-columns';
import type { FilterKeeper } from './filter-keeper';
import { groupCopies, type OfferGroup } from './group-copies';
import { idSet } from './id-set';

/** Companies and skills are too many to be listed: the most frequent ones are offered, and those of a name that is typed. */
const mostValues = 60;
const highestLevel = 8;

/** One criterion to a person: choosing a department takes the place of a town. */
const placeCriteria = ['city', 'department', 'region'] as const;

/** What was found, all offers for null, and how it is counted. */
export interface CountedSearch {
  readonly columns: CountedColumns;
  readonly filters: FilterKeeper;
  readonly filter: DatedFilter;
  readonly found: readonly number[] | null;
  readonly areCopiesGrouped: boolean;
  /** Called between two steps; throws `cancelled` where nobody waits any more. */
  readonly heed: () => void;
}

/**
 * Counts the values of the offers that were found under every criterion but their own. One list serves every count that
 * leaves the same criteria aside: those that are not set leave nothing aside. Of copies that are shown once each value
 * counts once.
 */
export function countFacets(search: CountedSearch): SearchFacets {
  const { columns } = search;
  const groups = listsWithout(search);
  const count = <Value extends string | number>(column: CodedColumn<Value>, aside: readonly (keyof DatedFilter)[]) =>
    best(
      tally(groups(aside), column.size, (id, visit) => visit(column.codeOf(id))),
      (code) => column.valueOf(code),
    );
  return {
    contractTypes: count(columns.contractType, ['contractType']),
    academicYears: count(columns.academicYear, ['academicYear']),
    statuses: count(columns.status, ['status', 'due']),
    outcomes: count(columns.outcome, ['outcome']),
    seniorities: count(columns.seniority, ['seniority']),
    cities: count(columns.city, placeCriteria),
    domains: count(columns.domain, ['domain']),
    departments: count(columns.department, placeCriteria),
    regions: count(columns.region, placeCriteria),
    levels: countLevels(columns, groups(['level'])),
    ...countNamed(search, null),
  };
}

/** Counts the skills and companies whose names have some words; the most frequent of all for null. */
export function countNamed(search: CountedSearch, typed: string | null): TypedValues {
  const { columns, filters } = search;
  const groups = listsWithout(search);
  return {
    skills: countSkills(search, groups(['skill']), idsNamed(filters.db, 'skill', typed)),
    companies: countCompanies(
      filters.db,
      best(
        tally(groups(['companyId']), columns.company.size, (id, visit) => visit(columns.company.codeOf(id))),
        (code) => columns.company.valueOf(code),
      ),
      idsNamed(filters.db, 'company', typed),
    ),
  };
}

/** As people know it, too: the key of a company's name is without its legal form. */
const names = { skill: 'label_key', company: "name_key || ' ' || lower(name)" } as const;

/** The ids of what is named by all of some words, or by their beginnings and parts; null for no words. */
function idsNamed(
  db: ReadDb,
  table: keyof typeof names,
  typed: string | null,
): Pick<ReadonlySet<number>, 'has'> | null {
  const words = fold(typed ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const where = words.map(() => `instr(${names[table]}, ?) > 0`).join(' and ');
  return idSet(
    db
      .prepare<number, string[]>(`select id from ${table} where ${where}`)
      .pluck()
      .all(...words),
  );
}

function countCompanies(
  db: ReadDb,
  counted: readonly { readonly value: number; readonly count: number }[],
  named: Pick<ReadonlySet<number>, 'has'> | null,
): SearchFacets['companies'] {
  const company = db.prepare<{ name: string; city: string | null }, [number]>(
    'select name, city from company where id = ?',
  );
  return counted
    .filter(({ value }) => named === null || named.has(value))
    .slice(0, mostValues)
    .flatMap(({ value, count }) => {
      const known = company.get(value);
      return known === undefined ? [] : [{ value: companyIdSchema.parse(value), ...known, count }];
    });
}

/** The offers that were found with some criteria left aside, each list made once. */
function listsWithout({ columns, filters, filter, found, areCopiesGrouped, heed }: CountedSearch) {
  const lists = new Map<string, readonly OfferGroup[]>();
  return (aside: readonly (keyof DatedFilter)[]): readonly OfferGroup[] => {
    heed();
    const rest = { ...filter };
    for (const key of aside) if (key !== 'today') delete rest[key];
    const key = JSON.stringify(rest);
    const known = lists.get(key);
    if (known) return known;
    const isAllowed = filters.allowing(rest);
    const ids = found ? found.filter(isAllowed) : filters.ordered(rest, { by: 'postedOn', direction: 'desc' });
    const list = areCopiesGrouped ? groupCopies(columns, ids) : ids;
    lists.set(key, list);
    return list;
  };
}

/** How many groups have each number that `each` visits, by that number. */
function tally(
  groups: readonly OfferGroup[],
  size: number,
  each: (id: number, visit: (value: number) => void) => void,
): Int32Array {
  const counts = new Int32Array(size);
  /** One more than the last group that had a value. */
  const lastOf = new Int32Array(size);
  groups.forEach((group, place) => {
    const add = (value: number): void => {
      if (lastOf[value] === place + 1) return;
      lastOf[value] = place + 1;
      counts[value] = (counts[value] ?? 0) + 1;
    };
    if (typeof group === 'number') each(group, add);
    else for (const id of group) each(id, add);
  });
  return counts;
}

/** The values that some have, the most frequent first, 0 aside; of equal counts the first by value. */
function best<Value extends string | number>(counts: Int32Array, valueOf: (code: number) => Value | undefined) {
  const counted: { value: Value; count: number }[] = [];
  counts.forEach((count, code) => {
    const value = count === 0 || code === 0 ? undefined : valueOf(code);
    if (value !== undefined) counted.push({ value, count });
  });
  return counted.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function countLevels({ levels }: CountedColumns, groups: readonly OfferGroup[]): SearchFacets['levels'] {
  const counts = tally(groups, highestLevel + 1, (id, visit) => {
    const mask = levels.valueOf(levels.codeOf(id)) ?? 0;
    for (let level = 0; level <= highestLevel; level += 1) if ((mask >> level) & 1) visit(level);
  });
  return [...counts].flatMap((count, value) => (count === 0 ? [] : [{ value, count }]));
}

function countSkills(
  { columns, filters }: CountedSearch,
  groups: readonly OfferGroup[],
  named: Pick<ReadonlySet<number>, 'has'> | null,
): SearchFacets['skills'] {
  const highest = filters.db.prepare<number | null>('select max(id) from skill').pluck().get() ?? 0;
  const counts = tally(groups, highest + 1, (id, visit) => columns.skills.each(id, visit));
  const labelOf = filters.db.prepare<string, [number]>('select label from skill where id = ?').pluck();
  const frequent = best(counts, (id) => id)
    .filter(({ value }) => named === null || named.has(value))
    .slice(0, mostValues);
  return frequent.flatMap(({ value, count }) => {
    const label = labelOf.get(value);
    return label === undefined ? [] : [{ value: label, count }];
  });
}
