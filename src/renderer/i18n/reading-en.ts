import type { ReadingTexts } from './reading-fr';

/** Words for what was read in the text of an offer. */
export const readingEn: ReadingTexts = {
  inText: 'read in the text',
  mark: 'read',
  passage: 'Read in the text: {{passage}}',
  passageInTitle: 'Read in the title: {{passage}}',
  byMeaning: 'Read from the meaning of the whole text; {{confidence}}.',
  contractType: 'Contract',
  domain: 'Proposed domain',
  occupations: 'Proposed ROME occupations',
  softSkills: 'Qualities named',
  confidence: { high: 'very likely', fair: 'likely', low: 'possible' },
};
