import type { studentsFr } from './students-fr';

/** The pages for students, in English. */
export const studentsEn: typeof studentsFr = {
  title: 'Find an internship or work-study',
  lead: 'Say in your own words what you would like to do, and what you already can do. Nothing is saved.',
  box: 'What you are looking for',
  placeholder:
    'For example: I study chemistry and would like to analyse water in a laboratory, outdoors as well, for three months',
  contract: 'Contract',
  level: 'Level',
  department: 'Department',
  from: 'From',
  offers: 'Open offers',
  offersHint: 'Published, and not past their last day; the closest first.',
  companies: 'Companies that offered this before',
  companiesHint: 'In any year. To apply without an offer, ask the office for their contact.',
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
};
