import type { Client, Handlers } from './define';
import { backups } from './backups';
import { candidates } from './candidates';
import { companies } from './companies';
import { connectors } from './connectors';
import { decisions } from './decisions';
import { namedViews } from './named-views';
import { dashboards } from './dashboards';
import { encryption } from './encryption';
import { exports } from './exports';
import { formations } from './formations';
import { host } from './host';
import { importProfiles } from './import-profiles';
import { imports } from './imports';
import { jobs } from './jobs';
import { kiosk } from './kiosk';
import { logos } from './logos';
import { managers } from './managers';
import { matches } from './matches';
import { occupations } from './occupations';
import { offerDuplicates } from './offer-duplicates';
import { offers } from './offers';
import { packages } from './packages';
import { romePack } from './rome-pack';
import { search } from './search';
import { settings } from './settings';
import { students } from './students';
import { transmissions } from './transmissions';
import { university } from './university';
import { watchedFolder } from './watched-folder';

/** Everything that an interface can ask of the application, and nothing else. */
export const contract = {
  host,
  settings,
  university,
  offers,
  offerDuplicates,
  formations,
  companies,
  candidates,
  matches,
  decisions,
  transmissions,
  managers,
  imports,
  importProfiles,
  exports,
  packages,
  jobs,
  backups,
  dashboards,
  namedViews,
  kiosk,
  logos,
  search,
  students,
  occupations,
  romePack,
  watchedFolder,
  connectors,
  encryption,
} as const;

export type AppContract = typeof contract;
export type AppClient = Client<AppContract>;
export type AppHandlers = Handlers<AppContract>;
