import type { kioskFr } from './kiosk-fr';

/** The PC that is open to students, in English. */
export const kioskEn: typeof kioskFr = {
  title: 'Computer open to students',
  hint: 'Leaves this computer to students: only the search and the pages for students open, nothing can be changed, and only contacts that the office shows to students appear. After three minutes without a gesture everything starts anew. Leaving takes the code, even after a restart.',
  newCode: 'Code to leave',
  again: 'The same code',
  codeRule_one: 'At least {{count, number}} character. Keep it: it cannot be read again.',
  codeRule_other: 'At least {{count, number}} characters. Keep it: it cannot be read again.',
  different: 'The two codes differ.',
  enter: 'Leave the computer to students',
  pages: 'Pages for students',
  students: 'Internship or formation',
  fresh: 'Start anew',
  leave: 'Give the computer back to the office',
  code: 'Code of the office',
  giveBack: 'Give it back',
};
