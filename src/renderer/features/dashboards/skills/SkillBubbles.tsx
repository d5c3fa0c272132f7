import { Box, Link as TextLink, Paper, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { DomainSkills, SkillFigures, SkillsTab } from '../../../../shared/contract/dashboard-skills';
import type { OfferFilter } from '../../../../shared/contract/offers';
import type { BubbleGroup } from '../../../charts/BubbleChart';
import { FigureRow } from '../../../charts/FigureRow';
import type { ChartReport } from '../../../charts/ChartFrame';
import { HeadedTable, type Heading } from '../../../components/HeadedTable';
import { offersAddress } from '../dashboard-address';
import { changeText, figureCells, figureHeadings, type Wording } from '../figure-texts';
import type { DashboardAddress } from '../use-dashboard-address';
import { formationCells, formationHeadings } from './skill-texts';

/** Its library is read when somebody looks at skills. */
const BubbleChart = lazy(async () => ({ default: (await import('../../../charts/BubbleChart')).BubbleChart }));

/** As many bars as stand on half a page. */
const paperBars = 15;

interface SkillBubblesProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly base: OfferFilter;
  readonly figures: SkillsTab;
}

/** Skills as circles within those of their domains; a domain opens, a skill leads to its offers. */
export function SkillBubbles({ wording, address, base, figures }: SkillBubblesProps) {
  const { t } = wording;
  const { domains } = figures;
  const alone = address.filter.domain === undefined ? undefined : domains.rows[0];
  const title = alone
    ? t('dashboards.skillBoard.bubblesTitleOne', { name: alone.label })
    : t('dashboards.skillBoard.bubblesTitle');
  const skillTo = (domain: DomainSkills, { label }: SkillFigures): string =>
    offersAddress({ ...base, domain: domain.label, skill: label });
  const domainTo = ({ label }: DomainSkills): string => address.addressOf({ filter: { domain: label } });
  const groups = groupsOf(wording, domains.rows, { skillTo, domainTo: alone ? domainOffers(base) : domainTo });
  const isEmpty = groups.every(({ bubbles }) => bubbles.length === 0);
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      {alone ? (
        <Typography variant="body2" sx={{ mb: 1, displayPrint: 'none' }}>
          <TextLink component={Link} to={address.addressOf({ filter: { domain: undefined } })}>
            ← {t('dashboards.skillBoard.allDomains')}
          </TextLink>
        </Typography>
      ) : null}
      {isEmpty ? (
        <Box component="section" aria-label={title}>
          <Typography variant="h2">{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {t('dashboards.skillBoard.bubblesNone')}
          </Typography>
        </Box>
      ) : (
        <Suspense fallback={<Box sx={{ height: 560 }} />}>
          <BubbleChart
            title={title}
            sentence={sentenceOf(wording, figures, alone)}
            groups={groups}
            legend={{ full: t('dashboards.skillBoard.isTaught'), hollow: t('dashboards.skillBoard.isUntaught') }}
            table={
              alone ? (
                <SkillTable wording={wording} title={title} domain={alone} to={(skill) => skillTo(alone, skill)} />
              ) : (
                <DomainTable wording={wording} title={title} domains={domains.rows} to={domainTo} />
              )
            }
            report={reportOf(wording, domains.rows, alone)}
            footer={<Hints wording={wording} figures={figures} alone={alone} />}
          />
        </Suspense>
      )}
    </Paper>
  );
}

function domainOffers(base: OfferFilter): (domain: DomainSkills) => string {
  return ({ label }) => offersAddress({ ...base, domain: label });
}

interface Ways {
  readonly skillTo: (domain: DomainSkills, skill: SkillFigures) => string;
  readonly domainTo: (domain: DomainSkills) => string;
}

/** What offers of this year ask for; what only those of the year before did stands in the table. */
function groupsOf(wording: Wording, domains: readonly DomainSkills[], { skillTo, domainTo }: Ways): BubbleGroup[] {
  const { t } = wording;
  const offers = (row: DomainSkills | SkillFigures): string[] => [
    t('dashboards.skillBoard.offers', { count: row.now }),
    changeText(wording, row),
  ];
  return domains
    .map((domain) => ({
      ...{ id: domain.label, label: domain.label, to: domainTo(domain) },
      notes: offers(domain).filter(Boolean),
      bubbles: domain.skills.rows
        .filter(({ now }) => now > 0)
        .map((skill) => ({
          ...{ id: skill.label, label: skill.label, value: skill.now, to: skillTo(domain, skill) },
          isHollow: skill.formations === 0,
          notes: [
            ...offers(skill),
            skill.formations === 0
              ? t('dashboards.skillBoard.isUntaught')
              : t('dashboards.skillBoard.ofFormations', { count: skill.formations }),
          ].filter(Boolean),
        })),
    }))
    .filter(({ bubbles }) => bubbles.length > 0);
}

function sentenceOf({ t }: Wording, { domains, total }: SkillsTab, alone: DomainSkills | undefined): string {
  const [first] = alone ? alone.skills.rows : domains.rows;
  const without = total.now - domains.known;
  const key = alone ? 'bubblesSentenceOne' : 'bubblesSentence';
  return [
    first ? t(`dashboards.skillBoard.${key}`, { name: first.label, count: first.now }) : '',
    !alone && without > 0 ? t('dashboards.skillBoard.withoutDomain', { count: without }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

interface HintsProps {
  readonly wording: Wording;
  readonly figures: SkillsTab;
  readonly alone: DomainSkills | undefined;
}

/** What the sizes mean, and what is not shown. */
function Hints({ wording, figures, alone }: HintsProps) {
  const { t, format } = wording;
  const listed = alone ? alone.skills : figures.domains;
  const shown = listed.rows.filter(({ now }) => now > 0).length;
  const extent =
    shown < listed.distinct
      ? t(alone ? 'dashboards.skillBoard.firstSkills' : 'dashboards.skillBoard.firstDomains', {
          shown: format.number(shown),
          count: listed.distinct,
        })
      : '';
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
      {[t('dashboards.skillBoard.bubbleHint'), extent].filter(Boolean).join(' ')}
    </Typography>
  );
}

interface SkillTableProps {
  readonly wording: Wording;
  readonly title: string;
  readonly domain: DomainSkills;
  readonly to: (skill: SkillFigures) => string;
}

function SkillTable({ wording, title, domain, to }: SkillTableProps) {
  return (
    <HeadedTable label={title} size="small" headings={skillHeadings(wording)}>
      {domain.skills.rows.map((skill) => (
        <FigureRow key={skill.label} label={skill.label} to={to(skill)} cells={skillCells(wording, skill)} />
      ))}
    </HeadedTable>
  );
}

function skillHeadings(wording: Wording): Heading[] {
  return [{ label: wording.t('dashboards.filters.skill') }, ...figureHeadings(wording), ...formationHeadings(wording)];
}

function skillCells(wording: Wording, skill: SkillFigures): string[] {
  return [...figureCells(wording, skill), ...formationCells(wording, skill)];
}

interface DomainTableProps {
  readonly wording: Wording;
  readonly title: string;
  readonly domains: readonly DomainSkills[];
  readonly to: (domain: DomainSkills) => string;
}

function DomainTable({ wording, title, domains, to }: DomainTableProps) {
  return (
    <HeadedTable label={title} size="small" headings={domainHeadings(wording)}>
      {domains.map((domain) => (
        <FigureRow key={domain.label} label={domain.label} to={to(domain)} cells={domainCells(wording, domain)} />
      ))}
    </HeadedTable>
  );
}

function domainHeadings(wording: Wording): Heading[] {
  const { t } = wording;
  return [
    { label: t('dashboards.filters.domain') },
    ...figureHeadings(wording),
    { label: t('dashboards.skillBoard.skills'), align: 'right' },
  ];
}

function domainCells(wording: Wording, domain: DomainSkills): string[] {
  return [...figureCells(wording, domain), wording.format.number(domain.skills.distinct)];
}

/** For paper: the table as it stands, and bars in place of circles, which nobody measures by eye. */
function reportOf(wording: Wording, domains: readonly DomainSkills[], alone: DomainSkills | undefined): ChartReport {
  const { format } = wording;
  const bar = ({ label, now, before }: DomainSkills | SkillFigures) => ({
    label,
    now,
    before,
    figure: format.number(now),
  });
  const rows: readonly (DomainSkills | SkillFigures)[] = alone ? alone.skills.rows : domains;
  return {
    headings: (alone ? skillHeadings(wording) : domainHeadings(wording)).map(({ label }) => label),
    rows: alone
      ? alone.skills.rows.map((skill) => [skill.label, ...skillCells(wording, skill)])
      : domains.map((domain) => [domain.label, ...domainCells(wording, domain)]),
    picture: { kind: 'bars', bars: rows.slice(0, paperBars).map(bar) },
  };
}
