import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { companySizes } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
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
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, companyColumns } from './company-columns';
import { companyListRules } from './company-list';
import { CompanyPanel } from './CompanyPanel';

const noColumns: readonly string[] = [];

/** Who offers, and how often. */
export function CompaniesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(companyListRules);
  const { filter, sort, page, pageSize, open, setFilter } = address;
  const list = useCall('companies', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const columns = useMemo(() => companyColumns(t, format), [t, format]);
  const total = list.data?.total;
  return (
    <ListPage
      header={
        <PageHeader
          title={t('companies.title')}
          count={total === undefined ? undefined : t('companies.count', { count: total, number: format.number(total) })}
          actions={
            <>
              <ExportMenu
                isDisabled={!total}
                requests={[{ label: t('exports.rows'), request: { what: 'companies', filter } }]}
              />
              {open === null ? (
                <Button variant="contained" component={Link} to="/imports/new?kind=companies">
                  {t('companies.emptyAction')}
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
          activeCount={filter.size === undefined ? 0 : 1}
          search={
            <SearchField
              label={t('companies.searchLabel')}
              value={filter.text ?? ''}
              onChange={(text) => address.setFilterTyping({ text: text === '' ? undefined : text })}
            />
          }
          criteria={
            <FilterSelect
              label={t('companies.filters.size')}
              isFeminine
              width={240}
              value={filter.size}
              options={companySizes.map((value) => ({ value, label: t(`companySizes.${value}`) }))}
              onChange={(size) => setFilter({ size })}
            />
          }
        />
      }
      table={
        <ListTable
          label={t('companies.title')}
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
                icon={<BusinessIcon />}
                title={t('companies.emptyTitle')}
                text={t('companies.emptyText')}
                action={
                  <Button variant="outlined" component={Link} to="/imports/new?kind=companies">
                    {t('companies.emptyAction')}
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
          // Ids in addresses are plain numbers; the call refuses one that no company has.
          <CompanyPanel companyId={open as CompanyId} takesFocus={isByKeyboard} onClose={() => address.setOpen(null)} />
        )
      }
    />
  );
}
