/** Services that are asked for offers, in English. */
export const connectorsEn = {
  title: 'Online offer services',
  intro:
    'The application needs no network and never connects by itself. Switched on here, a service is only asked when you say so, on the import page. Nothing of your data is sent to it, only the question.',
  forbidden: 'Whoever administers this PC allows no connection: these services cannot be switched on.',
  turnOn: 'Ask {{service}}',
  turnOnHint: 'Off until you switch it on.',
  turnedOn: '{{service}} is switched on: “Import” now offers to look there.',
  turnedOff: '{{service}} is switched off.',
  keys: 'Access keys',
  keysHint: {
    'france-travail':
      'Free of charge, at francetravail.io: create an application and add the interface “Offres d’emploi”.',
    adzuna:
      'At developer.adzuna.com. An academic organisation has a trial of 14 days; beyond it, Adzuna asks for a written agreement.',
  },
  keyNames: {
    'france-travail': { id: 'Client ID (identifiant client)', secret: 'Secret key (clé secrète)' },
    adzuna: { id: 'Application ID', secret: 'Application Key' },
  },
  keysWhere: {
    none: 'No keys.',
    system: 'Keys are with this PC’s system, for your session only.',
    run: 'Keys stay in memory until the application closes: this PC, or the browser mode, has no safe to put them in.',
  },
  saveKeys: 'Save the keys',
  keysSaved: 'Keys of {{service}} saved.',
  forgetKeys: 'Forget the keys',
  keysForgotten: 'Keys of {{service}} forgotten.',
  asked: 'Requests',
  askedToday_one: '{{count, number}} request today, of {{limit}} allowed',
  askedToday_other: '{{count, number}} requests today, of {{limit}} allowed',
  mention: 'Attribution',
  mentions: {
    'france-travail':
      'Source: France Travail. Offers remain their authors’; one that is withdrawn there is to be withdrawn here: “Refresh” sees to it, on each day that you show them.',
    adzuna: 'Jobs by Adzuna – www.adzuna.fr. Every offer that is shown bears this mention.',
  },
  offerMentions: { 'france-travail': 'Source: France Travail', adzuna: 'Jobs by Adzuna – www.adzuna.fr' },
  ask: 'Look online',
  from: 'Service',
  words: 'Words',
  wordsHint: 'Occupation or skill; a comma between two expressions.',
  place: 'Place',
  placeHint: 'Commune, department or region. Empty: all of France.',
  contract: 'Contract',
  anyContract: 'Any',
  contracts: {
    internship: 'Internship',
    'work-study': 'Work-study',
    'fixed-term': 'Fixed-term',
    permanent: 'Permanent',
  },
  days: 'Posted within',
  anyDays: 'Any time',
  lastDays_one: '{{count, number}} day',
  lastDays_other: '{{count, number}} days',
  search: 'Look',
  refresh_one: 'Refresh the open offer',
  refresh_other: 'Refresh the {{count, number}} open offers',
  refreshHint:
    'Refreshing asks the service what became of the offers that were taken: those that it has no longer are closed by the import, which you can undo.',
  needsKeys: 'The keys of this service are missing.',
  toSettings: 'Enter them in Settings',
  stop: 'Stop',
  asking: 'Asking {{service}}…',
  askingPage: 'Asking {{service}}: {{done, number}} of {{total, number}}.',
  nothing: '{{service}} has nothing for this question.',
  nothingToRefresh: 'No open offer comes from {{service}}.',
  partly:
    '{{service}} has {{found}} offers for this question; one question brings {{taken}} at most. Narrow it to get the others, or go on with the newest.',
  goOn_one: 'Go on with {{count, number}} offer',
  goOn_other: 'Go on with {{count, number}} offers',
  gone_one: '{{service}} no longer has {{count, number}} offer: the import will close it.',
  left_one:
    '{{count, number}} offer was not asked for: today’s limit is reached, or the service answered no longer. Refresh later: it then comes first.',
  left_other:
    '{{count, number}} offers were not asked for: today’s limit is reached, or the service answered no longer. Refresh later: they then come first.',
  damagedFile:
    'The settings of these services could not be read and were put aside ({{file}}, in the data folder): services off, keys forgotten, requests counted from zero. Your offers were not touched. Switch the services on again and give them their keys.',
  gone_other: '{{service}} no longer has {{count, number}} offers: the import will close them.',
} as const;
