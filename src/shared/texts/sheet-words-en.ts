import type { SheetWords } from './sheet-words';

/** In English. */
export const sheetWordsEn: SheetWords = {
  locale: 'en-GB',
  offers: (count) => (count === 1 ? 'Attached offer:' : 'Attached offers:'),
  formations: (count) => (count === 1 ? 'For this formation:' : 'For these formations:'),
  contractTypes: {
    internship: 'Internship',
    'work-study': 'Work-study',
    'fixed-term': 'Fixed-term',
    permanent: 'Permanent',
    'student-job': 'Student job',
    other: 'Other',
  },
  remote: { none: 'On site', partial: 'Partly', full: 'Fully' },
  labels: {
    contract: 'Contract',
    start: 'Start',
    duration: 'Duration',
    hours: 'Working time',
    pay: 'Allowance or salary',
    levels: 'Level',
    remote: 'Remote work',
    places: 'Places',
    domain: 'Domain',
    reference: 'Reference',
    expires: 'Apply before',
    contact: 'Contact',
  },
  soon: 'As soon as possible',
  between: (from, to) => `Between ${from} and ${to}`,
  duration: (unit, min, max, isOne) => {
    const noun = `${unit}${isOne ? '' : 's'}`;
    return min === max ? `${max} ${noun}` : `${min} to ${max} ${noun}`;
  },
  hours: (hours) => `${hours} h a week`,
  pay: (amount, per) => `${amount} ${{ hour: 'an hour', month: 'a month', year: 'a year' }[per]}`,
  level: (years) => (years === 0 ? 'Baccalauréat' : `Bac+${years}`),
  skills: 'Skills',
  text: 'The offer',
  noText: 'The offer has no other text.',
  cutHint: 'The sheet ends here, but the text of the offer goes on: ask for the rest from whoever sent it to you.',
  leftOut: '[contact details left out]',
  personalData:
    'The contact’s name and details are personal data: they are for answering this offer, and for nothing else.',
  footer: (university, day) => `${university} · sheet made on ${day}`,
  noUniversity: 'Internship office',
  digestName: (count) => `${count} offers`,
  reminderName: (about) => `Reminder - ${about}`,
};
