import { useTranslation } from 'react-i18next';
import { useKiosk } from '../../api/use-kiosk';
import { PageTabs } from '../../components/PageTabs';

/** What a student looks for. */
export function StudentTabs() {
  const { t } = useTranslation();
  const isKiosk = useKiosk() ?? true;
  return (
    <PageTabs
      label={t('students.tabs')}
      pages={[
        { to: '/students/internship', name: t('students.tab.internship') },
        { to: '/students/formation', name: t('students.tab.formation') },
        // What somebody else asked to be kept is no student's business.
        ...(isKiosk ? [] : [{ to: '/students/profiles', name: t('profiles.tab') }]),
      ]}
    />
  );
}
