import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../components/PageTabs';

/** What a student looks for. */
export function StudentTabs() {
  const { t } = useTranslation();
  return (
    <PageTabs
      label={t('students.tabs')}
      pages={[
        { to: '/students/internship', name: t('students.tab.internship') },
        { to: '/students/formation', name: t('students.tab.formation') },
      ]}
    />
  );
}
