import StudentsIcon from '@mui/icons-material/EmojiPeopleOutlined';
import { Box, Button, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Candidate } from '../../../../shared/domain/candidate';
import { departmentNames } from '../../../../shared/domain/dashboard/department';
import { regionNames } from '../../../../shared/domain/places/regions';
import { useCall } from '../../../api/use-call';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { useStudyLevel } from '../../../components/use-study-level';
import { PageHeader } from '../../../components/PageHeader';
import { useFormat } from '../../../i18n/use-format';
import { StudentTabs } from '../StudentTabs';
import { ProfileForm } from './ProfileForm';
import { ProfileOffers } from './ProfileOffers';
import { useProfileActions } from './use-profile-actions';

/** What the address opens for a profile that does not exist yet. */
const adding = 'new';

/** Profiles that students asked to be kept, each with the offers to tell them of. */
export function ProfilesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const actions = useProfileActions();
  const { data: profiles, error, refetch } = useCall('candidates', 'list', {});
  const { data: came } = useCall('candidates', 'news', {});
  const news = new Map(came?.profiles.map(({ candidateId, count }) => [candidateId, count]));
  const isAdding = params.get('open') === adding;
  const opened = profiles?.find(({ id }) => String(id) === params.get('open')) ?? null;
  const open = (profile: Candidate | null): void => {
    setParams(profile === null ? {} : { open: String(profile.id) });
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 3 }}>
      <PageHeader
        title={t('profiles.title')}
        actions={
          <Button variant="contained" onClick={() => setParams({ open: adding })}>
            {t('profiles.add')}
          </Button>
        }
      />
      <StudentTabs />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('profiles.lead')}
      </Typography>
      {error && !profiles ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      <Box
        sx={{
          ...{ display: 'grid', gap: 2, alignItems: 'start' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 2.6fr)' },
        }}
      >
        <Paper component="section" variant="outlined" aria-label={t('profiles.list')} sx={{ p: 2 }}>
          {profiles === undefined && !error ? <Skeleton variant="rounded" height={160} /> : null}
          {profiles?.length === 0 ? (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('profiles.none')}
            </Typography>
          ) : null}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {(profiles ?? []).map((profile) => (
              <Box component="li" key={profile.id} sx={{ py: 0.75 }}>
                <TextLink
                  component={Link}
                  to={`/students/profiles?open=${profile.id}`}
                  aria-current={profile.id === opened?.id ? 'true' : undefined}
                  sx={{ fontWeight: profile.id === opened?.id ? 700 : 500 }}
                >
                  {profile.name}
                </TextLink>
                <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                  {t('profiles.keptShort', { date: format.date(profile.keptUntil) })}
                </Typography>
                {news.has(profile.id) ? (
                  <Typography variant="caption" component="p" sx={{ fontWeight: 600 }}>
                    {t('profiles.news', { count: news.get(profile.id) ?? 0 })}
                  </Typography>
                ) : null}
              </Box>
            ))}
          </Box>
        </Paper>
        <Paper component="section" variant="outlined" aria-label={t('profiles.offers')} sx={{ p: 2 }}>
          {isAdding ? (
            <ProfileForm
              former={null}
              onSave={async (form, hasConsent) => open(await actions.save(null, form, hasConsent))}
              onCancel={() => open(null)}
            />
          ) : opened ? (
            <OpenedProfile key={opened.id} profile={opened} actions={actions} onErased={() => open(null)} />
          ) : (
            <EmptyState icon={<StudentsIcon />} title={t('profiles.choose')} text={t('profiles.chooseText')} />
          )}
        </Paper>
      </Box>
    </Box>
  );
}

interface OpenedProfileProps {
  readonly profile: Candidate;
  readonly actions: ReturnType<typeof useProfileActions>;
  readonly onErased: () => void;
}

/** What is kept of a student, and the offers for it. */
function OpenedProfile({ profile, actions, onErased }: OpenedProfileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const levelName = useStudyLevel();
  const { name, wishes, skills, level, contractType, department, region } = profile;
  const { availableFrom, availableTo, consentedAt, keptUntil } = profile;
  if (isEditing) {
    return (
      <ProfileForm
        former={profile}
        onSave={async (form, hasConsent) => {
          await actions.save(profile, form, hasConsent);
          setIsEditing(false);
        }}
        onCancel={() => setIsEditing(false)}
      />
    );
  }
  const day = (value: string | null): string => (value === null ? '…' : format.date(value));
  const criteria = [
    contractType && t(`contractTypes.${contractType}`),
    level === null ? null : levelName(level),
    department && (departmentNames[department] ?? department),
    region && (regionNames[region] ?? region),
  ].filter((criterion) => criterion !== null);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {name}
        </Typography>
        <Button size="small" onClick={() => setIsEditing(true)}>
          {t('profiles.edit')}
        </Button>
        <Button size="small" color="error" onClick={() => void actions.erase(profile).then(onErased)}>
          {t('profiles.erase')}
        </Button>
      </Box>
      <Typography variant="body2" sx={{ mt: 1, whiteSpace: 'pre-line' }}>
        {wishes}
      </Typography>
      {skills.length === 0 ? null : <Typography variant="body2">{skills.join(', ')}</Typography>}
      {criteria.length === 0 ? null : <Typography variant="body2">{criteria.join(' · ')}</Typography>}
      {availableFrom === null && availableTo === null ? null : (
        <Typography variant="body2">
          {t('profiles.available', { from: day(availableFrom), to: day(availableTo) })}
        </Typography>
      )}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>
        {t('profiles.consented', { date: format.dateTime(consentedAt), until: format.date(keptUntil) })}
      </Typography>
      <ProfileOffers profile={profile} />
    </>
  );
}
