import { useCallback, useRef, useState, type ReactNode } from 'react';
import { NoticesContext, ShownNoticesContext, type Notice, type ShownNotice } from './notices';

/** More would fill the page; the oldest gives way. */
const shownAtMost = 3;

interface NoticesProviderProps {
  readonly children: ReactNode;
}

/** Keeps the notices of the pages below it, which a `NoticeArea` among them shows. */
export function NoticesProvider({ children }: NoticesProviderProps) {
  const nextId = useRef(0);
  const [notices, setNotices] = useState<readonly ShownNotice[]>([]);
  const close = useCallback((id: number) => setNotices((former) => former.filter((notice) => notice.id !== id)), []);
  const notify = useCallback(
    (notice: Notice) => {
      nextId.current += 1;
      const id = nextId.current;
      // A notice about the same thing takes the place of the one before: "preparing" becomes "ready".
      setNotices((former) =>
        [
          ...former.filter(({ about }) => about === undefined || about !== notice.about),
          { ...notice, id, onClose: () => close(id) },
        ].slice(-shownAtMost),
      );
    },
    [close],
  );
  return (
    <NoticesContext value={notify}>
      <ShownNoticesContext value={notices}>{children}</ShownNoticesContext>
    </NoticesContext>
  );
}
