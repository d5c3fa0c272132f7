import { createBrowserRouter, Navigate } from 'react-router';
import { HomePage } from '../features/home/HomePage';
import { CrashPage } from './CrashPage';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';

/** How each page but the first is read, when somebody goes there or once there is time. */
const laterPages = {
  offers: async () => ({ Component: (await import('../features/offers/OffersPage')).OffersPage }),
  'offers/new': async () => ({ Component: (await import('../features/editor/EditorPage')).EditorPage }),
  'offers/deleted': async () => ({
    Component: (await import('../features/offers/DeletedOffersPage')).DeletedOffersPage,
  }),
  'offers/duplicates': async () => ({
    Component: (await import('../features/offers/OfferDuplicatesPage')).OfferDuplicatesPage,
  }),
  'offers/:offerId/edit': async () => ({ Component: (await import('../features/editor/EditorPage')).EditorPage }),
  'offers/:offerId/transmit': async () => ({
    Component: (await import('../features/transmissions/TransmitPage')).TransmitPage,
  }),
  transmissions: async () => ({
    Component: (await import('../features/transmissions/TransmissionsPage')).TransmissionsPage,
  }),
  'transmissions/to-send': async () => ({
    Component: (await import('../features/transmissions/ToSendPage')).ToSendPage,
  }),
  'transmissions/to-remind': async () => ({
    Component: (await import('../features/transmissions/RemindersPage')).RemindersPage,
  }),
  managers: async () => ({ Component: (await import('../features/transmissions/ManagersPage')).ManagersPage }),
  search: async () => ({ Component: (await import('../features/search/SearchOffersPage')).SearchOffersPage }),
  'students/internship': async () => ({
    Component: (await import('../features/students/InternshipPage')).InternshipPage,
  }),
  'students/formation': async () => ({ Component: (await import('../features/students/FormationPage')).FormationPage }),
  'students/profiles': async () => ({
    Component: (await import('../features/students/profiles/ProfilesPage')).ProfilesPage,
  }),
  'search/occupations': async () => ({
    Component: (await import('../features/occupations/OccupationsPage')).OccupationsPage,
  }),
  'search/formations': async () => ({ Component: (await import('../features/editor/SearchPage')).SearchPage }),
  formations: async () => ({ Component: (await import('../features/formations/FormationsPage')).FormationsPage }),
  companies: async () => ({ Component: (await import('../features/companies/CompaniesPage')).CompaniesPage }),
  'companies/new': async () => ({ Component: (await import('../features/companies/CompanyEditPage')).CompanyEditPage }),
  'companies/duplicates': async () => ({
    Component: (await import('../features/companies/DuplicatesPage')).DuplicatesPage,
  }),
  'companies/:companyId/edit': async () => ({
    Component: (await import('../features/companies/CompanyEditPage')).CompanyEditPage,
  }),
  imports: async () => ({ Component: (await import('../features/imports/ImportsPage')).ImportsPage }),
  'imports/new': async () => ({ Component: (await import('../features/imports/ImportPage')).ImportPage }),
  'imports/:importId/reread': async () => ({
    Component: (await import('../features/imports/RereadPage')).RereadPage,
  }),
  'imports/packages/:importId': async () => ({
    Component: (await import('../features/imports/PackageReportPage')).PackageReportPage,
  }),
  'imports/:importId': async () => ({
    Component: (await import('../features/imports/ImportReportPage')).ImportReportPage,
  }),
  dashboards: async () => ({ Component: (await import('../features/dashboards/DashboardPage')).DashboardPage }),
  jobs: async () => ({ Component: (await import('../features/jobs/JobsPage')).JobsPage }),
  'settings/encryption': async () => ({
    Component: (await import('../features/encryption/EncryptionPage')).EncryptionPage,
  }),
  'settings/health': async () => ({ Component: (await import('../features/health/HealthPage')).HealthPage }),
  settings: async () => ({ Component: (await import('../features/settings/SettingsPage')).SettingsPage }),
} as const;

/** Every page and its address. Hosts answer any address without a dot with the page itself, so that a reload works. */
export function createAppRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      element: <Layout />,
      errorElement: <CrashPage />,
      hydrateFallbackElement: <></>,
      children: [
        {
          // A page that fails leaves the frame around it standing.
          errorElement: <CrashPage />,
          children: [
            { index: true, element: <HomePage /> },
            ...Object.entries(laterPages).map(([path, lazy]) => ({ path, lazy })),
            { path: 'students', element: <Navigate to="/students/internship" replace /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
}

/** The first page waits for its data in this time: a browser takes that for idle, and would read a megabyte of others. */
const firstPageMs = 2_000;

/** Reads the other pages while nothing else happens, so that going there waits for nothing. */
export function readLaterPages(): void {
  const read = (): void => {
    // One that cannot be read now is read, or told to have failed, when somebody goes there.
    for (const readPage of Object.values(laterPages)) void readPage().catch(() => undefined);
  };
  setTimeout(() => requestIdleCallback(read), firstPageMs);
}
