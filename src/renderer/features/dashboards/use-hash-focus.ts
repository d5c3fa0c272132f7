import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Goes to the part of the page that the address names behind its #, as a browser does by itself between documents; `isShown`
 * says whether the parts are there yet.
 */
export function useHashFocus(isShown: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === '' || !isShown) return;
    const part = document.getElementById(decodeURIComponent(hash.slice(1)));
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
    // A second click on the same link has another key.
  }, [hash, key, isShown]);
}
