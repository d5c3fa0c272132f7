import { useEffect, useMemo, useRef, useState } from 'react';
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

/** An address that was asked for while `over` was shown. */
interface Asked {
  readonly over: URLSearchParams;
  /** What was asked for before it, which the router may still pass through. */
  readonly passed: readonly string[];
  readonly wanted: URLSearchParams;
}

/**
 * Keeps what a list shows in the address of the page, so that a link, a reload and the way back find it again. What was
 * asked for counts at once: the router writes the address a moment later, and a second click may come before.
 */
export function useListAddress<Filter extends { readonly text?: string | undefined }, Column extends string>(
  rules: ListRules<Filter, Column>,
): ListAddress<Filter, Column> {
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const latest = useRef<Asked | null>(null);
  const written = params.toString();
  const isUnderWay =
    asked !== null && asked.wanted.toString() !== written && (asked.over === params || asked.passed.includes(written));
  // The router has got there, or somebody went elsewhere.
  if (asked !== null && !isUnderWay) setAsked(null);
  const shown = isUnderWay ? asked.wanted : params;
  useEffect(() => {
    latest.current = asked;
  }, [asked]);
  useEffect(() => {
    // Whoever goes back wants nothing any more of what was asked for, even if the router never showed it.
    const forget = (): void => {
      latest.current = null;
      setAsked(null);
    };
    window.addEventListener('popstate', forget);
    return () => window.removeEventListener('popstate', forget);
  }, []);
  return useMemo(() => {
    const state = readListAddress(shown, rules);
    type Change = Partial<ListState<Filter, Column>>;
    // Read when it is changed and not when it was drawn: a search that comes late must not open a panel again.
    const go = (changeOf: (now: ListState<Filter, Column>) => Change, replace = false): void => {
      const former = latest.current;
      const now = readListAddress(former?.wanted ?? new URLSearchParams(window.location.search), rules);
      const wanted = writeListAddress({ ...now, ...changeOf(now) }, rules);
      const passed = former ? [...former.passed, former.wanted.toString()] : [];
      latest.current = { over: former?.over ?? params, passed, wanted };
      setAsked(latest.current);
      setParams(wanted, { replace });
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
  }, [params, shown, setParams, rules]);
}
