import AddIcon from '@mui/icons-material/Add';
import CheckIcon from '@mui/icons-material/Check';
import MissingIcon from '@mui/icons-material/PriorityHigh';
import { Box, Button, Chip, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkillComparison } from '../../../shared/domain/explanation/explanation';

/** More of what a formation teaches besides is one click away. */
const shownBeyond = 6;

interface SkillGroupsProps {
  readonly skills: SkillComparison;
  /** What the names of the groups are in the page's outline. */
  readonly heading?: 'h6' | 'p';
}

/** Skills that both have, that are asked for alone and that are taught alone; told apart by words and signs. */
export function SkillGroups({ skills, heading = 'h6' }: SkillGroupsProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const { shared, missing, beyond, asked } = skills;
  if (shared.length + missing.length + beyond.length === 0) return <Note text={t('reasons.noSkills')} />;
  const more = beyond.length - shownBeyond;
  const names = shared.map((pair) => (pair.asked === pair.taught ? pair.asked : t('reasons.sharedAs', pair)));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <SkillGroup
        heading={heading}
        title={t('reasons.shared', { count: shared.length })}
        names={names}
        icon={<CheckIcon />}
        color="success"
      />
      <SkillGroup
        heading={heading}
        title={t('reasons.missing', { count: missing.length })}
        names={missing}
        icon={<MissingIcon />}
        color="warning"
      />
      <SkillGroup
        heading={heading}
        title={t('reasons.beyond', { count: beyond.length })}
        names={isWhole || more <= 1 ? beyond : beyond.slice(0, shownBeyond)}
        icon={<AddIcon />}
        color="default"
      />
      {more > 1 ? (
        <Button size="small" sx={{ justifySelf: 'start' }} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('common.showLess') : t('reasons.moreSkills', { count: more })}
        </Button>
      ) : null}
      {asked === 'listed' ? null : (
        <Note text={asked === 'read' ? t('reasons.skillsRead') : t('reasons.skillsUnknown')} />
      )}
    </Box>
  );
}

interface NoteProps {
  readonly text: string;
}

function Note({ text }: NoteProps) {
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
      {text}
    </Typography>
  );
}

interface SkillGroupProps extends Required<Pick<SkillGroupsProps, 'heading'>> {
  readonly title: string;
  readonly names: readonly string[];
  readonly icon: ReactElement;
  readonly color: 'success' | 'warning' | 'default';
}

function SkillGroup({ heading, title, names, icon, color }: SkillGroupProps) {
  if (names.length === 0) return null;
  return (
    <Box>
      <Typography variant="caption" component={heading} sx={{ color: 'text.secondary', mb: 0.5 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {[...new Set(names)].map((name) => (
          <li key={name}>
            <Chip
              size="small"
              variant="outlined"
              color={color}
              icon={icon}
              label={name}
              sx={{
                height: 'auto',
                minHeight: 24,
                '& .MuiChip-label': { whiteSpace: 'normal', overflowWrap: 'anywhere', py: 0.25 },
                '& .MuiChip-icon': { fontSize: 15 },
                ...(color === 'warning' ? { borderStyle: 'dashed' } : {}),
              }}
            />
          </li>
        ))}
      </Box>
    </Box>
  );
}
