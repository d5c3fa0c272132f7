import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextExplanation } from '../../../shared/domain/explanation/explanation';
import type { FormationId } from '../../../shared/domain/ids';
import { ErrorAlert } from '../../components/ErrorState';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { BothTexts } from './BothTexts';
import { useExplanation, type ComparedText } from './compared-text';
import { PassagePairs } from './PassagePairs';
import {
  isUnderThreshold,
  noPassageSentence,
  standingSentence,
  summarySentence,
  type Wording,
} from './reason-sentences';
import { ShareBar } from './ShareBar';
import { SkillGroups } from './SkillGroups';
import { Terms } from './Terms';

interface FormationReasonsProps {
  readonly compared: ComparedText;
  readonly formationId: FormationId;
  /** What the reasons are about, for those who do not see where they stand. */
  readonly title: string;
  readonly id?: string;
}

/** Why one formation does or does not suit one offer or text. */
export function FormationReasons({ compared, formationId, title, id }: FormationReasonsProps) {
  const { t } = useTranslation();
  const { explanation, error, retry } = useExplanation(compared, formationId);
  return (
    <Box
      id={id}
      role="region"
      aria-label={t('reasons.regionOf', { title })}
      aria-busy={!explanation && !error}
      sx={{ container: 'reasons / inline-size', mt: 1, mb: 0.5 }}
    >
      {error && !explanation ? (
        <ErrorAlert
          error={error}
          action={
            retry ? (
              <Button color="inherit" size="small" onClick={retry}>
                {t('common.retry')}
              </Button>
            ) : null
          }
        />
      ) : null}
      {!explanation && !error ? (
        <Skeleton role="status" variant="rounded" height={220} aria-label={t('reasons.loading')} />
      ) : null}
      {explanation ? <Reasons explanation={explanation} compared={compared} /> : null}
    </Box>
  );
}

interface ReasonsProps {
  readonly explanation: TextExplanation;
  readonly compared: ComparedText;
}

function Reasons({ explanation, compared }: ReasonsProps) {
  const { t } = useTranslation();
  const wording: Wording = { t, format: useFormat(), level: useStudyLevel() };
  const { passages, shares, skills, standing } = explanation;
  return (
    <Box
      sx={(theme) => ({
        display: 'grid',
        gap: 2,
        p: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        backgroundColor: theme.palette.background.default,
      })}
    >
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Typography variant="body2">{standingSentence(explanation, wording)}</Typography>
        {standing ? <Typography variant="body2">{summarySentence(explanation, wording)}</Typography> : null}
        <Terms explanation={explanation} wording={wording} />
      </Box>
      <Part title={t('reasons.passages')}>
        {passages.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {noPassageSentence(explanation, wording)}
          </Typography>
        ) : (
          <>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
              {t('reasons.sharedWords')}
            </Typography>
            <PassagePairs passages={passages} />
          </>
        )}
      </Part>
      <Part title={t('reasons.skills')}>
        <SkillGroups skills={skills} />
      </Part>
      {standing && !isUnderThreshold(explanation) && shares.meaning + shares.occupation + shares.words > 0 ? (
        <Part title={t('reasons.shares')}>
          <ShareBar shares={shares} />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {t('reasons.sharesHint')}
          </Typography>
        </Part>
      ) : null}
      <WholeTexts explanation={explanation} compared={compared} />
    </Box>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <Box component="section">
      <Typography variant="body2" component="h5" sx={{ fontWeight: 650, mb: 0.75 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function WholeTexts({ explanation, compared }: ReasonsProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <Box>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t('reasons.hideBoth') : t('reasons.readBoth')}
      </Button>
      {isOpen ? (
        <Box id={id} sx={{ mt: 1.5 }}>
          <BothTexts explanation={explanation} compared={compared} />
        </Box>
      ) : null}
    </Box>
  );
}
