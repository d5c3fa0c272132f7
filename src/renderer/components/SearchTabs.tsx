import { useTranslation } from 'react-i18next';
import { PageTabs } from './PageTabs';

/** What is searched. */
export function SearchTabs() {
  const { t } = useTranslation();
  return (
    <PageTabs
      label={t('search.tabs')}
      pages={[
        { to: '/search', name: t('search.tab.offers') },
        { to: '/search/formations', name: t('search.tab.formations') },
        { to: '/search/occupations', name: t('search.tab.occupations') },
      ]}
    />
  );
}
