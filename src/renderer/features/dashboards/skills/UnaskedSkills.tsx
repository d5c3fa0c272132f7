import { Paper } from '@mui/material';
import type { SkillsTab } from '../../../../shared/contract/dashboard-skills';
import { RankedBars } from '../../../charts/RankedBars';
import { formationsAddress } from '../dashboard-address';
import { yearNames, type Wording } from '../figure-texts';
import { chartRows, ListExtent } from './SkillList';

interface UnaskedSkillsProps {
  readonly wording: Wording;
  readonly figures: SkillsTab;
}

/** Skills that formations teach and no offer of the year asks for; each opens the formations that name it. */
export function UnaskedSkills({ wording, figures }: UnaskedSkillsProps) {
  const { t, format } = wording;
  const { rows, distinct } = figures.unasked;
  const { before } = yearNames(wording);
  return (
    <Paper variant="outlined" id="unasked" tabIndex={-1} sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t('dashboards.skillBoard.unaskedTitle')}
        sentence={t('dashboards.skillBoard.unaskedSentence', { count: distinct })}
        emptyText={t('dashboards.skillBoard.unaskedSentence', { count: 0 })}
        headings={[
          { label: t('dashboards.filters.skill') },
          { label: t('dashboards.skillBoard.formations'), align: 'right' },
          { label: before, align: 'right' },
        ]}
        places={chartRows}
        bars={rows.map(({ label, formationIds, before: asked }) => ({
          ...{ id: label, label, now: formationIds.length, before: 0 },
          to: formationsAddress({ formationIds }),
          figure: t('dashboards.skillBoard.ofFormations', { count: formationIds.length }),
          note: asked === 0 ? '' : t('dashboards.skillBoard.before', { before: format.number(asked) }),
          cells: [format.number(formationIds.length), format.number(asked)],
        }))}
        footer={<ListExtent wording={wording} shown={rows.length} distinct={distinct} />}
      />
    </Paper>
  );
}
