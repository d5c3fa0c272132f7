import { maxPageSize } from '../../shared/domain/page';

export const pageSizes = [25, 50, 100] as const;
export const defaultPageSize = 50;

export interface Sort<Column extends string> {
  readonly by: Column;
  readonly direction: 'asc' | 'desc';
}

/** What a list page shows, as its address says it. `page` counts from 0, in the address from 1. */
export interface ListState<Filter, Column extends string> {
  readonly filter: Filter;
  readonly sort: Sort<Column>;
  readonly page: number;
  readonly pageSize: number;
  /** The id of the row whose panel is open. */
  readonly open: number | null;
}

/** For each criterion of a list, how its text in the address is read; undefined when it means nothing. */
export type FilterReaders<Filter> = { readonly [K in keyof Filter]-?: (text: string) => Filter[K] | undefined };

export interface ListRules<Filter, Column extends string> {
  readonly readers: FilterReaders<Filter>;
  readonly columns: readonly Column[];
  readonly defaultSort: Sort<Column>;
}

const reserved = { sort: 'sort', page: 'page', rows: 'rows', open: 'open' } as const;

/** Reads an address. Whatever it cannot mean is left out, so that an old or mistyped link still opens the page. */
export function readListAddress<Filter extends object, Column extends string>(
  params: URLSearchParams,
  rules: ListRules<Filter, Column>,
): ListState<Filter, Column> {
  const [by, direction] = (params.get(reserved.sort) ?? '').split('.');
  const column = rules.columns.find((name) => name === by);
  const sort: Sort<Column> =
    column !== undefined && (direction === 'asc' || direction === 'desc')
      ? { by: column, direction }
      : rules.defaultSort;
  const rows = readInteger(params.get(reserved.rows));
  return {
    filter: readFilter(params, rules.readers),
    sort,
    page: Math.max(0, (readInteger(params.get(reserved.page)) ?? 1) - 1),
    pageSize: rows !== null && rows >= 1 && rows <= maxPageSize ? rows : defaultPageSize,
    open: readInteger(params.get(reserved.open)),
  };
}

function readFilter<Filter extends object>(params: URLSearchParams, readers: FilterReaders<Filter>): Filter {
  const filter: Partial<Filter> = {};
  for (const key of keysOf(readers)) {
    const text = params.get(key);
    const value = text === null || text === '' ? undefined : readers[key](text);
    if (value !== undefined) filter[key] = value;
  }
  // Every criterion of a filter is optional, so a partial one is a whole one.
  return filter as Filter;
}

/** Writes an address, leaving out what goes without saying. */
export function writeListAddress<Filter extends object, Column extends string>(
  state: ListState<Filter, Column>,
  rules: ListRules<Filter, Column>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of keysOf(rules.readers)) {
    const value = state.filter[key];
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  const { sort, page, pageSize, open } = state;
  const isDefaultSort = sort.by === rules.defaultSort.by && sort.direction === rules.defaultSort.direction;
  if (!isDefaultSort) params.set(reserved.sort, `${sort.by}.${sort.direction}`);
  if (page > 0) params.set(reserved.page, String(page + 1));
  if (pageSize !== defaultPageSize) params.set(reserved.rows, String(pageSize));
  if (open !== null) params.set(reserved.open, String(open));
  return params;
}

function keysOf<Filter>(readers: FilterReaders<Filter>): readonly (keyof Filter & string)[] {
  // Object.keys forgets the key type; a mapped type has no other keys than the filter's.
  return Object.keys(readers) as (keyof Filter & string)[];
}

function readInteger(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Makes a reader of one of the contract's schemas; `convert` turns the text into what the schema expects. */
export function readWith<Value>(
  schema: { safeParse: (value: unknown) => { success: true; data: Value } | { success: false } },
  convert: (text: string) => unknown = (text) => text,
): (text: string) => Value | undefined {
  return (text) => {
    const parsed = schema.safeParse(convert(text));
    return parsed.success ? parsed.data : undefined;
  };
}
