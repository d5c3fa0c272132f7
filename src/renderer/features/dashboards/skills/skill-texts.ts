import type { SkillFigures } from '../../../../shared/contract/dashboard-skills';
import type { Heading } from '../../../components/HeadedTable';
import { parentName, type Wording } from '../figure-texts';

/** Who teaches a skill: how many formations of the level, or that it is taught at the level above only. */
export function taughtText(wording: Wording, { formations, parentFormations }: SkillFigures): string {
  const { t } = wording;
  if (formations > 0) return t('dashboards.skillBoard.ofFormations', { count: formations });
  return parentFormations ? t('dashboards.skillBoard.taughtAbove', { name: parentName(wording) }) : '';
}

/** The headings of the cells that say who teaches a skill. */
export function formationHeadings(wording: Wording): Heading[] {
  const { t, scope } = wording;
  const labels = [
    t('dashboards.skillBoard.formations'),
    ...(scope.component ? [t('dashboards.skillBoard.formationsAbove', { name: parentName(wording) })] : []),
  ];
  return labels.map((label) => ({ label, align: 'right' }));
}

export function formationCells({ format, scope }: Wording, { formations, parentFormations }: SkillFigures): string[] {
  return [format.number(formations), ...(scope.component ? [format.number(parentFormations ?? 0)] : [])];
}
