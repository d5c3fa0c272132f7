import type { Report, ReportPicture, ReportSection } from '../../../../shared/domain/report';
import type { ChartSection, Picture } from '../../../charts/pictures/picture';
import type { DashboardTab } from '../dashboard-address';
import type { Wording } from '../figure-texts';

/** What a report says besides its sections. */
export interface ReportFrame {
  readonly wording: Wording;
  readonly tab: DashboardTab;
  readonly universityName: string;
  /** The criteria besides the year and the level, as they are named on the page. */
  readonly criteria: readonly { readonly label: string; readonly value: string }[];
  /** Which days count, in words. */
  readonly period: string;
}

/** Puts what the charts of a page show into a report, in their order; figures without a chart are one table. */
export async function buildReport(
  sections: readonly ChartSection[],
  frame: ReportFrame,
  paint: (picture: Picture) => Promise<ReportPicture | null>,
): Promise<Report> {
  const { wording, tab, universityName, criteria, period } = frame;
  const { t, format, scope } = wording;
  const level = scope.formation?.title ?? scope.component?.name ?? t('dashboards.university');
  const drawn: ReportSection[] = [];
  for (const section of withTiles(sections, t('dashboards.figures'))) {
    const { title, sentence, headings, rows, picture } = section;
    drawn.push({
      ...{ title, sentence, headings: [...headings], rows: rows.map((cells) => [...cells]) },
      picture: picture && (await paint(picture)),
      notes: [],
    });
  }
  return {
    language: format.language,
    title: t('dashboards.report.title', { tab: t(`dashboards.tabs.${tab}`) }),
    author: [universityName || t('dashboards.university'), scope.component?.name].filter(Boolean).join(' · '),
    componentId: scope.component?.id ?? null,
    scope: [
      t('common.labelled', { label: t('dashboards.level'), value: level }),
      period,
      ...criteria.map((criterion) => t('common.labelled', criterion)),
    ],
    cautions: [t('dashboards.report.small', { count: scope.smallNumber }), t('dashboards.direction.caution')],
    sections: drawn,
  };
}

/** Figures that follow each other without a title of their own, as one table. */
function withTiles(sections: readonly ChartSection[], title: string): ChartSection[] {
  const joined: ChartSection[] = [];
  for (const section of sections) {
    const last = joined.at(-1);
    if (section.title === '' && last?.title === title) {
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...section.rows] };
    } else joined.push(section.title === '' ? { ...section, title } : section);
  }
  return joined;
}
