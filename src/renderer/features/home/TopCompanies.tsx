import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';
import { RankedList } from './RankedList';

/** The companies that deposit most offers. */
export function TopCompanies() {
  const { t } = useTranslation();
  const sort = { by: 'offerCount', direction: 'desc' } as const;
  const list = useCall('companies', 'list', { filter: {}, sort, page: 0, pageSize: 5 });
  return (
    <RankedList
      title={t('home.topCompanies')}
      isLoading={list.isLoading}
      error={list.error}
      onRetry={() => void list.refetch()}
      emptyText={t('home.noTopCompanies')}
      items={(list.data?.rows ?? [])
        .filter(({ offerCount }) => offerCount > 0)
        .map(({ id, name, size, city, offerCount }) => ({
          id,
          name,
          about: [city, size ? t(`companySizes.${size}`) : null].filter((part) => part).join(' · '),
          to: `/companies?open=${id}`,
          figure: t('offers.count', { count: offerCount }),
        }))}
    />
  );
}
