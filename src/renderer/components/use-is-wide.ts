import { useMediaQuery } from '@mui/material';
import { createContext, useContext } from 'react';

/** The room that a list shares with the panel of its opened row. */
export interface ListRoom {
  /** Whether the panel takes more of it than usual, so that the list gives way even in a wide window. */
  readonly isTaken: boolean;
  readonly take: (isTaken: boolean) => void;
}

export const ListRoomContext = createContext<ListRoom>({ isTaken: false, take: () => undefined });

/** Whether a whole table and a panel fit side by side, so that nothing of the table has to give way. */
export function useIsWide(): boolean {
  const { isTaken } = useContext(ListRoomContext);
  return useMediaQuery('(min-width: 1880px)') && !isTaken;
}
