import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Paper, Typography } from '@mui/material';
import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccupationSheet } from '../../../shared/contract/occupations';
import type { RomeGroup } from '../../../shared/domain/rome-pack';

type Rome = NonNullable<OccupationSheet['rome']>;

interface RomeTextsProps {
  readonly rome: Rome;
}

/** What ROME says of an occupation in its own words, which are French. */
export function RomeDefinition({ rome: { definition, access } }: RomeTextsProps) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="section" aria-label={t('occupations.definition')} sx={{ p: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('occupations.definition')}
      </Typography>
      <Sentences sentences={definition} />
      {access.length > 0 ? (
        <>
          <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
            {t('occupations.access')}
          </Typography>
          <Sentences sentences={access} />
        </>
      ) : null}
    </Paper>
  );
}

interface SentencesProps {
  readonly sentences: readonly string[];
}

/** A line each: many of them have no full stop. */
function Sentences({ sentences }: SentencesProps) {
  return (
    <Box lang="fr" sx={{ maxWidth: '90ch', fontSize: '0.9375rem', lineHeight: 1.6, whiteSpace: 'pre-line' }}>
      {sentences.join('\n')}
    </Box>
  );
}

/** Its know-how, knowledge, working conditions and titles, all of them, folded because there are dozens. */
export function RomeLists({ rome }: RomeTextsProps) {
  const { t } = useTranslation();
  const parts = (['contexts', 'knowHow', 'knowledge'] as const).filter((part) => rome[part].length > 0);
  const countOf = (groups: readonly RomeGroup[]): number => groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Box>
      {parts.map((part) => (
        <Folded key={part} title={t(`occupations.${part}`, { count: countOf(rome[part]) })}>
          <Groups groups={rome[part]} />
        </Folded>
      ))}
      {rome.titles.length > 0 ? (
        <Folded title={t('occupations.titles', { count: rome.titles.length })}>
          <Box component="ul" lang="fr" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', columns: { md: 2, xl: 3 } }}>
            {rome.titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </Box>
        </Folded>
      ) : null}
    </Box>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Folded({ title, children }: FoldedProps) {
  return (
    <Accordion variant="outlined" disableGutters>
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Typography variant="h3" component="span">
          {title}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>{children}</AccordionDetails>
    </Accordion>
  );
}

interface GroupsProps {
  readonly groups: readonly RomeGroup[];
}

function Groups({ groups }: GroupsProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr', xl: '1fr 1fr 1fr' }, pb: 1 }}>
      {groups.map(({ name, items }) => (
        <Box key={name}>
          <Typography variant="body2" lang="fr" sx={{ fontWeight: 600, mb: 0.5 }}>
            {name}
          </Typography>
          <Box component="ul" lang="fr" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', '& li': { mb: 0.25 } }}>
            {items.map(({ label, isCore }) => (
              <li key={label}>
                {label}
                {isCore ? (
                  <Chip size="small" variant="outlined" label={t('occupations.core')} sx={{ ml: 0.75, height: 20 }} />
                ) : null}
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
