import { createHashRouter } from 'react-router';
import { CompaniesPage } from '../features/companies/CompaniesPage';
import { FormationsPage } from '../features/formations/FormationsPage';
import { HomePage } from '../features/home/HomePage';
import { ImportPage } from '../features/imports/ImportPage';
import { ImportReportPage } from '../features/imports/ImportReportPage';
import { ImportsPage } from '../features/imports/ImportsPage';
import { JobsPage } from '../features/jobs/JobsPage';
import { OffersPage } from '../features/offers/OffersPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { CrashPage } from './CrashPage';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';

/**
 * Every page and its address. Addresses live behind `#`, so that a reload works from any host without it knowing them.
 */
export function createAppRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      element: <Layout />,
      errorElement: <CrashPage />,
      children: [
        { index: true, element: <HomePage /> },
        { path: 'offers', element: <OffersPage /> },
        { path: 'formations', element: <FormationsPage /> },
        { path: 'companies', element: <CompaniesPage /> },
        { path: 'imports', element: <ImportsPage /> },
        { path: 'imports/new', element: <ImportPage /> },
        { path: 'imports/:importId', element: <ImportReportPage /> },
        { path: 'jobs', element: <JobsPage /> },
        { path: 'settings', element: <SettingsPage /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}
