import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readListAddress, writeListAddress, type ListRules, type ListState, type Sort } from './list-address';

export interface ListAddress<Filter, Column extends string> extends ListState<Filter, Column> {
  readonly isFiltered: boolean;
  /** Changes some criteria, undefined removing one, and goes back to the first page. */
  readonly setFilter: (change: Partial<Filter>) => void;
  /** The search while somebody types: the way back skips the letters in between. */
  readonly setText: (text: string) => void;
  readonly clearFilter: () => void;
  readonly setSort: (sort: Sort<Column>) => void;
  readonly setPage: (page: number) => void;
  /** The same for a page that does not exist: the way back skips it. */
  readonly correctPage: (page: number) => void;
  readonly setPageSize: (pageSize: number) => void;
  readonly setOpen: (id: number | null) => void;
}

/** Keeps what a list shows in the address of the page, so that a link, a reload and the way back find it again. */
export function useListAddress<Filter extends { readonly text?: string | undefined }, Column extends string>(
  rules: ListRules<Filter, Column>,
): ListAddress<Filter, Column> {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const state = readListAddress(params, rules);
    type Change = Partial<ListState<Filter, Column>>;
    // Read when it is changed and not when it was drawn: a search that comes late must not open a panel again.
    const go = (changeOf: (now: ListState<Filter, Column>) => Change, replace = false): void => {
      const now = readListAddress(new URLSearchParams(window.location.search), rules);
      setParams(writeListAddress({ ...now, ...changeOf(now) }, rules), { replace });
    };
    const withFilter =
      (change: Partial<Filter>) =>
      (now: ListState<Filter, Column>): Change => ({ filter: { ...now.filter, ...change }, page: 0 });
    return {
      ...state,
      isFiltered: Object.values(state.filter).some((value) => value !== undefined),
      setFilter: (change) => go(withFilter(change)),
      // Every list has a search, so a change of it is a change of any filter.
      setText: (text) => go(withFilter({ text: text === '' ? undefined : text } as Partial<Filter>), true),
      // Every criterion of a filter is optional: none at all is a filter too.
      clearFilter: () => go(() => ({ filter: {} as Filter, page: 0 })),
      setSort: (sort) => go(() => ({ sort, page: 0 })),
      setPage: (page) => go(() => ({ page })),
      correctPage: (page) => go(() => ({ page }), true),
      setPageSize: (pageSize) => go(() => ({ pageSize, page: 0 })),
      setOpen: (open) => go(() => ({ open })),
    };
  }, [params, setParams, rules]);
}
