import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The page of an address, counted from 0; in the address it counts from 1. */
export function pageOfAddress(params: URLSearchParams): number {
  const page = params.get('page') ?? '';
  return /^\d{1,6}$/.test(page) ? Math.max(0, Number(page) - 1) : 0;
}

/** Writes a page, counted from 0, into an address; the first one goes without saying. */
export function writePage(params: URLSearchParams, page: number): void {
  if (page > 0) params.set('page', String(page + 1));
  else params.delete('page');
}

/** The page that the address names, and the way to another one. */
export function usePageAddress(): readonly [page: number, goTo: (page: number) => void] {
  const [params, setParams] = useSearchParams();
  const goTo = useCallback(
    (page: number) =>
      setParams((former) => {
        const address = new URLSearchParams(former);
        writePage(address, page);
        return address;
      }),
    [setParams],
  );
  return [pageOfAddress(params), goTo];
}
