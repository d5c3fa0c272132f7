import { Box, Chip, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Formation } from '../../../shared/domain/formation';
import type { FormationId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { OfferLinks } from '../../components/OfferLinks';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { PanelSection, SidePanel } from '../../components/SidePanel';
import { TextBlock } from '../../components/TextBlock';
import { useStudyLevel } from '../../components/use-study-level';
import { Prerequisites } from './Prerequisites';

interface FormationPanelProps {
  readonly formationId: FormationId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One whole formation: what is learnt, who runs it, and the offers that it is proposed for. */
export function FormationPanel({ formationId, takesFocus, onClose }: FormationPanelProps) {
  const { t } = useTranslation();
  const level = useStudyLevel();
  const { data: formation, error, refetch } = useCall('formations', 'get', { formationId });
  const hasFailed = error !== null && !formation;
  return (
    <SidePanel
      label={hasFailed ? t('nav.formations') : t('formations.panelLabel', { title: formation?.title ?? '' })}
      title={hasFailed ? t('errors.title') : (formation?.title ?? <Skeleton width="70%" />)}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={formationId}
      marks={
        formation ? (
          <>
            {formation.diplomaType ? <Chip size="small" label={formation.diplomaType} /> : null}
            {formation.level === null ? null : <Chip size="small" variant="outlined" label={level(formation.level)} />}
          </>
        ) : null
      }
    >
      {hasFailed ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {formation ? <FormationContent formation={formation} /> : null}
      {!formation && !hasFailed ? <PanelSkeleton /> : null}
    </SidePanel>
  );
}

interface FormationContentProps {
  readonly formation: Formation;
}

function FormationContent({ formation }: FormationContentProps) {
  const { t } = useTranslation();
  const { component, capacity } = formation;
  return (
    <>
      <PanelSection title={t('formations.facts')}>
        <Facts
          facts={[
            { label: t('formations.component'), value: component?.name },
            { label: t('formations.manager'), value: <Manager formation={formation} /> },
            {
              label: t('formations.capacity'),
              value: capacity === null ? null : t('formations.students', { count: capacity }),
            },
            { label: t('formations.romeCodes'), value: formation.romeCodes.join(', ') },
          ]}
        />
      </PanelSection>
      <PanelSection title={t('formations.offers')}>
        <OfferLinks
          filter={{ formationId: formation.id }}
          sort={{ by: 'score', direction: 'desc' }}
          address={`/offers?formationId=${formation.id}`}
          noneText={t('formations.noOffers')}
          moreText={(count) => t('formations.seeAllOffers', { count })}
        />
      </PanelSection>
      <PanelSection title={t('formations.description')}>
        {formation.description === '' ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('formations.noDescription')}
          </Typography>
        ) : (
          <TextBlock key={formation.id} text={formation.description} />
        )}
      </PanelSection>
      <Prerequisites key={`prerequisites-${formation.id}`} formation={formation} />
      <Words title={t('formations.skills')} words={formation.skills} />
      <Words title={t('formations.jobs')} words={formation.jobs} />
      <Words title={t('formations.keywords')} words={formation.keywords} />
    </>
  );
}

function Manager({ formation }: FormationContentProps) {
  const { t } = useTranslation();
  const { managerName, managerEmail } = formation;
  if (managerName === null && managerEmail === null) return t('common.notGiven');
  return (
    <>
      {managerName}
      {managerName !== null && managerEmail !== null ? ' · ' : null}
      {managerEmail === null ? null : <TextLink href={`mailto:${managerEmail}`}>{managerEmail}</TextLink>}
    </>
  );
}

interface WordsProps {
  readonly title: string;
  readonly words: readonly string[];
}

function Words({ title, words }: WordsProps) {
  if (words.length === 0) return null;
  return (
    <PanelSection title={title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {[...new Set(words)].map((word) => (
          <Chip
            key={word}
            size="small"
            label={word}
            sx={{ height: 'auto', minHeight: 22, '& .MuiChip-label': { whiteSpace: 'normal' } }}
          />
        ))}
      </Box>
    </PanelSection>
  );
}
