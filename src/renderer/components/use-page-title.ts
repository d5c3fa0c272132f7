import { useEffect } from 'react';

/** Names the window after the page, for the task bar, tabs and screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Smart Recruiting`;
  }, [title]);
}
