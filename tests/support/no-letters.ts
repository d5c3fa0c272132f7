import type { LetterWriter } from '../../src/main/core/ports';

/** For what writes no letters: one that is asked for fails. */
export const noLetters: LetterWriter = {
  writeDraft: () => Promise.reject(new Error('Nobody writes letters here.')),
  drawReport: () => Promise.reject(new Error('Nobody draws reports here.')),
  drawSheet: () => Promise.reject(new Error('Nobody draws sheets here.')),
};
