import type { rereadingFr } from './rereading-fr';

/** Reading the kept lines of imports again, and going back to a day, in English. */
export const rereadingEn: typeof rereadingFr = {
  action: 'Read the lines again',
  actionOf: 'Read the lines of {{name}} again',
  lead_one:
    'Its line was kept: it is read again by the rules and the mapping of today. What somebody changed by hand stays, and the report says so. A trial changes nothing; reading again is undone like an import.',
  lead_other:
    'Its {{count, number}} lines were kept: they are read again by the rules and the mapping of today. What somebody changed by hand stays, and the report says so. A trial changes nothing; reading again is undone like an import.',
  limits:
    'A record that a later import is about is left alone, and one that was deleted does not come back. A field that the former mapping had filled is emptied where the line says it no more and this import had made the record.',
  former: 'Take the mapping of the import',
  today: 'Take the mapping of today',
  start: 'Read again and store',
  back: 'Back to the report',
  oldRules: 'These lines were read by earlier rules of reading. You can read them again by those of today.',
  isReread: 'lines of an earlier import, read again',
  seeFormer: 'see that import',
  goBack: 'Go back to a day…',
  goBackTitle: 'Go back to a day',
  goBackLead:
    'Undoes all imports after that day at once, from the newest to the oldest. What somebody changed since is kept. What was entered by hand, decisions and transmissions are not undone.',
  day: 'Last day to keep',
  looking: 'Working out what would change…',
  none: 'There is no import after that day.',
  would_one: '{{count, number}} import would be undone',
  would_other: '{{count, number}} imports would be undone',
  nothing: 'no row changed',
  confirm: 'Go back to {{day}}',
  cancel: 'Change nothing',
  undoable: 'Imports that are undone can be put in place again together for 30 days.',
  wentBack_one: 'On {{at}}, {{count, number}} import was undone at once.',
  wentBack_other: 'On {{at}}, {{count, number}} imports were undone at once.',
  goForward: 'Put them in place again',
};
