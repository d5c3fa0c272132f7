import CloseIcon from '@mui/icons-material/Close';
import { Box, Dialog, DialogContent, DialogTitle, IconButton, Skeleton, Tooltip, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../../shared/domain/decision';
import type { TextExplanation } from '../../../shared/domain/explanation/explanation';
import type { FormationName } from '../../../shared/domain/match';
import { ErrorAlert } from '../../components/ErrorState';
import { ScoreBars } from '../../components/ScoreBars';
import { ScoreTag } from '../../components/ScoreTag';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { ChoiceLine } from './ChoiceLine';
import { useExplanation, type AskedExplanation, type ComparedText } from './compared-text';
import type { FormationFact } from './formation-fact';
import { PassagePairs } from './PassagePairs';
import { contractSentence, levelSentence, noPassageSentence, standingSentence, type Wording } from './reason-sentences';
import { ShareBar } from './ShareBar';
import { SkillGroups } from './SkillGroups';
import { Terms } from './Terms';
import { useFormationLine } from './use-formation-line';

export type ComparedFormations = readonly [FormationName, FormationName, FormationName?];

interface CompareDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly compared: ComparedText;
  readonly formations: ComparedFormations;
  readonly choices: readonly NamedChoice[];
  readonly facts: readonly FormationFact[];
}

/** Two or three formations of one offer or text side by side, each compared with the text in the same way. */
export function CompareDialog({ isOpen, onClose, compared, formations, choices, facts }: CompareDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog open={isOpen} onClose={onClose} maxWidth="xl" fullWidth aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 1.5 }}>
        <DialogTitle id={titleId} variant="h2" sx={{ flex: 1 }}>
          {t('decisions.compareTitle')}
        </DialogTitle>
        <Tooltip title={t('common.close')}>
          <IconButton onClick={onClose} aria-label={t('common.close')}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <DialogContent tabIndex={0} role="group" aria-labelledby={titleId}>
        <Comparison {...{ compared, formations, choices, facts }} />
      </DialogContent>
    </Dialog>
  );
}

type ComparisonProps = Pick<CompareDialogProps, 'compared' | 'formations' | 'choices' | 'facts'>;

interface Column extends AskedExplanation {
  readonly formation: FormationName;
}

/** Asked here and not a column at a time, because rows go across. */
function useColumns(compared: ComparedText, [first, second, third]: ComparedFormations): readonly Column[] {
  const asked = [useExplanation(compared, first.id), useExplanation(compared, second.id)] as const;
  const last = useExplanation(compared, third?.id ?? second.id);
  const columns = [
    { formation: first, ...asked[0] },
    { formation: second, ...asked[1] },
  ];
  return third ? [...columns, { formation: third, ...last }] : columns;
}

function Comparison({ compared, formations, choices, facts }: ComparisonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wording: Wording = { t, format, level: useStudyLevel() };
  const columns = useColumns(compared, formations);
  const row = (label: string, content: (explanation: TextExplanation) => ReactNode) => (
    <Box component="tr" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box component="th" scope="row">
        {label}
      </Box>
      {columns.map(({ formation, explanation, error }) => (
        <td key={formation.id}>
          {explanation ? content(explanation) : error ? '–' : <Skeleton variant="rounded" height={40} />}
        </td>
      ))}
    </Box>
  );
  // A text that no offer has need not speak of a level, and nobody misses it there.
  const noLevel = 'offerId' in compared ? t('decisions.levelUnknown') : undefined;
  const hasTerms = columns.some(
    ({ explanation }) =>
      explanation && (noLevel ?? levelSentence(explanation, wording) ?? contractSentence(explanation, wording)),
  );
  const failed = columns.find(({ error, explanation }) => error && !explanation);
  return (
    <>
      {failed ? <ErrorAlert error={failed.error} /> : null}
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          tableLayout: 'fixed',
          fontSize: '0.875rem',
          '& th, & td': { textAlign: 'left', verticalAlign: 'top', py: 1.5, pr: 2.5, overflowWrap: 'anywhere' },
          // The names stay in sight above what is said of them.
          '& thead th': { position: 'sticky', top: 0, zIndex: 1, backgroundColor: 'background.paper', pt: 0 },
          '& tbody th': { fontWeight: 600, color: 'text.secondary', fontSize: '0.8125rem' },
        }}
      >
        <colgroup>
          <Box component="col" sx={{ width: 132 }} />
          {columns.map(({ formation }) => (
            <col key={formation.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map(({ formation }) => (
              <th key={formation.id} scope="col">
                <FormationHead
                  formation={formation}
                  choice={choices.find((choice) => choice.formation.id === formation.id) ?? null}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(t('decisions.rows.score'), (explanation) => (
            <Box sx={{ display: 'grid', gap: 1 }}>
              <Box sx={{ display: 'flex', gap: 1.25 }}>
                {explanation.standing ? <ScoreTag score={explanation.standing.score} isLarge /> : null}
                <span>{standingSentence(explanation, wording)}</span>
              </Box>
              {explanation.standing ? <ScoreBars score={explanation.standing} /> : null}
            </Box>
          ))}
          {row(t('reasons.shares'), ({ shares }) => (
            <ShareBar shares={shares} />
          ))}
          {hasTerms
            ? row(t('decisions.rows.level'), (explanation) => (
                <Box sx={{ display: 'grid', gap: 0.75 }}>
                  <Terms explanation={explanation} wording={wording} {...(noLevel === undefined ? {} : { noLevel })} />
                </Box>
              ))
            : null}
          {facts.map(({ label, content }) => (
            <Box component="tr" key={label} sx={{ borderTop: 1, borderColor: 'divider' }}>
              <Box component="th" scope="row">
                {label}
              </Box>
              {formations.map((formation) =>
                formation ? <td key={formation.id}>{content(formation) ?? '–'}</td> : null,
              )}
            </Box>
          ))}
          {row(t('reasons.skills'), ({ skills }) => (
            <SkillGroups skills={skills} heading="p" />
          ))}
          {row(t('reasons.passages'), (explanation) =>
            explanation.passages.length === 0 ? (
              noPassageSentence(explanation, wording)
            ) : (
              <PassagePairs passages={explanation.passages} />
            ),
          )}
        </tbody>
      </Box>
    </>
  );
}

interface FormationHeadProps {
  readonly formation: FormationName;
  readonly choice: NamedChoice | null;
}

function FormationHead({ formation, choice }: FormationHeadProps) {
  const about = useFormationLine(formation);
  return (
    <Box sx={{ fontWeight: 'normal' }}>
      <Typography variant="body1" component="span" sx={{ display: 'block', fontWeight: 650 }}>
        {formation.title}
      </Typography>
      <Typography variant="caption" component="span" sx={{ display: 'block', color: 'text.secondary', mb: 0.5 }}>
        {about}
      </Typography>
      {choice ? <ChoiceLine choice={choice} match={null} isBrief /> : null}
    </Box>
  );
}
