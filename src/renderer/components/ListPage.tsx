import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Box, Button, Paper } from '@mui/material';
import type { GridColDef, GridValidRowModel } from '@mui/x-data-grid';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExportRequest } from '../../shared/contract/exports';
import type { AppError } from '../../shared/domain/app-error';
import type { ImportKind } from '../../shared/domain/import';
import { EmptyState } from './EmptyState';
import { ExportMenu } from './ExportMenu';
import { FilterRow } from './FilterRow';
import { ListTable, type ChosenRows } from './ListTable';
import { PageBar } from './PageBar';
import { PageHeader } from './PageHeader';
import { SearchField } from './SearchField';
import { ListRoomContext } from './use-is-wide';
import type { ListAddress } from './use-list-address';

const noColumns: readonly string[] = [];

interface TextFilter {
  readonly text?: string | undefined;
}

/** What a list page needs of the answer to its question. */
interface ListAnswer<Row> {
  readonly data: { readonly rows: readonly Row[]; readonly total: number } | undefined;
  readonly isLoading: boolean;
  readonly error: AppError | null;
  readonly refetch: () => unknown;
}

/** What the panel of an opened row is told. */
export interface OpenedRow {
  readonly id: number;
  /** Whether it was opened from the keyboard, so that the focus should follow. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** What is listed: what files bring, and what the office does with it. */
type ListKind = ImportKind | 'transmissions' | 'managers';

function isImported(kind: ListKind): kind is ImportKind {
  return kind !== 'transmissions' && kind !== 'managers';
}

interface ListPageProps<Row extends GridValidRowModel, Filter extends TextFilter, Column extends string> {
  /** What is listed: the texts of the page and the import that fills it follow from it. */
  readonly kind: ListKind;
  readonly icon: ReactNode;
  readonly address: ListAddress<Filter, Column>;
  readonly answer: ListAnswer<Row>;
  readonly columns: readonly GridColDef<Row>[];
  /** Columns that give way to the open panel. */
  readonly columnsUnderPanel: readonly string[];
  readonly criteria: ReactNode;
  /** Further things to do with the whole, before the import and the new one. */
  readonly actions?: ReactNode;
  /** The next step where there is no row, for what no import brings. */
  readonly emptyAction?: ReactNode;
  readonly exports: readonly { readonly label: string; readonly request: ExportRequest }[];
  readonly panel: (opened: OpenedRow) => ReactNode;
  /** Where one is written by hand, for what can be. */
  readonly create?: { readonly label: string; readonly to: string };
  /** What stands above the rows: what waits, or what can be done with those that are chosen. */
  readonly strip?: ReactNode;
  readonly chosen?: ChosenRows;
}

/** The form of every list page: title, search and criteria above, rows on the left, the opened one on the right. */
export function ListPage<
  Row extends GridValidRowModel & { readonly id: number },
  Filter extends TextFilter,
  Column extends string,
>(props: ListPageProps<Row, Filter, Column>) {
  const { kind, icon, address, answer, columns, columnsUnderPanel, criteria, exports, panel, create, strip, chosen } =
    props;
  const { t } = useTranslation();
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const [isTaken, take] = useState(false);
  const room = useMemo(() => ({ isTaken, take }), [isTaken]);
  const { filter, open, page, pageSize } = address;
  const { text, ...others } = filter;
  const total = answer.data?.total;
  const isOpen = open !== null;
  return (
    <ListRoomContext value={room}>
      <Box sx={{ height: '100%', minHeight: 420, display: 'flex', minWidth: 0 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}>
          <PageHeader
            title={t(`${kind}.title`)}
            count={total === undefined ? undefined : t(`${kind}.count`, { count: total })}
            actions={
              <>
                {exports.length > 0 ? <ExportMenu isDisabled={!total} requests={exports} /> : null}
                {props.actions}
                {isOpen || !isImported(kind) ? null : (
                  <ImportLink kind={kind} variant={create ? 'outlined' : 'contained'} />
                )}
                {create ? (
                  <Button variant="contained" component={Link} to={create.to}>
                    {create.label}
                  </Button>
                ) : null}
              </>
            }
          />
          <FilterRow
            isCompact={isOpen}
            isFiltered={address.isFiltered}
            onClear={address.clearFilter}
            activeCount={Object.values(others).filter((value) => value !== undefined).length}
            search={
              <SearchField
                fields={t(`${kind}.searchLabel`)}
                value={text ?? ''}
                onChange={(next) => address.setText(next)}
              />
            }
            criteria={criteria}
          />
          {strip}
          <Paper
            variant="outlined"
            sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
          >
            <ListTable
              label={t(`${kind}.title`)}
              columns={columns}
              rows={answer.data?.rows}
              total={total}
              isLoading={answer.isLoading}
              error={answer.error}
              onRetry={() => void answer.refetch()}
              sort={address.sort}
              onSort={address.setSort}
              page={page}
              pageSize={pageSize}
              onPageBeyond={address.correctPage}
              openId={open}
              onOpen={(id, byKeyboard) => {
                setIsByKeyboard(byKeyboard);
                address.setOpen(id);
              }}
              hiddenColumns={isOpen ? columnsUnderPanel : noColumns}
              chosen={chosen}
              empty={
                <NoRows
                  kind={kind}
                  icon={icon}
                  onClear={address.isFiltered ? address.clearFilter : null}
                  action={isImported(kind) ? <ImportLink kind={kind} variant="outlined" /> : props.emptyAction}
                />
              }
            />
            {total ? (
              <PageBar
                total={total}
                page={page}
                pageSize={pageSize}
                onPage={address.setPage}
                onPageSize={address.setPageSize}
                isCompact={isOpen}
              />
            ) : null}
          </Paper>
        </Box>
        {isOpen ? panel({ id: open, takesFocus: isByKeyboard, onClose: () => address.setOpen(null) }) : null}
      </Box>
    </ListRoomContext>
  );
}

interface NoRowsProps {
  readonly kind: ListKind;
  readonly icon: ReactNode;
  /** Takes the criteria away that leave no row; null where there are none. */
  readonly onClear: (() => void) | null;
  readonly action: ReactNode;
}

function NoRows({ kind, icon, onClear, action }: NoRowsProps) {
  const { t } = useTranslation();
  return onClear ? (
    <EmptyState
      icon={<SearchOffIcon />}
      title={t('common.noRowMatches')}
      text={t('common.noRowMatchesHint')}
      action={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
    />
  ) : (
    <EmptyState icon={icon} title={t(`${kind}.emptyTitle`)} text={t(`${kind}.emptyText`)} action={action} />
  );
}

interface ImportLinkProps {
  readonly kind: ImportKind;
  readonly variant: 'contained' | 'outlined';
}

function ImportLink({ kind, variant }: ImportLinkProps) {
  const { t } = useTranslation();
  return (
    <Button variant={variant} component={Link} to={`/imports/new?kind=${kind}`}>
      {t(`${kind}.emptyAction`)}
    </Button>
  );
}
