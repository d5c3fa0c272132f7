import type { Texts } from './fr';

/** Words of what waits for somebody, in English. */
export const dueEn: Texts['due'] = {
  kinds: {
    expired: 'Past its last day',
    expiring: 'Ends within 7 days',
    'past-start': 'Start is past',
  },
  expired_one: '{{count, number}} offer is past its last day',
  expired_other: '{{count, number}} offers are past their last day',
  expiring_one: '{{count, number}} offer ends within 7 days',
  expiring_other: '{{count, number}} offers end within 7 days',
  pastStart_one: '{{count, number}} open offer should have begun by now',
  pastStart_other: '{{count, number}} open offers should have begun by now',
  drafts_one: '{{count, number}} draft of an offer is not published',
  drafts_other: '{{count, number}} drafts of offers are not published',
  companies_one: '{{count, number}} company to validate',
  companies_other: '{{count, number}} companies to validate',
  duplicates_one: '{{count, number}} pair of companies that may be one',
  duplicates_other: '{{count, number}} pairs of companies that may be one',
};
