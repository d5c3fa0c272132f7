import { Box } from '@mui/material';
import { DataGrid, useGridApiRef, type GridColDef, type GridRowId, type GridValidRowModel } from '@mui/x-data-grid';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { AppError } from '../../shared/domain/app-error';
import { cspNonce } from './csp-nonce';
import { ErrorState } from './ErrorState';
import { useIsWide } from './use-is-wide';
import { useKeptPlace } from './use-kept-place';
import type { Sort } from './list-address';

export interface ListTableProps<Row extends GridValidRowModel & { readonly id: number }, Column extends string> {
  readonly label: string;
  readonly columns: readonly GridColDef<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly total: number | undefined;
  readonly isLoading: boolean;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  readonly sort: Sort<Column>;
  readonly onSort: (sort: Sort<Column>) => void;
  readonly page: number;
  readonly pageSize: number;
  /** Goes to the last page when the one asked for lies behind it, as after rows were taken back. */
  readonly onPageBeyond: (lastPage: number) => void;
  readonly openId: number | null;
  /** `byKeyboard` says that the focus should follow into the panel. */
  readonly onOpen: (id: number, byKeyboard: boolean) => void;
  /** What stands in place of rows when there is none. */
  readonly empty: ReactNode;
  /** Columns that give way to the open panel. */
  readonly hiddenColumns: readonly string[];
  /** Rows chosen for something that is done with several at once; without it none can be. */
  readonly chosen?: ChosenRows | undefined;
  /** In pixels; two lines of text unless told otherwise. */
  readonly rowHeightPx?: number;
}

/** The rows that a person has ticked, on whatever page they stand. */
export interface ChosenRows {
  readonly ids: ReadonlySet<number>;
  readonly onChange: (ids: ReadonlySet<number>) => void;
}

/**
 * Rows of one page of a list, sorted and cut by the other side. A click or Enter opens a row; closing its panel brings
 * the focus back to it.
 */
export function ListTable<Row extends GridValidRowModel & { readonly id: number }, Column extends string>(
  props: ListTableProps<Row, Column>,
) {
  const { columns, rows, total, sort, page, pageSize, openId, hiddenColumns, error, onPageBeyond, chosen } = props;
  const apiRef = useGridApiRef();
  useFocusReturn(openId, (id) => {
    const field = columns[0]?.field;
    if (field !== undefined && apiRef.current?.getRow(id)) apiRef.current.setCellFocus(id, field);
  });
  const place = useKeptPlace(apiRef, rows);
  const isWide = useIsWide();
  const isBeyond = rows?.length === 0 && total !== undefined && total > 0;
  const lastPage = total === undefined ? page : Math.max(0, Math.ceil(total / pageSize) - 1);
  useEffect(() => {
    // Until the last page is there the empty rows stay, and it must not be asked for again.
    if (isBeyond && page > lastPage) onPageBeyond(lastPage);
  }, [isBeyond, onPageBeyond, page, lastPage]);
  const visibility = useMemo(
    () => Object.fromEntries(isWide ? [] : hiddenColumns.map((field) => [field, false])),
    [hiddenColumns, isWide],
  );
  if (error && rows === undefined) return <ErrorState error={error} onRetry={props.onRetry} />;
  // A grid may hold nothing but rows, so words about their absence stand in its place.
  if (rows?.length === 0 && !isBeyond) {
    return <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', overflow: 'auto' }}>{props.empty}</Box>;
  }
  const open = (id: GridRowId, byKeyboard: boolean): void => props.onOpen(Number(id), byKeyboard);
  return (
    <Box {...place} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <DataGrid<Row>
        apiRef={apiRef}
        aria-label={props.label}
        rows={rows ?? []}
        columns={columns}
        // Until the first answer the count is unknown, and zero would send the grid back to its first page.
        rowCount={total ?? (page + 1) * pageSize}
        loading={props.isLoading || isBeyond}
        paginationMode="server"
        paginationModel={{ page, pageSize }}
        sortingMode="server"
        sortModel={[{ field: sort.by, sort: sort.direction }]}
        onSortModelChange={([next]) => {
          const column = columns.find(({ field }) => field === next?.field)?.field;
          // Sortable columns are named after the contract's sort columns.
          if (column !== undefined && next?.sort) props.onSort({ by: column as Column, direction: next.sort });
        }}
        sortingOrder={['asc', 'desc']}
        onRowClick={({ id }) => open(id, false)}
        onCellKeyDown={({ id }, event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          open(id, true);
        }}
        rowSelectionModel={{ type: 'include', ids: new Set(chosen?.ids ?? (openId === null ? [] : [openId])) }}
        {...(chosen
          ? {
              checkboxSelection: true,
              disableRowSelectionOnClick: true,
              disableRowSelectionExcludeModel: true,
              keepNonExistentRowsSelected: true,
              onRowSelectionModelChange: ({ ids }) => chosen.onChange(new Set([...ids].map(Number))),
            }
          : { disableMultipleRowSelection: true })}
        columnVisibilityModel={visibility}
        getRowClassName={({ id }) => (id === openId ? 'open' : '')}
        rowHeight={props.rowHeightPx ?? 50}
        columnHeaderHeight={42}
        nonce={cspNonce()}
        hideFooter
        disableColumnMenu
        disableColumnFilter
        disableColumnSelector
        slotProps={{ loadingOverlay: { variant: 'skeleton', noRowsVariant: 'skeleton' } }}
        sx={{ flex: 1, minHeight: 0 }}
      />
    </Box>
  );
}

/** Calls `giveBack` with the row whose panel has just been closed. */
function useFocusReturn(openId: number | null, giveBack: (id: number) => void): void {
  const former = useRef(openId);
  const latest = useRef(giveBack);
  useEffect(() => {
    latest.current = giveBack;
  });
  useEffect(() => {
    if (former.current !== null && openId === null) latest.current(former.current);
    former.current = openId;
  }, [openId]);
}
