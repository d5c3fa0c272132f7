import { Alert, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports';
import { localDay } from '../../../shared/util/local-day';
import { useFormat } from '../../i18n/use-format';

interface ProfileNoticeProps {
  readonly profile: ImportPreview['profile'];
  readonly onIgnore: () => void;
}

/** Says that the columns stand as they were chosen for an earlier file, and gives the way back. */
export function ProfileNotice({ profile, onIgnore }: ProfileNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!profile) return null;
  const day = format.longDate(localDay(new Date(profile.usedAt)));
  return (
    <Alert
      severity="info"
      variant="outlined"
      action={
        <Button color="inherit" size="small" onClick={onIgnore}>
          {t('importFiles.ignoreProfile')}
        </Button>
      }
    >
      {t('importFiles.profile', { name: profile.name, day })}
    </Alert>
  );
}
