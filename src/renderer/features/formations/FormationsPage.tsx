import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormationId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ExportMenu } from '../../components/ExportMenu';
import { FilterSelect } from '../../components/FilterSelect';
import { FilterRow } from '../../components/FilterRow';
import { ListPage } from '../../components/ListPage';
import { ListTable } from '../../components/ListTable';
import { PageBar } from '../../components/PageBar';
import { PageHeader } from '../../components/PageHeader';
import { SearchField } from '../../components/SearchField';
import { useListAddress } from '../../components/use-list-address';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, formationColumns } from './formation-columns';
import { formationListRules } from './formation-list';
import { FormationPanel } from './FormationPanel';

const noColumns: readonly string[] = [];
const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The degree programmes that offers are compared with. */
export function FormationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useStudyLevel();
  const address = useListAddress(formationListRules);
  const { filter, sort, page, pageSize, open, setFilter } = address;
  const list = useCall('formations', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const components = useCall('university', 'components', {}).data ?? [];
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const columns = useMemo(() => formationColumns(t, format, level), [t, format, level]);
  const total = list.data?.total;
  return (
    <ListPage
      header={
        <PageHeader
          title={t('formations.title')}
          count={
            total === undefined ? undefined : t('formations.count', { count: total, number: format.number(total) })
          }
          actions={
            <>
              <ExportMenu
                isDisabled={!total}
                requests={[{ label: t('exports.rows'), request: { what: 'formations', filter } }]}
              />
              {open === null ? (
                <Button variant="contained" component={Link} to="/imports/new?kind=formations">
                  {t('formations.emptyAction')}
                </Button>
              ) : null}
            </>
          }
        />
      }
      filters={
        <FilterRow
          isCompact={open !== null}
          isFiltered={address.isFiltered}
          onClear={address.clearFilter}
          activeCount={[filter.componentId, filter.level].filter((value) => value !== undefined).length}
          search={
            <SearchField
              label={t('formations.searchLabel')}
              value={filter.text ?? ''}
              onChange={(text) => address.setFilterTyping({ text: text === '' ? undefined : text })}
            />
          }
          criteria={
            <>
              <FilterSelect
                label={t('formations.filters.component')}
                isFeminine
                width={280}
                value={filter.componentId}
                options={components.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(componentId) => setFilter({ componentId })}
              />
              <FilterSelect
                label={t('formations.filters.level')}
                width={120}
                value={filter.level}
                options={levels.map((value) => ({ value: Number(value), label: level(value) }))}
                onChange={(value) => setFilter({ level: value })}
              />
            </>
          }
        />
      }
      table={
        <ListTable
          label={t('formations.title')}
          columns={columns}
          rows={list.data?.rows}
          total={total}
          isLoading={list.isLoading}
          error={list.error}
          onRetry={() => void list.refetch()}
          sort={sort}
          onSort={address.setSort}
          page={page}
          pageSize={pageSize}
          onPageBeyond={address.correctPage}
          openId={open}
          onOpen={(id, byKeyboard) => {
            setIsByKeyboard(byKeyboard);
            address.setOpen(id);
          }}
          hiddenColumns={open === null ? noColumns : columnsUnderPanel}
          empty={
            address.isFiltered ? (
              <EmptyState
                icon={<SearchOffIcon />}
                title={t('common.noRowMatches')}
                text={t('common.noRowMatchesHint')}
                action={<Button onClick={address.clearFilter}>{t('common.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState
                icon={<SchoolIcon />}
                title={t('formations.emptyTitle')}
                text={t('formations.emptyText')}
                action={
                  <Button variant="outlined" component={Link} to="/imports/new?kind=formations">
                    {t('formations.emptyAction')}
                  </Button>
                }
              />
            )
          }
        />
      }
      pages={
        total ? (
          <PageBar
            total={total}
            page={page}
            pageSize={pageSize}
            onPage={address.setPage}
            onPageSize={address.setPageSize}
            isCompact={open !== null}
          />
        ) : null
      }
      panel={
        open === null ? null : (
          // Ids in addresses are plain numbers; the call refuses one that no formation has.
          <FormationPanel
            formationId={open as FormationId}
            takesFocus={isByKeyboard}
            onClose={() => address.setOpen(null)}
          />
        )
      }
    />
  );
}
