import { Box, Skeleton } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { AboutCard } from './AboutCard';
import { BackupCard } from './BackupCard';
import { ConnectorsCard } from './ConnectorsCard';
import { DisplayCard } from './DisplayCard';
import { EncryptionCard } from './EncryptionCard';
import { KioskCard } from './KioskCard';
import { LogosCard } from './logos/LogosCard';
import { MatchingCard } from './MatchingCard';
import { PersonCard } from './PersonCard';
import { QualityCard } from './QualityCard';
import { RomeCard } from './RomeCard';
import { StudentsCard } from './StudentsCard';
import { TransmissionsCard } from './TransmissionsCard';
import { UniversityCard } from './UniversityCard';
import { WatchedFolderCard } from './WatchedFolderCard';

/** What the office decides for itself, and what this application is. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { data: settings, error, refetch } = useCall('settings', 'get', {});
  return (
    <Box sx={{ maxWidth: 860, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('settings.title')} />
      {error && !settings ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!settings && !error ? <Skeleton variant="rounded" height={420} sx={{ mt: 1.5 }} /> : null}
      {settings ? (
        <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
          <PersonCard settings={settings} />
          <UniversityCard settings={settings} />
          <LogosCard universityName={settings.universityName} />
          <DisplayCard settings={settings} />
          <MatchingCard settings={settings} />
          <TransmissionsCard settings={settings} />
          <QualityCard smallNumber={settings.smallNumber} />
          <RomeCard />
          <WatchedFolderCard />
          <ConnectorsCard />
          <StudentsCard settings={settings} />
          <KioskCard />
          <EncryptionCard />
          <BackupCard />
          <AboutCard />
        </Box>
      ) : null}
    </Box>
  );
}
