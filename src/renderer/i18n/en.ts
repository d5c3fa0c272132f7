import { failuresEn } from '../../shared/texts/failures-en';
import { backupsEn } from './backups-en';
import { encryptionEn } from './encryption-en';
import { healthEn } from './health-en';
import { updatesEn } from './updates-en';
import { companiesEn } from './companies-en';
import { dashboardsEn } from './dashboards-en';
import { decisionsEn } from './decisions-en';
import { importFilesEn } from './import-files-en';
import { offerDuplicatesEn } from './offer-duplicates-en';
import { packagesEn } from './packages-en';
import { rereadingEn } from './rereading-en';
import { romePackEn } from './rome-pack-en';
import { watchedFolderEn } from './watched-folder-en';
import { connectorsEn } from './connectors-en';
import { dueEn } from './due-en';
import { binEn } from './bin-en';
import { editorEn } from './editor-en';
import { newsEn, tourEn, yearEn } from './home-cards-en';
import { namedViewsEn } from './named-views-en';
import { kioskEn } from './kiosk-en';
import { profilesEn } from './profiles-en';
import { logosEn } from './logos-en';
import { searchEn } from './search-en';
import { occupationsEn } from './occupations-en';
import { studentsEn } from './students-en';
import type { Texts } from './fr';
import { readingEn } from './reading-en';
import { reasonsEn } from './reasons-en';
import { managersEn, transmissionsEn } from './transmissions-en';
import { homeEn } from './home-en';
import { offersEn } from './offers-en';
import { importsEn } from './imports-en';
import { jobsEn } from './jobs-en';
import { settingsEn } from './settings-en';

/** Every word of the interface, in English. */
export const en: Texts = {
  app: {
    name: 'Smart Recruiting',
    skipToContent: 'Skip to content',
    navigation: 'Main navigation',
    notices: 'Messages',
    foldNavigation: 'Fold the menu',
    unfoldNavigation: 'Unfold the menu',
    noUniversityName: 'Unnamed university',
    academicYear: 'Current academic year',
    switchLanguage: 'Passer en français',
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
    connectionLost: 'The application no longer answers. Nothing that was saved is lost; trying again…',
    safeMode:
      'Safe mode: neither the comparison of offers nor the watched folder goes on of itself. Your data are untouched; to leave it, close the application and start it as usual.',
    notFoundTitle: 'This page does not exist',
    notFoundText: 'The address leads to no page of the application.',
    goHome: 'Back to home',
    crashTitle: 'This page ran into an error',
    crashText:
      'Your data was not touched. Reload the page to go on; if the error comes back, note what you were doing.',
    reload: 'Reload the page',
  },
  nav: {
    home: 'Home',
    offers: 'Offers',
    dashboards: 'Dashboards',
    formations: 'Formations',
    companies: 'Companies',
    transmissions: 'Transmissions',
    imports: 'Imports',
    jobs: 'Tasks',
    search: 'Search',
    students: 'Students',
    settings: 'Settings',
  },
  common: {
    unsavedTitle: 'What is written is not saved',
    unsavedText: 'Going elsewhere would lose it.',
    discard: 'Discard it',
    goOnWriting: 'Go on writing',
    places: { area: 'Department or region', region: 'Regions', department: 'Departments', city: 'Towns' },
    formationsLoading: 'Searching…',
    formationsNone: 'No formation matches',
    retry: 'Try again',
    cancel: 'Cancel',
    save: 'Save',
    close: 'Close',
    closePanel: 'Close the panel',
    clear: 'Clear',
    searchIn: 'Search: {{fields}}',
    filters: 'Filters',
    labelled: '{{label}}: {{value}}',
    chartKeys: '{{title}}: arrow keys go from one to the next, Enter opens the offers',
    columns: 'Columns',
    usualColumns: 'Usual columns',
    clearFilters: 'Clear filters',
    all: 'All',
    allFeminine: 'All',
    notGiven: 'Not given',
    showAll: 'Show all',
    showLess: 'Show less',
    yes: 'Yes',
    no: 'No',
    ofTotal: '{{from}}–{{to}} of {{total}}',
    ofMore: '{{from}}–{{to}} of more than {{total}}',
    rowsPerPage: 'Rows per page',
    pagination: 'Pages',
    noRowMatches: 'No row meets these criteria',
    noRowMatchesHint: 'Widen the search or clear the filters.',
    outOf100: 'out of 100',
    bac: 'Bac+{{years}}',
    bacOnly: 'Bac',
    table: 'Table',
    chart: 'Chart',
    viewAs: 'View as',
  },
  contractTypes: {
    internship: 'Internship',
    'work-study': 'Work-study',
    'fixed-term': 'Fixed-term',
    permanent: 'Permanent',
    'student-job': 'Student job',
    other: 'Other',
  },
  statuses: {
    draft: 'Draft',
    published: 'Published',
    transmitted: 'Transmitted',
    filled: 'Filled',
    archived: 'Archived',
  },
  outcomes: {
    pending: 'Pending',
    ranked: 'Formations proposed',
    'no-suitable-formation': 'No suitable formation',
    'insufficient-text': 'Insufficient text',
  },
  remote: { none: 'On site', partial: 'Partly remote', full: 'Fully remote' },
  seniority: { beginner: 'Beginner', junior: 'Junior', experienced: 'Experienced', senior: 'Senior' },
  companySizes: {
    TPE: 'Micro (fewer than 10 employees)',
    PME: 'Small or medium (10 to 249)',
    ETI: 'Intermediate (250 to 4,999)',
    GE: 'Large (5,000 and more)',
  },
  home: homeEn,
  offers: offersEn,
  reading: readingEn,
  reasons: reasonsEn,
  transmissions: transmissionsEn,
  managers: managersEn,
  decisions: decisionsEn,
  dashboards: dashboardsEn,
  importFiles: importFilesEn,
  offerDuplicates: offerDuplicatesEn,
  packages: packagesEn,
  rereading: rereadingEn,
  romePack: romePackEn,
  watchedFolder: watchedFolderEn,
  connectors: connectorsEn,
  backups: backupsEn,
  encryption: encryptionEn,
  health: healthEn,
  updates: updatesEn,
  due: dueEn,
  bin: binEn,
  editor: editorEn,
  search: searchEn,
  namedViews: namedViewsEn,
  kiosk: kioskEn,
  profiles: profilesEn,
  news: newsEn,
  year: yearEn,
  tour: tourEn,
  students: studentsEn,
  occupations: occupationsEn,
  formations: {
    title: 'Formations',
    count_one: '{{count, number}} formation',
    count_other: '{{count, number}} formations',
    searchLabel: 'Title, degree, component',
    columns: {
      title: 'Title',
      diplomaType: 'Degree',
      level: 'Level',
      component: 'Component',
      capacity: 'Students',
      managerName: 'Manager',
      matchedOffers: 'Offers',
      firstPlaces: 'First',
    },
    columnHints: {
      matchedOffers: 'Offers that it suits: proposed and not rejected, or chosen by a person',
      firstPlaces: 'Offers of which it is the first formation: by a person’s choice, else by the ranking',
    },
    filters: { component: 'Component', level: 'Level' },
    emptyTitle: 'No formation yet',
    emptyText:
      'The university’s degree programmes appear here. They are what the application compares each offer with: import them first.',
    emptyAction: 'Import formations',
    panelLabel: 'Formation: {{title}}',
    description: 'What is learnt',
    prerequisites: 'Prerequisites',
    prerequisitesHint: 'What is expected or asked for at entry. It has no part in comparisons.',
    edit: 'Edit',
    editPrerequisites: 'Edit prerequisites',
    prerequisitesSaved: 'Prerequisites saved: {{title}}',
    noDescription: 'This formation has no description. Giving one makes comparisons more accurate.',
    skills: 'Skills',
    jobs: 'Jobs it leads to',
    keywords: 'Keywords',
    romeCodes: 'ROME codes',
    component: 'Component',
    manager: 'Formation manager',
    capacity: 'Students',
    students_one: '{{count, number}} student',
    students_other: '{{count, number}} students',
    facts: 'Information',
    offers: 'Offers for which it is proposed',
    noOffers: 'This formation is proposed for no offer.',
    seeAllOffers_one: 'See {{count, number}} offer',
    seeAllOffers_other: 'See all {{count, number}} offers',
  },
  companies: companiesEn,
  imports: importsEn,
  jobs: jobsEn,
  exports: {
    button: 'Export',
    formats: {
      'excel-fr': 'CSV for Excel',
      xlsx: 'Excel workbook (.xlsx)',
      rfc4180: 'Standard CSV',
      jsonl: 'JSON Lines',
    },
    formatHints: {
      xlsx: 'Typed dates, numbers and SIRET, first row frozen',
      jsonl: 'For other programs: one object a line',
      'excel-fr': 'Semicolons, decimal comma, accents that a French Excel reads',
      rfc4180: 'Commas, UTF-8, for other software',
    },
    matches: 'Matches of these offers',
    rows: 'These rows',
    chooseColumns: 'Choose columns…',
    columnsTitle: 'Choose the columns of the file',
    columnsLabel: 'Columns',
    columnsHint: 'The rows are those of the list as it is shown; the columns have the names that the file gives them.',
    format: 'Format',
    allColumns: 'All',
    noColumns: 'None',
    preparing: 'Preparing the file…',
    cutCells_one:
      '{{count, number}} text is longer than a cell can be and ends in “…”: a CSV file has the whole of it.',
    cutCells_other:
      '{{count, number}} texts are longer than a cell can be and end in “…”: a CSV file has the whole of them.',
    done: 'The file is ready; it is being saved to your downloads.',
    cancelled: 'The export was cancelled.',
  },
  logos: logosEn,
  settings: settingsEn,
  errors: {
    title: 'That did not work',
    loadTitle: 'This page cannot be shown',
    ...failuresEn,
  },
};
