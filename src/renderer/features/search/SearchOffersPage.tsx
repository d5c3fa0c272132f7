import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Box, Button, Paper } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppClient } from '../../../shared/contract/contract';
import type { FoundOffers } from '../../../shared/contract/search';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { ColumnsButton } from '../../components/ColumnsButton';
import { EmptyState } from '../../components/EmptyState';
import { ExportMenu } from '../../components/ExportMenu';
import { FilterRow } from '../../components/FilterRow';
import { ListTable } from '../../components/ListTable';
import { PageBar } from '../../components/PageBar';
import { useHandedState } from '../../components/held-text';
import { PageHeader } from '../../components/PageHeader';
import { SearchTabs } from '../../components/SearchTabs';
import { ListRoomContext, useIsWide } from '../../components/use-is-wide';
import { useChosenColumns } from '../../components/use-chosen-columns';
import { useListAddress } from '../../components/use-list-address';
import { useSettled } from '../../components/use-settled';
import type { Translate } from '../../i18n/translate';
import { useFormat } from '../../i18n/use-format';
import { OfferCriteria } from '../offers/OfferCriteria';
import { OfferPanel } from '../offers/OfferPanel';
import { askWhileReading } from './ask-while-reading';
import {
  columnsUnderPanel,
  columnsWithoutText,
  foundColumns,
  foundRowHeightPx,
  usualColumns,
  wideColumns,
} from './found-columns';
import { FoundRemarks } from './FoundRemarks';
import { MoreCriteria } from './MoreCriteria';
import { ReadCriteria } from './ReadCriteria';
import { SavedSearches } from './SavedSearches';
import { searchedOf } from './saved-search';
import { SearchBox } from './SearchBox';
import { publicSearchRules, searchListRules } from './search-list';
import { useSearchText } from './use-search-text';

const noColumns: readonly string[] = [];
/** Longer than the pause between two words of somebody who types. */
const settleMs = 800;

/** Offers found by a few words or a description, with the criteria of the list of offers. */
export function SearchOffersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = useSearch();
  const { address, text, setText, answer, facets } = search;
  const { open, page, pageSize } = address;
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const [isTaken, take] = useState(false);
  const room = useMemo(() => ({ isTaken, take }), [isTaken]);
  const isKiosk = useKiosk();
  const columns = useMemo(() => foundColumns(t, format, isKiosk === false), [t, format, isKiosk]);
  const { shown, chosen } = useChosenColumns('search', columns, useIsWide() ? wideColumns : usualColumns);
  const found = answer.data;
  const isOpen = open !== null;
  return (
    <ListRoomContext value={room}>
      <Box
        sx={{
          ...{ height: '100%', minHeight: 480, display: 'flex', minWidth: 0 },
          '@media print': { display: 'block', height: 'auto' },
        }}
      >
        <Box
          sx={{
            ...{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 },
            // On paper the opened sheet stands alone.
            ...(isOpen ? { displayPrint: 'none' } : {}),
          }}
        >
          <PageHeader
            title={t('search.title')}
            count={found && countOf(t, found, text.trim() !== '')}
            actions={
              <>
                {isKiosk ? null : <SavedSearches />}
                <ColumnsButton chosen={chosen} />
                {isKiosk ? null : (
                  <ExportMenu
                    isDisabled={!found?.total}
                    requests={[
                      {
                        label: t('exports.rows'),
                        request: { what: 'found-offers', ...search.searched, sort: address.sort },
                      },
                    ]}
                  />
                )}
              </>
            }
          />
          <SearchTabs />
          <SearchBox label={t('search.box')} placeholder={t('search.placeholder')} value={text} onChange={setText} />
          <ReadCriteria text={text} filter={address.filter} onChoose={address.setFilter} />
          <FilterRow
            isCompact={isOpen}
            isFiltered={search.hasCriteria}
            onClear={search.clearCriteria}
            activeCount={search.criteriaCount}
            search={null}
            criteria={
              <>
                <OfferCriteria address={address} counted={facets} />
                <MoreCriteria address={address} counted={facets} searched={search.searched} />
              </>
            }
          />
          {found ? (
            <FoundRemarks
              found={found}
              hasText={text.trim() !== ''}
              onSuggestion={setText}
              onEveryCopy={search.showEveryCopy}
            />
          ) : null}
          <Paper
            variant="outlined"
            sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
          >
            <ListTable
              label={t('search.title')}
              columns={shown}
              rows={found?.rows}
              total={found?.total}
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
              hiddenColumns={isOpen ? columnsUnderPanel : text.trim() === '' ? columnsWithoutText : noColumns}
              {...(text.trim() === '' ? {} : { rowHeightPx: foundRowHeightPx })}
              empty={<NothingFound search={search} isFiltered={search.hasCriteria || text.trim() !== ''} />}
            />
            {found?.total ? (
              <PageBar
                total={found.total}
                isCounted={found.isCounted}
                page={page}
                pageSize={pageSize}
                onPage={address.setPage}
                onPageSize={address.setPageSize}
                isCompact={isOpen}
              />
            ) : null}
          </Paper>
        </Box>
        {isOpen ? (
          // Ids in addresses are plain numbers; the call refuses one that no offer has.
          <OfferPanel offerId={open as OfferId} takesFocus={isByKeyboard} onClose={() => address.setOpen(null)} />
        ) : null}
      </Box>
    </ListRoomContext>
  );
}

/** What is looked for and what was found. */
function useSearch() {
  const address = useListAddress(useKiosk() === false ? searchListRules : publicSearchRules);
  const { sort, page, pageSize } = address;
  const { text, filter, setText } = useSearchText(address);
  const [hasEveryCopy, setEveryCopy] = useState(false);
  const asked = searchedOf({ ...filter, text });
  const searched = hasEveryCopy ? { text: asked.text, filter: asked.filter } : asked;
  const answer = useFirstRows({ ...searched, sort, page, pageSize });
  const facets = useCall('search', 'facets', searched, { keepPrevious: true, enabled: answer.isCounted }).data;
  const criteria = Object.values(filter).filter((value) => value !== undefined);
  const noCriteria = Object.fromEntries(Object.keys(filter).map((criterion) => [criterion, undefined]));
  return {
    ...{ address, text, setText, searched, answer, facets },
    showEveryCopy: () => setEveryCopy(true),
    hasCriteria: criteria.length > 0,
    criteriaCount: criteria.length,
    clearCriteria: () => address.setFilter(noCriteria),
  };
}

/**
 * The rows as soon as they are known, and of very many how many they are once they have been counted: not before the
 * person stays with the question, because whoever types on would wait until the count is over.
 */
function useFirstRows(question: SearchQuestion) {
  const first = useCall(...(['search', 'offers', { ...question, isCountedLater: true }] as const), {
    keepPrevious: true,
    refetchWhile: askWhileReading,
  });
  const isAnswered = first.data !== undefined && !first.isPlaceholderData;
  const isUncounted = isAnswered && !first.data.isCounted;
  const asked = JSON.stringify(question);
  const isSettled = useSettled(asked, settleMs) === asked;
  const counted = useCall('search', 'offers', question, { enabled: isUncounted && isSettled }).data;
  return {
    ...{ isLoading: first.isLoading, error: first.error, refetch: first.refetch },
    data: (isUncounted ? counted : undefined) ?? first.data,
    isCounted: isAnswered && first.data.isComplete && (first.data.isCounted || counted !== undefined),
  };
}

type Search = ReturnType<typeof useSearch>;
type SearchQuestion = Parameters<AppClient['search']['offers']>[0];

function countOf(t: Translate, { total, isCounted, byMeaning }: FoundOffers, hasText: boolean): string {
  const offers = t('offers.count', { count: total });
  if (!isCounted) return t('search.atLeast', { offers });
  if (byMeaning === 0 || !hasText) return offers;
  return total === byMeaning
    ? t('search.allByMeaning', { offers })
    : t('search.countByMeaning', { offers, count: byMeaning });
}

interface NothingFoundProps {
  readonly search: Search;
  readonly isFiltered: boolean;
}

/** Why there is no row, and the ways on. */
function NothingFound({ search, isFiltered }: NothingFoundProps) {
  const { t } = useTranslation();
  const { text, hasCriteria, clearCriteria, setText, answer } = search;
  const isKiosk = useKiosk() ?? true;
  const handed = useHandedState(text);
  if (!isFiltered) {
    return (
      <EmptyState
        icon={<SearchOffIcon />}
        title={t('offers.emptyTitle')}
        text={t(isKiosk ? 'search.emptyForStudents' : 'offers.emptyText')}
        action={
          isKiosk ? null : (
            <Button component={Link} to="/imports/new?kind=offers" variant="outlined">
              {t('offers.emptyAction')}
            </Button>
          )
        }
      />
    );
  }
  const ways: ReactNode[] = [];
  if (hasCriteria) {
    ways.push(
      <Button key="criteria" variant="outlined" onClick={clearCriteria}>
        {t('common.clearFilters')}
      </Button>,
    );
  }
  if (text !== '') {
    ways.push(
      <Button key="formations" variant="outlined" component={Link} to="/search/formations" state={handed}>
        {t('search.toFormations')}
      </Button>,
      <Button key="all" onClick={() => setText('')}>
        {t('search.showAll')}
      </Button>,
    );
  }
  const isEmptyOfWords = answer.data?.words === 'no-words' && text.trim() !== '';
  return (
    <EmptyState
      icon={<SearchOffIcon />}
      title={t('search.noneTitle')}
      text={isEmptyOfWords ? t('search.noWordsText') : t('search.noneText')}
      action={<Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'center' }}>{ways}</Box>}
    />
  );
}
