import OffersIcon from '@mui/icons-material/WorkOutlineOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ExportMenu } from '../../components/ExportMenu';
import { ListPage } from '../../components/ListPage';
import { ListTable } from '../../components/ListTable';
import { PageBar } from '../../components/PageBar';
import { PageHeader } from '../../components/PageHeader';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, offerColumns } from './offer-columns';
import { offerListRules } from './offer-list';
import { OfferFilters } from './OfferFilters';
import { OfferPanel } from './OfferPanel';

const noColumns: readonly string[] = [];

/** All offers, with the formation that suits each best. */
export function OffersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(offerListRules);
  const { filter, sort, page, pageSize, open } = address;
  const list = useCall('offers', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const columns = useMemo(() => offerColumns(t, format), [t, format]);
  const total = list.data?.total;
  const count = total === undefined ? undefined : t('offers.count', { count: total, number: format.number(total) });
  return (
    <ListPage
      header={
        <PageHeader
          title={t('offers.title')}
          count={count}
          actions={
            <>
              <ExportMenu
                isDisabled={!total}
                requests={[
                  { label: t('exports.rows'), request: { what: 'offers', filter } },
                  { label: t('exports.matches'), request: { what: 'matches', filter } },
                ]}
              />
              {open === null ? (
                <Button variant="contained" component={Link} to="/imports/new?kind=offers">
                  {t('offers.emptyAction')}
                </Button>
              ) : null}
            </>
          }
        />
      }
      filters={<OfferFilters address={address} isCompact={open !== null} />}
      table={
        <ListTable
          label={t('offers.title')}
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
                icon={<OffersIcon />}
                title={t('offers.emptyTitle')}
                text={t('offers.emptyText')}
                action={
                  <Button variant="outlined" component={Link} to="/imports/new?kind=offers">
                    {t('offers.emptyAction')}
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
          <OfferPanel
            // Ids in addresses are plain numbers; the call refuses one that no offer has.
            offerId={open as OfferId}
            takesFocus={isByKeyboard}
            onClose={() => address.setOpen(null)}
          />
        )
      }
    />
  );
}
