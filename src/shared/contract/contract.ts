import type { Client, Handlers } from './define';
import { backups } from './backups';
import { companies } from './companies';
import { decisions } from './decisions';
import { dashboardViews } from './dashboard-views';
import { dashboards } from './dashboards';
import { exports } from './exports';
import { formations } from './formations';
import { host } from './host';
import { importProfiles } from './import-profiles';
import { imports } from './imports';
import { jobs } from './jobs';
import { logos } from './logos';
import { managers } from './managers';
import { matches } from './matches';
import { occupations } from './occupations';
import { offers } from './offers';
import { search } from './search';
import { settings } from './settings';
import { students } from './students';
import { transmissions } from './transmissions';
import { university } from './university';

/** Everything that an interface can ask of the application, and nothing else. */
export const contract = {
  host,
  settings,
  university,
  offers,
  formations,
  companies,
  matches,
  decisions,
  transmissions,
  managers,
  imports,
  importProfiles,
  exports,
  jobs,
  backups,
  dashboards,
  dashboardViews,
  logos,
  search,
  students,
  occupations,
} as const;

export type AppContract = typeof contract;
export type AppClient = Client<AppContract>;
export type AppHandlers = Handlers<AppContract>;
