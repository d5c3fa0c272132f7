import { pageKeyHeader, pageKeyParameter } from '../../shared/rpc/http-wire';

const storedAs = pageKeyParameter;

/** Keeps the key of a first visit for all tabs of this address, and takes it out of the address. */
export function takePageKey(): void {
  const { hash, pathname, search } = window.location;
  const key = new URLSearchParams(hash.slice(1)).get(pageKeyParameter);
  if (key === null) return;
  window.localStorage.setItem(storedAs, key);
  window.history.replaceState(window.history.state, '', pathname + search);
}

/** What requests carry so that the server knows them for those of its page; nothing in the desktop application. */
export function pageKeyHeaders(): Readonly<Record<string, string>> {
  const key = window.localStorage.getItem(storedAs);
  return key === null ? {} : { [pageKeyHeader]: key };
}
