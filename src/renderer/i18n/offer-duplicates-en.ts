import type { offerDuplicatesFr } from './offer-duplicates-fr';

/** What is said of offers that came twice, in English. */
export const offerDuplicatesEn: typeof offerDuplicatesFr = {
  title: 'Duplicates to settle',
  count_one: '{{count, number}} pair',
  count_other: '{{count, number}} pairs',
  lead: 'Same company, same year, same place and similar titles: is it one offer that came from two sources? Your answer is kept and you are not asked again.',
  link_one: '{{count, number}} proposed duplicate',
  link_other: '{{count, number}} proposed duplicates',
  back: 'Back to the offers',
  list: 'Offers that may be the same',
  pair: '{{one}} and {{other}}',
  none: 'No duplicate to settle',
  noneText: 'After each import, offers of different sources that look alike appear here.',
  keep: 'Keep this one',
  keepNamed: 'Keep this one: “{{title}}” from {{from}}, and lay the other aside',
  apart: 'Two different offers',
  alike: 'Titles {{ratio}} alike',
  byHand: 'written by hand',
  reference: 'ref. {{reference}}',
  keptDone: 'Duplicate laid aside: {{title}}',
  apartDone: 'Two different offers: {{one}}, {{other}}',
  takenBack: 'The pair is proposed again.',
  decided: 'Decisions made',
  decidedText:
    'An offer that is laid aside is archived as a duplicate: it no longer counts in the dashboards, and is back as soon as you undo that.',
  decidedNone: 'None so far.',
  keptLine: '“{{dropped}}” ({{droppedFrom}}) is a duplicate of “{{kept}}” ({{keptFrom}})',
  apartLine: '“{{one}}” ({{oneFrom}}) and “{{other}}” ({{otherFrom}}) are two offers',
  undo: 'Undo',
  undoNamed: 'Undo: {{line}}',
  keptFor: 'This offer is a duplicate; this is the one that stays:',
};
