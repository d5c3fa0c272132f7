/** The words of the tab “Companies” of the dashboards, in English. */
export const companyBoardEn = {
  standings: { present: 'Present', new: 'New', lost: 'Lost', dormant: 'Dormant' },
  tiles: {
    present: 'Companies present',
    new: 'New companies',
    lost: 'Lost companies',
    dormant: 'Dormant companies',
  },
  definitions: {
    present: 'Different companies that have at least one of the offers counted here.',
    new: 'Companies that have an offer in the period that counts, and none before the academic year began, as far back as offers are stored. Criteria and level of view hold for all these years.',
    lost: 'Companies without an offer in the period that counts, which had one in the same period of the year before. Those whose offers came later last year do not count as lost yet.',
    dormant:
      'Companies without any offer since the year before began, which had one earlier. These are partners of former days, perhaps worth a call.',
  },
  parent: '{{name}}: {{number}}',
  topTitle: 'Companies with most offers',
  listTitle: 'List of companies',
  listLabel: 'Companies shown',
  noDomain: 'domain unknown',
  domain: '{{name}} ({{number}})',
  earlier: 'Before {{year}}',
  last: 'Last offer',
  noEarlier: 'No comparison: no offer before {{year}}',
  none: 'No company.',
  changed: 'Companies whose number of offers changed most',
  changedText: 'By the number of offers, not in per cent: a small base does not mislead.',
} as const;
