import { Alert, Box, LinearProgress, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardTabName, DashboardTabs } from '../../../shared/contract/dashboards';
import { ReportSectionsProvider, useReportSections } from '../../charts/pictures/report-sections';
import { ErrorState } from '../../components/ErrorState';
import { NamedViewsButton } from '../../components/NamedViewsButton';
import { PageHeader } from '../../components/PageHeader';
import { useFormat } from '../../i18n/use-format';
import { CompaniesTab } from './companies/CompaniesTab';
import { dashboardTabs, plainAddress, viewAddress } from './dashboard-address';
import { DashboardFilters } from './DashboardFilters';
import { scopeText, type Wording } from './figure-texts';
import { DirectorTab } from './direction/DirectorTab';
import { LevelCrumbs } from './LevelCrumbs';
import { LevelLogo } from './LevelLogo';
import { NoFigures } from './NoFigures';
import { OffersTab } from './OffersTab';
import { ReportButton } from './report/ReportButton';
import { SkillsTab } from './skills/SkillsTab';
import { TrendsTab } from './TrendsTab';
import { useDashboardAddress, type DashboardAddress } from './use-dashboard-address';
import { useDashboardAnswers } from './use-dashboard-answers';
import { useHashFocus } from './use-hash-focus';

/** The year's figures at any moment, at the level of the university, a component or a formation. */
export function DashboardPage() {
  const { t } = useTranslation();
  const address = useDashboardAddress();
  const { tab, filter } = address;
  const answers = useDashboardAnswers(tab, filter);
  const { offers, trends, skills, companies, director } = answers;
  const answer = answers[tab];
  useHashFocus(answer.data !== undefined);
  const scope = answer.data?.scope ?? Object.values(answers).find(({ data }) => data)?.data?.scope ?? null;
  const sections = useReportSections();
  return (
    <Box sx={{ maxWidth: 1720, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader
        title={t('dashboards.title')}
        leading={<LevelLogo componentId={scope?.component?.id ?? null} />}
        actions={
          <>
            <NamedViewsButton
              page="dashboards"
              plain={address.plain}
              plainOf={plainAddress}
              openedId={address.viewId}
              addressOf={viewAddress}
            />
            <ReportButton address={address} scope={answer.data?.scope ?? null} sections={sections} />
          </>
        }
      />
      <Tabs
        value={tab}
        aria-label={t('dashboards.tabs.label')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2, displayPrint: 'none' }}
      >
        {dashboardTabs.map((name) => (
          <Tab
            key={name}
            value={name}
            label={t(`dashboards.tabs.${name}`)}
            component={Link}
            to={address.addressOf({ tab: name })}
            id={`tab-${name}`}
            aria-controls="dashboard"
          />
        ))}
      </Tabs>
      <DashboardFilters address={address} scope={scope} />
      <ReportSectionsProvider sections={sections}>
        <Box
          id="dashboard"
          role="tabpanel"
          aria-labelledby={`tab-${tab}`}
          aria-busy={answer.isFetching}
          sx={{ mt: 2, position: 'relative' }}
        >
          {answer.isPlaceholderData ? (
            <LinearProgress
              aria-label={t('dashboards.counting')}
              sx={{ position: 'absolute', top: -10, left: 0, right: 0 }}
            />
          ) : null}
          {answer.error && !answer.data ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : null}
          {!answer.data && !answer.error ? <DashboardSkeleton /> : null}
          {tab === 'offers' && offers.data ? (
            <Content address={address} data={offers.data}>
              {(wording) => <OffersTab wording={wording} address={address} figures={offers.data} />}
            </Content>
          ) : null}
          {tab === 'trends' && trends.data ? (
            <Content address={address} data={trends.data}>
              {(wording) => <TrendsTab wording={wording} filter={filter} figures={trends.data} />}
            </Content>
          ) : null}
          {tab === 'skills' && skills.data ? (
            <Content address={address} data={skills.data}>
              {(wording) => <SkillsTab wording={wording} address={address} figures={skills.data} />}
            </Content>
          ) : null}
          {tab === 'companies' && companies.data ? (
            <Content address={address} data={companies.data}>
              {(wording) => <CompaniesTab wording={wording} address={address} figures={companies.data} />}
            </Content>
          ) : null}
          {tab === 'director' && director.data ? (
            <Content address={address} data={director.data}>
              {(wording) => <DirectorTab wording={wording} filter={filter} figures={director.data} />}
            </Content>
          ) : null}
        </Box>
      </ReportSectionsProvider>
    </Box>
  );
}

interface ContentProps {
  readonly address: DashboardAddress;
  readonly data: DashboardTabs[DashboardTabName];
  readonly children: (wording: Wording) => ReactNode;
}

/** What was counted, in words, above the figures; the way on where there are none. */
function Content({ address, data, children }: ContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope, total } = data;
  const wording: Wording = { t, format, scope };
  const isEmpty = total.now + total.before === 0;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline', mb: 1.5 }}>
        <LevelCrumbs address={address} scope={scope} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {scopeText(wording)}
        </Typography>
      </Box>
      {scope.gone.map((what) => (
        <Alert key={what} severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {t(`dashboards.gone.${what}`)}
        </Alert>
      ))}
      {isEmpty ? <NoFigures address={address} scope={scope} /> : children(wording)}
    </>
  );
}

function DashboardSkeleton() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, 1fr)' }}>
        {[0, 1, 2, 3].map((index) => (
          <Skeleton key={index} variant="rounded" height={104} />
        ))}
      </Box>
      <Skeleton variant="rounded" height={320} />
      <Skeleton variant="rounded" height={320} />
    </Box>
  );
}
