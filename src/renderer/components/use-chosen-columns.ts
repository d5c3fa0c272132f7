import type { GridColDef, GridValidRowModel } from '@mui/x-data-grid';
import { useMemo, useState } from 'react';
import { useKiosk } from '../api/use-kiosk';

/** The columns that a person can show and hide, and which of them are shown. */
export interface ChosenColumns {
  readonly choices: readonly { readonly field: string; readonly name: string; readonly isShown: boolean }[];
  /** Whether they differ from what goes without saying. */
  readonly isChanged: boolean;
  readonly toggle: (field: string) => void;
  readonly reset: () => void;
}

/**
 * The columns of a list as somebody chose them on this PC; the first one always stays. `usual` are the fields that are
 * shown to who never chose, `list` names the list in the memory of the browser.
 */
export function useChosenColumns<Row extends GridValidRowModel>(
  list: string,
  columns: readonly GridColDef<Row>[],
  usual: readonly string[],
): { readonly shown: readonly GridColDef<Row>[]; readonly chosen: ChosenColumns } {
  const key = `columns-${list}`;
  // A PC that many sit at keeps nobody's choice.
  const isKept = useKiosk() === false;
  const [own, setOwn] = useState<readonly string[] | null>(() => (isKept ? readFields(key) : null));
  return useMemo(() => {
    const fields = new Set(own ?? usual);
    const choose = (next: readonly string[] | null): void => {
      if (!isKept) return setOwn(next);
      if (next === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, JSON.stringify(next));
      setOwn(next);
    };
    return {
      shown: columns.filter(({ field }, index) => index === 0 || fields.has(field)),
      chosen: {
        choices: columns.slice(1).map(({ field, headerName }) => ({
          ...{ field, name: headerName ?? field, isShown: fields.has(field) },
        })),
        isChanged: own !== null,
        toggle: (field) => choose(fields.has(field) ? [...fields].filter((one) => one !== field) : [...fields, field]),
        reset: () => choose(null),
      },
    };
  }, [columns, isKept, key, own, usual]);
}

/** Null for nothing chosen, and for what is no list of words. */
function readFields(key: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    return Array.isArray(stored) ? stored.filter((field) => typeof field === 'string') : null;
  } catch {
    return null;
  }
}
