import { createContext, use, type ReactNode } from 'react';

export interface Notice {
  readonly text: string;
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  /** Names what it is about; a later notice about the same thing takes its place. */
  readonly about?: string;
  /** One thing to do about it, such as undoing. */
  readonly action?: ReactNode;
}

/** A notice on the page. */
export interface ShownNotice extends Notice {
  readonly id: number;
  readonly onClose: () => void;
}

/** The oldest first. */
export const ShownNoticesContext = createContext<readonly ShownNotice[]>([]);

/** Closes the notice that a component stands in; null outside of any. */
export const CloseNoticeContext = createContext<(() => void) | null>(null);

export const NoticesContext = createContext<((notice: Notice) => void) | null>(null);

/** Gives the function that tells the person something in passing. Throws outside the frame that shows it. */
export function useNotify(): (notice: Notice) => void {
  const notify = use(NoticesContext);
  if (!notify) throw new Error('There is no NoticesProvider above this component.');
  return notify;
}
