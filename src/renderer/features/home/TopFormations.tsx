import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';
import { RankedList } from './RankedList';

/** The formations that come first for most offers. */
export function TopFormations() {
  const { t } = useTranslation();
  const sort = { by: 'firstPlaces', direction: 'desc' } as const;
  const list = useCall('formations', 'list', { filter: {}, sort, page: 0, pageSize: 5 });
  return (
    <RankedList
      title={t('home.topFormations')}
      hint={t('home.topFormationsHint')}
      isLoading={list.isLoading}
      error={list.error}
      onRetry={() => void list.refetch()}
      emptyText={t('home.noTopFormations')}
      items={(list.data?.rows ?? [])
        .filter(({ firstPlaces }) => firstPlaces > 0)
        .map(({ id, title, diplomaType, component, firstPlaces }) => ({
          id,
          name: title,
          about: [diplomaType, component].filter((part) => part).join(' · '),
          to: `/formations?open=${id}`,
          figure: t('offers.count', { count: firstPlaces }),
        }))}
    />
  );
}
