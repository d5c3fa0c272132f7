import type { searchFr } from './search-fr';

/** The search of offers, in English. */
export const searchEn: typeof searchFr = {
  title: 'Search for offers',
  tabs: 'What to search for',
  tab: { offers: 'Offers', formations: 'Formations', occupations: 'Occupations (ROME)' },
  box: 'Keywords or description',
  placeholder: 'For example: management control Lyon, or a few sentences on the work that is wanted',
  countByMeaning_one: '{{offers}}, {{count, number}} of them by meaning alone',
  countByMeaning_other: '{{offers}}, {{count, number}} of them by meaning alone',
  allByMeaning: '{{offers}}, by meaning alone',
  foundBy: 'Found by',
  foundByHint:
    'Words: those that you look for stand in the offer. Meaning: the offer describes similar work in other words.',
  by: { words: 'words', meaning: 'meaning', both: 'words and meaning' },
  suggestion: 'No offer has one of these words. Did you mean “{{text}}”?',
  takeSuggestion: 'Search for this',
  someWords: 'No offer has all of these words; these come closest.',
  incomplete: 'Many offers have just come in or changed: some of them cannot be found here yet.',
  noneTitle: 'No offer found',
  noneText: 'Try fewer words, or describe the work in a few sentences.',
  noWordsText: 'This text says nothing of the work that is wanted. Name an occupation, a skill, a company or a town.',
  toFormations: 'Search for a formation with this text',
  showAll: 'Show all offers',
  isOpen: 'Open today',
};
