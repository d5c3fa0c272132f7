import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { isKioskPage, kioskStart } from './kiosk-pages';

/** After so long without a key, a click or a scroll the next person begins anew. */
const idleMs = 3 * 60_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Gives a function that makes the page as it was for nobody: the first page, without what was typed, found and chosen.
 * It is called on its own when nobody is there any more. The way back leads nowhere behind it.
 * @param onBegin told of each fresh start at once, while the first page may still be on its way
 */
export function useFreshStart(onBegin: () => void): () => void {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { key, pathname, search } = useLocation();
  const kind = useNavigationType();
  const own = useRef(new Set<string>());
  const begin = useCallback(() => {
    own.current = new Set();
    onBegin();
    queryClient.removeQueries({ predicate: ({ queryKey: [group] }) => group !== 'kiosk' && group !== 'settings' });
    void queryClient.invalidateQueries({ queryKey: ['settings'] });
    void navigate(kioskStart, { replace: true, state: { begunAt: Date.now() } });
  }, [navigate, onBegin, queryClient]);

  useEffect(() => {
    // An entry of the history that was not made since the fresh start is somebody else's; so is all after a reload.
    const isForeign = kind === NavigationType.Pop && !own.current.has(key) && pathname + search !== kioskStart;
    if (isForeign || !isKioskPage(pathname)) begin();
    else own.current.add(key);
  }, [begin, key, kind, pathname, search]);
  useEffect(() => {
    // A browser may bring back a whole page as it was left.
    const onShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) begin();
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [begin]);

  useEffect(() => {
    let timer = setTimeout(begin, idleMs);
    const wake = (): void => {
      clearTimeout(timer);
      timer = setTimeout(begin, idleMs);
    };
    for (const sign of signsOfLife) window.addEventListener(sign, wake, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, wake, { capture: true });
    };
  }, [begin]);
  return begin;
}
