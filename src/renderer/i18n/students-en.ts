import type { studentsFr } from './students-fr';

/** The pages for students, in English. */
export const studentsEn: typeof studentsFr = {
  tabs: 'What to look for',
  tab: { internship: 'Internship or work-study', formation: 'Formation' },
  title: 'Find an internship or work-study',
  lead: 'Say in your own words what you would like to do, and what you already can do. Nothing is saved.',
  box: 'What you are looking for',
  placeholder:
    'For example: I study chemistry and would like to analyse water in a laboratory, outdoors as well, for three months',
  contract: 'Contract',
  level: 'Level',
  availableFrom: 'Available from',
  availableTo: 'to',
  named: {
    internship: 'You speak of an internship: only internships are shown.',
    'work-study': 'You speak of work-study: only work-study offers are shown.',
  },
  leftOut: {
    past_one:
      '{{count, number}} offer that is still open is not shown: it should have begun already, or was posted long ago.',
    past_other:
      '{{count, number}} offers that are still open are not shown: they should have begun already, or were posted long ago.',
    contracts_one: '{{count, number}} offer of another contract (permanent, fixed-term…) is not shown.',
    contracts_other: '{{count, number}} offers of another contract (permanent, fixed-term…) are not shown.',
    dates_one:
      '{{count, number}} offer is not shown: its start or its length is outside the dates of availability, two weeks aside.',
    dates_other:
      '{{count, number}} offers are not shown: their start or their length is outside the dates of availability, two weeks aside.',
  },
  showThem: 'Show them too',
  copies_one: 'Posted {{count, number}} time',
  copies_other: 'Posted {{count, number}} times',
  everyContract: 'Show every contract',
  offers: 'Open offers',
  offersHint: 'Those that can still be taken, the closest first.',
  companies: 'Companies that offered this before',
  apply: 'Unsolicited application',
  byPost: 'By post: {{address}}',
  companiesHint: 'In any year. To apply without an offer, ask the office for the contact of those that show none.',
  companyOffers_one: '{{count, number}} similar offer',
  companyOffers_other: '{{count, number}} similar offers',
  openNow_one: '{{count, number}} of them open',
  openNow_other: '{{count, number}} of them open',
  lastOn: 'the last on {{date}}',
  why: {
    words: 'It has your words',
    meaning: 'Similar work, in other words',
    both: 'It has your words, and the work is similar',
  },
  postedOn: 'published on {{date}}',
  emptyTitle: 'Say what you are looking for',
  emptyText: 'Open offers, and companies that offered this kind of work before, appear as you write.',
  noneTitle: 'No open offer comes close',
  noneText: 'Drop a criterion, or look at the companies that offered this work before: they may do so again.',
  pastOffers: 'See past offers too',
  noCompanies: 'No company has offered this yet.',
  toFormations: 'Search for a formation instead',
  formationTitle: 'Find a formation',
  formationLead:
    'Say in your own words what you would like to study or become. Nothing is saved; name, age and address do not count.',
  formationBox: 'What you would like to study or become',
  formationPlaceholder:
    'For example: I like science and working with people, and would like to become a nurse or work in a laboratory',
  formationHint: 'Formations that come close appear as you write, with why, and the jobs that offers show behind them.',
  notUnderstood:
    'This text has hardly any word that the application knows: nothing can honestly be called close to it. Write in French, or name a subject, a job or what you would like to do all day.',
  tooLittle: 'Name a subject that you like, a job, or what you would like to do all day.',
  formations: 'Formations that come close',
  diplomaLevel: 'Level of the diploma',
  place: 'Place',
  capacity: 'Students',
  prerequisites: 'Prerequisites',
  leadsTo: 'Leads to, it says',
  offeredJobs: 'In the offers',
  noOfferedJobs: 'First in no offer so far.',
  firstIn_one: 'First in one offer:',
  firstIn_other: 'First in {{count, number}} offers, among them:',
  times_one: '(once)',
  times_other: '({{count, number}} times)',
};
