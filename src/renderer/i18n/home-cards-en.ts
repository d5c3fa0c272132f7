import type { newsFr, tourFr, yearFr } from './home-cards-fr';

/** What the first page says of news, of the year and to newcomers, in English. */
export const newsEn: typeof newsFr = {
  title: 'Since your last visit',
  since: 'on {{date}}',
  nothing: 'Nothing new.',
  markSeen: 'All seen',
  offers_one: '{{count, number}} new offer',
  offers_other: '{{count, number}} new offers',
  companies_one: '{{count, number}} new company',
  companies_other: '{{count, number}} new companies',
  answers_one: '{{count, number}} answer of a manager',
  answers_other: '{{count, number}} answers of managers',
  companiesSince: 'Came in since {{date}}',
  answersSince: 'Answered since {{date}}',
};

export const yearEn: typeof yearFr = {
  title: 'The year at a glance',
  until: '{{year}}, until {{date}}',
  whole: 'all of {{year}}',
  more: 'Dashboards',
  offers_one: 'offer posted',
  offers_other: 'offers posted',
  companies_one: 'company',
  companies_other: 'companies',
  sent_one: 'offer sent',
  sent_other: 'offers sent',
  answered_one: 'offer answered',
  answered_other: 'offers answered',
  filled_one: 'offer filled',
  filled_other: 'offers filled',
  before: '{{figure}} last year on this day',
  beforeWhole: '{{figure}} the year before',
};

export const tourEn: typeof tourFr = {
  title: 'The office in four steps',
  show: 'Show the steps',
  close: 'Close the steps',
  step: '{{number}}. {{name}}',
  bring: {
    name: 'Bring offers in',
    text: 'A file, an e-mail or a pasted text: nothing is stored before you have seen it.',
    way: 'Open the import',
  },
  read: {
    name: 'Read the matches',
    text: 'Each offer shows the formations that suit it, and why. The decision is yours.',
    way: 'Open the offers',
  },
  send: {
    name: 'Send them on',
    text: 'Messages to formation managers are prepared; answers and reminders are followed.',
    way: 'Open the offers to send',
  },
  advise: {
    name: 'Advise a student',
    text: 'In their own words: the offers that can still be taken, or the formations that lead to a job.',
    way: 'Open the page for students',
  },
};
