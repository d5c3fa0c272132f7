import { Box } from '@mui/material';
import type { SkillsTab } from '../../../../shared/contract/dashboard-skills';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { partOf, type Compared } from '../../../../shared/domain/dashboard/figures';
import { offersAddress } from '../dashboard-address';
import { comparedNote, partText, type Wording } from '../figure-texts';
import { FigureTile } from '../FigureTile';

interface SkillTilesProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly figures: SkillsTab;
}

/** How many skills are asked for, taught, or both; each leads to its list below. */
export function SkillTiles({ wording, base, figures }: SkillTilesProps) {
  const { t, format, scope } = wording;
  const { asked, askedAndTaught, askedOnly, manners, taught, taughtOnly, formations, known, total } = figures;
  const text = (key: 'asked' | 'matched' | 'untaught' | 'unasked') => ({
    label: t(`dashboards.skillBoard.tiles.${key}`),
    definition: t(`dashboards.skillBoard.definitions.${key}`),
  });
  const notesOf = (compared: Compared): string[] => {
    const part = partOf(compared.now, asked.now, scope.smallNumber);
    return [
      part === null
        ? t('dashboards.skillBoard.noPart', { count: scope.smallNumber })
        : t('dashboards.skillBoard.ofAsked', { part: partText(wording, part) }),
      comparedNote(wording, compared),
    ];
  };
  return (
    <Box
      component="section"
      aria-label={t('dashboards.figures')}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}
    >
      <FigureTile
        {...text('asked')}
        figure={format.number(asked.now)}
        to={offersAddress(base)}
        notes={[
          comparedNote(wording, asked),
          ...(manners > 0 ? [t('dashboards.skillBoard.withoutManners', { count: manners })] : []),
          ...(known < total.now ? [t('dashboards.knownSentence', { count: known, total: total.now })] : []),
        ]}
      />
      <FigureTile
        {...text('matched')}
        figure={format.number(askedAndTaught.now)}
        to={{ hash: 'matched' }}
        notes={notesOf(askedAndTaught)}
      />
      <FigureTile
        {...text('untaught')}
        figure={format.number(askedOnly.now)}
        to={{ hash: 'untaught' }}
        notes={notesOf(askedOnly)}
      />
      <FigureTile
        {...text('unasked')}
        figure={format.number(taughtOnly)}
        to={{ hash: 'unasked' }}
        notes={[
          t('dashboards.skillBoard.ofTaught', { count: taught }),
          t('dashboards.skillBoard.taughtBy', { count: formations.withSkills, all: format.number(formations.all) }),
        ]}
      />
    </Box>
  );
}
