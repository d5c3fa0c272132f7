import { createBrowserRouter } from 'react-router';
import { HomePage } from '../features/home/HomePage';
import { CrashPage } from './CrashPage';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';

/**
 * Every page and its address. Hosts answer any address without a dot with the page itself, so that a reload works.
 * Only the first page comes at once; the others are read when somebody goes there.
 */
export function createAppRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      element: <Layout />,
      errorElement: <CrashPage />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <HomePage /> },
        {
          path: 'offers',
          lazy: async () => ({ Component: (await import('../features/offers/OffersPage')).OffersPage }),
        },
        {
          path: 'formations',
          lazy: async () => ({ Component: (await import('../features/formations/FormationsPage')).FormationsPage }),
        },
        {
          path: 'companies',
          lazy: async () => ({ Component: (await import('../features/companies/CompaniesPage')).CompaniesPage }),
        },
        {
          path: 'imports',
          lazy: async () => ({ Component: (await import('../features/imports/ImportsPage')).ImportsPage }),
        },
        {
          path: 'imports/new',
          lazy: async () => ({ Component: (await import('../features/imports/ImportPage')).ImportPage }),
        },
        {
          path: 'imports/:importId',
          lazy: async () => ({ Component: (await import('../features/imports/ImportReportPage')).ImportReportPage }),
        },
        { path: 'jobs', lazy: async () => ({ Component: (await import('../features/jobs/JobsPage')).JobsPage }) },
        {
          path: 'settings',
          lazy: async () => ({ Component: (await import('../features/settings/SettingsPage')).SettingsPage }),
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}
