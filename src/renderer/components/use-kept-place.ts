import { gridFocusCellSelector, type GridApi } from '@mui/x-data-grid';
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Leaves whoever goes through a table with the keyboard at the same line when an answer that comes late, or a refresh,
 * takes away the row that had the focus; the grid by itself loses the focus for a moment, and the key pressed then, and goes
 * back to the first row. Answers with what the element around the grid is to be told.
 */
export function useKeptPlace(
  apiRef: RefObject<GridApi | null>,
  rows: readonly { readonly id: number }[] | undefined,
): { readonly onBlur: (event: FocusEvent<HTMLElement>) => void } {
  const former = useRef(rows);
  useEffect(() => {
    const [before = [], now = []] = [former.current, rows];
    former.current = rows;
    const grid = apiRef.current;
    const cell = grid && gridFocusCellSelector(apiRef);
    if (!grid || !cell || now.some(({ id }) => id === cell.id)) return;
    const line = before.findIndex(({ id }) => id === cell.id);
    const next = now[Math.min(Math.max(line, 0), now.length - 1)];
    if (next) grid.setCellFocus(next.id, cell.field);
  }, [apiRef, rows]);
  return {
    onBlur({ currentTarget, relatedTarget }) {
      // Null: the row went, or the whole window is left.
      if (relatedTarget === null || currentTarget.contains(relatedTarget)) return;
      // The grid would take the focus back with the next rows, out of the field in which somebody types.
      apiRef.current?.setState((state) => ({ ...state, focus: { ...state.focus, cell: null } }));
    },
  };
}
