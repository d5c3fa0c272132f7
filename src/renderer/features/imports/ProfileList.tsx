import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import RenameIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProfile } from '../../../shared/contract/import-profiles';
import { localDay } from '../../../shared/util/local-day';
import { useCall } from '../../api/use-call';
import { NameForm } from '../../components/NameForm';
import { useFormat } from '../../i18n/use-format';
import { useProfileActions, type ProfileActions } from './use-profile-actions';

/** How files were mapped by hand, source by source; nothing where none was. */
export function ProfileList() {
  const { t } = useTranslation();
  const actions = useProfileActions();
  const profiles = useCall('importProfiles', 'list', {}).data ?? [];
  if (profiles.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="import-profiles" sx={{ mt: 4 }}>
      <Typography id="import-profiles" variant="h6" component="h2">
        {t('importFiles.profiles.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('importFiles.profiles.hint')}
      </Typography>
      <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {profiles.map((profile) => (
          <ProfileItem key={`${profile.kind}-${profile.fingerprint}`} profile={profile} actions={actions} />
        ))}
      </Paper>
    </Box>
  );
}

interface ProfileItemProps {
  readonly profile: ImportProfile;
  readonly actions: ProfileActions;
}

function ProfileItem({ profile, actions }: ProfileItemProps) {
  const { t } = useTranslation();
  const [isRenaming, setIsRenaming] = useState(false);
  const [hadForm, setHadForm] = useState(false);
  const close = (): void => {
    setIsRenaming(false);
    setHadForm(true);
  };
  const { name } = profile;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 56, pl: 2, pr: 1, py: 1 },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {isRenaming ? (
        <Box sx={{ flex: 1, maxWidth: 560 }}>
          <NameForm
            fieldLabel={t('importFiles.profiles.name')}
            label={t('importFiles.profiles.rename', { name })}
            name={name}
            onSave={async (next) => {
              await actions.rename(profile, next);
              close();
            }}
            onCancel={close}
          />
        </Box>
      ) : (
        <>
          <ProfileWords profile={profile} />
          <IconButton
            size="small"
            aria-label={t('importFiles.profiles.rename', { name })}
            autoFocus={hadForm}
            onClick={() => setIsRenaming(true)}
          >
            <RenameIcon fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('importFiles.profiles.remove', { name })}
            onClick={() => void actions.remove(profile)}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </>
      )}
    </Box>
  );
}

function ProfileWords({
  profile: { name, kind, mapping, emptyCells, conflicts, fileSource, usedAt },
}: Pick<ProfileItemProps, 'profile'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.longDate(localDay(new Date(usedAt)));
  const parts = [
    t('importFiles.profiles.used', { kind: t(`imports.kinds.${kind}`), day }),
    t('importFiles.profiles.columns', { count: mapping.filter((field) => field !== null).length }),
    ...(fileSource === null ? [] : [t('importFiles.profiles.source', { source: fileSource })]),
    ...(conflicts === 'ours' ? [t('importFiles.conflictRules.ours')] : []),
    ...(emptyCells === 'clear' ? [t('importFiles.emptyCellRules.clear')] : []),
  ];
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{name}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {parts.join(' · ')}
      </Typography>
    </Box>
  );
}
